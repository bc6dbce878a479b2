package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;

/**
 * Mean and variance of many values, computed in double to 12 digits; the variance is the mean squared distance from the
 * mean (divided by n, as {@code numpy.var}).
 *
 * <p>Notebook: 01-explore-gtzan
 *
 * @param mean in the unit of the values
 * @param variance in its square, 0 or more
 */
public record Summary(double mean, double variance) {

    /**
     * The summary of the given values.
     *
     * @param values at least one
     * @return mean and variance; a single value has variance 0
     * @throws IllegalArgumentException if there is no value
     */
    public static Summary of(float[] values) {
        SummaryBuilder builder = new SummaryBuilder();
        builder.add(values);
        return builder.summary();
    }

    /**
     * The summary of a wave's samples.
     *
     * @param wave of any length
     * @return mean and variance; both 0 for silence
     */
    public static Summary of(Wave wave) {
        return of(wave.samples());
    }
}
