package io.github.jukelab;

import java.util.Locale;

/**
 * A stretch of a sound.
 *
 * @param start in seconds
 * @param end in seconds, after the start
 */
public record TimeSpan(double start, double end) {

    private static final double MILLISECONDS = 1000;

    /**
     * Some samples from a start, cut at the end of the sound.
     *
     * @param start index of the first sample
     * @param samples their number
     * @param rate in Hz
     * @param seconds length of the sound
     * @return the stretch
     */
    public static TimeSpan of(long start, int samples, int rate, double seconds) {
        return new TimeSpan((double) start / rate, Math.min((double) (start + samples) / rate, seconds));
    }

    /**
     * The nearest stretch of whole milliseconds.
     *
     * @return start and end, each rounded; they are equal if the stretch is shorter than half a millisecond
     */
    public TimeSpan toMilliseconds() {
        return new TimeSpan(
                Math.round(start * MILLISECONDS) / MILLISECONDS, Math.round(end * MILLISECONDS) / MILLISECONDS);
    }

    /**
     * Whether two stretches have some time in common.
     *
     * @param other any
     * @return false if one begins where the other ends
     */
    public boolean overlaps(TimeSpan other) {
        return start < other.end && other.start < end;
    }

    /** In words, such as {@code 1.500 to 3.250 s}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f to %.3f s", start, end);
    }
}
