package io.github.jukelab.codec;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which part of an audio file to read, and at which rate. Times are rounded down to whole samples of the file's own
 * rate, as in librosa; the part is cut first, then resampled.
 *
 * <p>Example: {@code Wave.read(file, LoadOptions.WHOLE.withOffset(10).withDuration(5).withRate(22_050))}
 *
 * @param offset where to start, in seconds from the file's start, at least 0
 * @param duration at most this many seconds are read, positive; infinite for the rest of the file
 * @param rate sample rate to resample to in Hz, positive; empty for the file's own
 * @param maxSamples a sound that is held whole may have at most this many samples at the file's rate, positive
 */
public record LoadOptions(double offset, double duration, OptionalInt rate, long maxSamples) {

    /** 100 million samples take 400 MB: 38 minutes at 44100 Hz, 76 at 22050 Hz. */
    public static final long DEFAULT_MAX_SAMPLES = 100_000_000;

    private static final double SHORTFALL = 0.1;

    /** The whole file at its own rate. */
    public static final LoadOptions WHOLE =
            new LoadOptions(0, Double.POSITIVE_INFINITY, OptionalInt.empty(), DEFAULT_MAX_SAMPLES);

    /**
     * Checks the values.
     *
     * @param offset where to start, in seconds, at least 0
     * @param duration in seconds, positive
     * @param rate in Hz, positive
     * @param maxSamples positive
     * @throws IllegalArgumentException if one is out of its range
     */
    public LoadOptions {
        if (!(offset >= 0 && offset < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("offset must be 0 s or more, got " + offset);
        }
        if (!(duration > 0)) {
            throw new IllegalArgumentException("duration must be positive, got " + duration);
        }
        if (rate.isPresent() && rate.getAsInt() <= 0) {
            throw new IllegalArgumentException("rate must be positive, got " + rate.getAsInt());
        }
        if (maxSamples <= 0) {
            throw new IllegalArgumentException("max-samples must be positive, got " + maxSamples);
        }
    }

    /**
     * The same options with another start.
     *
     * @param seconds from the file's start, at least 0
     * @return the options
     */
    public LoadOptions withOffset(double seconds) {
        return new LoadOptions(seconds, duration, rate, maxSamples);
    }

    /**
     * The same options with another duration.
     *
     * @param seconds at most this many seconds are read, positive
     * @return the options
     */
    public LoadOptions withDuration(double seconds) {
        return new LoadOptions(offset, seconds, rate, maxSamples);
    }

    /**
     * The same options with another sample rate.
     *
     * @param hz the rate to resample to, positive
     * @return the options
     */
    public LoadOptions withRate(int hz) {
        return new LoadOptions(offset, duration, OptionalInt.of(hz), maxSamples);
    }

    /**
     * The same options with another limit for a sound that is held whole. A recording that is read block by block needs none.
     *
     * @param samples at the file's rate, positive; more than 2,147,483,639 do not fit into a wave
     * @return the options
     */
    public LoadOptions withMaxSamples(long samples) {
        return new LoadOptions(offset, duration, rate, samples);
    }

    /**
     * What is missing if a sound ends before the part that was asked for.
     *
     * @param seconds that were read
     * @return in words, such as {@code the file ends 0.40 s before the end of this part}; empty if less than 0.1 s is
     *     missing, as lengths of compressed files are not exact
     */
    public Optional<String> shortfall(double seconds) {
        double missing = duration - seconds;
        return missing < SHORTFALL || Double.isInfinite(duration)
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "the file ends %.2f s before the end of this part", missing));
    }

    /** Index of the first sample to read, at the file's rate. */
    long firstSample(int fileRate) {
        return wholeSamples(offset, fileRate);
    }

    /** Number of samples to read, at the file's rate: at least 1, {@code Long.MAX_VALUE} for all. */
    long sampleLimit(int fileRate) {
        return Math.max(1, wholeSamples(duration, fileRate));
    }

    /** Rounds down to whole samples, with a tolerance for rounding errors: 0.29 s at 100 Hz are 29 samples, not 28. */
    private static long wholeSamples(double seconds, int fileRate) {
        return (long) Math.floor(seconds * fileRate + 1e-6);
    }
}
