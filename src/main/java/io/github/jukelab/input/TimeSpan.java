package io.github.jukelab.input;

/**
 * A stretch of a sound.
 *
 * @param start in seconds
 * @param end in seconds, after the start
 */
public record TimeSpan(double start, double end) {

    /** From sample {@code from} to {@code to - 1}, cut at the end of the sound. */
    static TimeSpan of(int from, int to, int rate, double seconds) {
        return new TimeSpan((double) from / rate, Math.min((double) to / rate, seconds));
    }
}
