package io.github.jukelab.audio;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException.Problem;
import java.util.List;
import java.util.OptionalInt;

/**
 * A source as a recording: decoded again by each reader.
 *
 * @param options the part, without another rate
 * @param rate that of most of its samples, in Hz
 * @param length number of samples in the part
 */
record FileRecording(SoundFile file, LoadOptions options, int rate, long length, List<String> warnings)
        implements Recording {

    /**
     * A sound of fewer samples is decoded once and held, as that takes less time than decoding it again: 64 MB, six
     * minutes at 44100 Hz.
     */
    static final int MAX_HELD = 1 << 24;

    /** Decodes a source once, to learn its length, and holds the sound if it is short. */
    static Recording of(SoundFile file, LoadOptions options, int maxHeld) throws AudioException {
        LoadOptions part = options.withMaxSamples(Long.MAX_VALUE);
        Recording recording = of(file, part, maxHeld, OptionalInt.empty());
        int rate = options.rate().orElse(recording.rate());
        return rate == recording.rate() ? recording : ResampledRecording.of(file.name(), recording, rate);
    }

    private static Recording of(SoundFile file, LoadOptions options, int maxHeld, OptionalInt rate)
            throws AudioException {
        SampleBuffer samples = new SampleBuffer(options, rate);
        try (Decoder decoder = Decoding.open(file, options)) {
            boolean more = true;
            while (more && !samples.full()) {
                Progress.checkInterrupted();
                more = decoder.next(samples);
                if (samples.requested() > maxHeld) {
                    samples.drop(samples.length());
                }
            }
            if (samples.rate() != samples.mainRate()) {
                return of(file, options, maxHeld, OptionalInt.of(samples.mainRate()));
            }
            List<String> warnings = Decoding.warnings(decoder, !more, samples);
            if (samples.requested() <= maxHeld) {
                Decoded decoded = new Decoded(samples.toArray(), samples.rate(), warnings);
                return Recording.of(Wave.of(file.name(), decoded, options));
            }
            return new FileRecording(file, options, samples.rate(), samples.requested(), warnings);
        }
    }

    @Override
    public SampleReader reader() throws AudioException {
        return new Reader();
    }

    private final class Reader implements SampleReader {

        private final SampleBuffer samples = new SampleBuffer(options, OptionalInt.of(rate));
        private final Decoder decoder = Decoding.open(file, options);
        private long position;

        private Reader() throws AudioException {}

        @Override
        public int read(float[] target, int offset, int count) throws AudioException {
            while (samples.length() < count && !samples.full() && decoder.next(samples)) {
                Progress.checkInterrupted();
            }
            int taken = samples.take(target, offset, count);
            for (int i = offset; i < offset + taken; i++) {
                if (!Float.isFinite(target[i])) {
                    throw file.problem(Problem.NOT_FINITE, "sample " + (position + i - offset) + " is " + target[i]);
                }
            }
            position += taken;
            return taken;
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}
