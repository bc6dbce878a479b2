package io.github.jukelab.codec;

import io.github.jukelab.Progress;
import io.github.jukelab.codec.AudioException.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Decodes a sound whole. One that may be too long for that is a {@link SoundStream}. */
public final class SoundDecoder {

    private SoundDecoder() {}

    /**
     * Reads the requested part of a sound at its own rate. If the rate changes, the samples of the rate that most of it
     * has are kept, with a warning.
     *
     * @param source an open source, which stays open
     * @param options the part; its rate does not matter here
     * @return the samples, perhaps none; not checked to be finite
     * @throws AudioException if it is not audio, its codec cannot be decoded, or the part is longer than the limit
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Decoded read(AudioSource source, LoadOptions options) throws AudioException {
        SoundFile file = SoundFile.of(source);
        int limit = (int) Math.min(options.maxSamples(), SampleBuffer.MAX);
        return Pass.of(file, options.withMaxSamples(limit), limit, samples -> {
                    if (samples.length() > limit) {
                        throw tooLong(file, limit, samples.rate());
                    }
                })
                .decoded();
    }

    /** More samples than may be held. */
    static AudioException tooLong(SoundFile file, long limit, int rate) {
        return file.problem(
                Problem.TOO_LONG,
                String.format(
                        Locale.ROOT,
                        "longer than the limit of %d samples (%.0f minutes at %d Hz) for a sound that is held whole;"
                                + " read a part of it, or raise the limit",
                        limit,
                        limit / 60.0 / rate,
                        rate));
    }

    /**
     * How long a sound is by its header, without decoding it.
     *
     * @param source an open source, which stays open
     * @return seconds; empty if the sound is compressed
     * @throws AudioException if the header is invalid
     */
    public static OptionalDouble seconds(AudioSource source) throws AudioException {
        SoundFile file = SoundFile.of(source);
        Optional<SoundChunk> chunk = SoundHeader.chunk(file);
        if (chunk.isEmpty() || chunk.get().format().isEmpty()) {
            return OptionalDouble.empty();
        }
        long bytes = Math.min(chunk.get().bytes(), file.size() - chunk.get().start());
        return OptionalDouble.of(
                (double) bytes / chunk.get().frameBytes() / chunk.get().rate());
    }

    /**
     * How many channels a sound has. Only its first samples are decoded.
     *
     * @param source an open source, which stays open
     * @return at least 1; 0 if nothing can be decoded
     * @throws AudioException if it is not audio, or its codec cannot be decoded
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static int channels(AudioSource source) throws AudioException {
        LoadOptions unlimited = LoadOptions.WHOLE.withMaxSamples(Long.MAX_VALUE);
        SampleBuffer samples = new SampleBuffer(unlimited, OptionalInt.empty(), 0);
        try (Decoder decoder = Decoding.open(SoundFile.of(source), unlimited)) {
            while (samples.length() == 0 && decoder.next(samples)) {
                Progress.checkInterrupted();
            }
        }
        return samples.channels();
    }
}
