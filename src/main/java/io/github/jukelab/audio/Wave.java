package io.github.jukelab.audio;

import java.util.Locale;

/**
 * A mono sound: samples in [-1, 1] (a decoder may exceed it slightly) at a rate in Hz. Immutable.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Wave {

    private final float[] samples;
    private final int rate;

    private Wave(float[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    /**
     * A wave of the given samples, which are copied.
     *
     * @param samples shape [n], n at least 1, all finite
     * @param rate samples a second in Hz, positive
     * @return the wave
     * @throws IllegalArgumentException if there is no sample, one is not finite, or the rate is not positive
     */
    public static Wave of(float[] samples, int rate) {
        if (rate <= 0) {
            throw new IllegalArgumentException("rate must be positive, got " + rate);
        }
        if (samples.length == 0) {
            throw new IllegalArgumentException("a wave needs at least one sample, got none");
        }
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new IllegalArgumentException("samples must be finite, got " + samples[i] + " at " + i);
            }
        }
        return new Wave(samples.clone(), rate);
    }

    /**
     * The samples.
     *
     * @return a copy, shape [n]
     */
    public float[] samples() {
        return samples.clone();
    }

    /**
     * One sample.
     *
     * @param index from 0 to {@code length() - 1}
     * @return its value
     */
    public float sample(int index) {
        return samples[index];
    }

    /**
     * Samples a second.
     *
     * @return the rate in Hz
     */
    public int rate() {
        return rate;
    }

    /**
     * The number of samples.
     *
     * @return n, at least 1
     */
    public int length() {
        return samples.length;
    }

    /**
     * The duration.
     *
     * @return seconds
     */
    public double seconds() {
        return (double) samples.length / rate;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Wave[%d Hz, %.2f s, mono]", rate, seconds());
    }
}
