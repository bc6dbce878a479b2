package io.github.jukelab.input;

/**
 * A stretch of a sound.
 *
 * @param start in seconds
 * @param end in seconds, after the start
 */
public record TimeSpan(double start, double end) {

    /** Some samples from a start, cut at the end of the sound. */
    static TimeSpan of(long start, int samples, int rate, double seconds) {
        return new TimeSpan((double) start / rate, Math.min((double) (start + samples) / rate, seconds));
    }
}
