package io.github.jukelab.audio;

import java.util.SplittableRandom;

/**
 * Small changes of a sound that do not change its label, for training a model that does not depend on them. Each
 * returns a new wave of the same length and rate; random numbers come from a seed.
 *
 * <p>Notebook: 08-augmentation
 */
public final class WaveAugmentations {

    private WaveAugmentations() {}

    /**
     * Adds normally distributed white noise. The mean square of the wave is {@code 10^(decibels / 10)} times that of
     * the noise: exactly, not only on average. Silence, which has no power, stays silence. Samples may leave [-1, 1];
     * {@link Wave#toWav()} clips them.
     *
     * @param wave of n samples
     * @param decibels the signal-to-noise ratio, finite: 20 is a soft hiss, 0 is as loud as the sound
     * @param seed of the noise
     * @return n samples
     * @throws IllegalArgumentException if the ratio is not finite, or so low that a sample becomes infinite
     */
    public static Wave withNoise(Wave wave, double decibels, long seed) {
        requireFinite("signal-to-noise ratio", decibels);
        SplittableRandom random = new SplittableRandom(seed);
        float[] samples = wave.samples();
        float[] noise = new float[samples.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        double share = Math.sqrt(power(samples) / power(noise)) * factor(-decibels);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (share * noise[i]);
        }
        return Wave.of(samples, wave.rate());
    }

    private static double power(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return sum / samples.length;
    }

    /**
     * Rolls the wave: every sample moves to a later time, and those beyond the end move to the start, like
     * {@code numpy.roll}. No sound is lost and no silence added, but there may be a click where the end meets the
     * start.
     *
     * @param wave of n samples
     * @param samples by how much, any number; to an earlier time if negative. A multiple of n changes nothing.
     * @return n samples
     */
    public static Wave rolled(Wave wave, int samples) {
        int n = wave.length();
        int start = Math.floorMod(samples, n);
        float[] before = wave.samples();
        float[] rolled = new float[n];
        System.arraycopy(before, 0, rolled, start, n - start);
        System.arraycopy(before, n - start, rolled, 0, start);
        return Wave.of(rolled, wave.rate());
    }

    /**
     * Makes the wave louder or softer: multiplies every sample by {@code 10^(decibels / 20)}. Samples may leave
     * [-1, 1]; {@link Wave#toWav()} clips them.
     *
     * @param wave of n samples
     * @param decibels the gain, finite; softer if negative: 6 is about twice the amplitude, -6 about half
     * @return n samples
     * @throws IllegalArgumentException if the gain is not finite, or so high that a sample becomes infinite
     */
    public static Wave withGain(Wave wave, double decibels) {
        requireFinite("gain", decibels);
        double factor = factor(decibels);
        float[] samples = wave.samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (factor * samples[i]);
        }
        return Wave.of(samples, wave.rate());
    }

    private static double factor(double decibels) {
        return Math.pow(10, decibels / 20);
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, got " + value);
        }
    }
}
