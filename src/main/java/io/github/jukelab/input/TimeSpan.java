package io.github.jukelab.input;

/**
 * A stretch of a sound.
 *
 * @param start in seconds
 * @param end in seconds, after the start
 */
public record TimeSpan(double start, double end) {

    /** Of samples {@code from} to {@code to - 1} at a rate, in a sound that may end earlier. */
    static TimeSpan of(int from, int to, int rate, double seconds) {
        return new TimeSpan((double) from / rate, Math.min((double) to / rate, seconds));
    }
}
