package io.github.jukelab.codec;

import io.github.jukelab.Progress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A sound in a source, of any length: decoded once to learn its length, and once more by each reader. A short one is
 * held instead.
 */
public final class SoundStream {

    private final SoundFile file;
    private final LoadOptions options;
    private final int rate;
    private final long length;
    private final List<String> warnings;
    private final Optional<Decoded> held;

    private SoundStream(SoundFile file, LoadOptions options, Pass pass, Optional<Decoded> held) {
        this.file = file;
        this.options = options;
        this.rate = pass.samples().rate();
        this.length = pass.samples().requested();
        this.warnings = pass.warnings();
        this.held = held;
    }

    /**
     * Decodes a source once. If its rate changes, the samples of the rate that most of it has are kept, with a warning.
     *
     * @param source an open source, which stays open and must not be closed while this is read
     * @param options the part; its rate and its limit do not matter here
     * @param maxHeld the most samples that are held
     * @return the stream
     * @throws AudioException if it is not audio, or its codec cannot be decoded
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static SoundStream open(AudioSource source, LoadOptions options, int maxHeld) throws AudioException {
        LoadOptions unlimited = options.withMaxSamples(Long.MAX_VALUE);
        SoundFile file = SoundFile.of(source);
        Pass pass = Pass.of(file, unlimited, maxHeld, samples -> {
            if (samples.requested() > maxHeld) {
                samples.drop(samples.length());
            }
        });
        boolean held = pass.samples().requested() <= maxHeld;
        return new SoundStream(file, unlimited, pass, held ? Optional.of(pass.decoded()) : Optional.empty());
    }

    /**
     * The samples of a short sound.
     *
     * @return all of them; empty if there are more than may be held
     */
    public Optional<Decoded> held() {
        return held;
    }

    /**
     * What messages call the source.
     *
     * @return its name
     */
    public String name() {
        return file.name();
    }

    /**
     * Samples per second.
     *
     * @return the rate of most samples, in Hz
     */
    public int rate() {
        return rate;
    }

    /**
     * The number of samples.
     *
     * @return n, 0 or more
     */
    public long length() {
        return length;
    }

    /**
     * What is odd about the source.
     *
     * @return one line each
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Decodes from the first sample on.
     *
     * @return a reader, to be closed
     * @throws AudioException if the source cannot be read
     */
    public SampleReader reader() throws AudioException {
        return new FiniteReader(file.name(), new Reader(), "");
    }

    @Override
    public String toString() {
        return "SoundStream[" + file.name() + ", " + rate + " Hz, " + length + " samples]";
    }

    /** Decodes block by block. */
    private final class Reader implements SampleReader {

        private final SampleBuffer samples = new SampleBuffer(options, OptionalInt.of(rate), 0);
        private final Decoder decoder = Decoding.open(file, options);

        private Reader() throws AudioException {}

        @Override
        public int read(float[] target, int offset, int count) throws AudioException {
            while (samples.length() < count && !samples.full() && decoder.next(samples)) {
                Progress.checkInterrupted();
            }
            return samples.take(target, offset, count);
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}
