package io.github.jukelab.audio;

import java.util.SplittableRandom;

/**
 * Small changes of a sound after which a listener still takes it for the same, so that a model learns not to mind them.
 * Each gives a new wave of as many samples at the same rate; chance comes from a seed.
 *
 * <p>Notebook: 08-augmentation
 */
public final class WaveAugmentations {

    private WaveAugmentations() {}

    /**
     * The wave with white noise added, normally distributed. The mean square of the wave is
     * {@code 10^(decibels / 10)} times that of the noise: of this very noise, not only on average. Silence has no power
     * to go by and stays silence. Samples may leave [-1, 1]; {@link Wave#toWav()} clips them.
     *
     * @param wave of n samples
     * @param decibels the signal-to-noise ratio, finite: 20 is a hiss behind the sound, 0 is as loud as the sound
     * @param seed of the noise
     * @return n samples
     * @throws IllegalArgumentException if the ratio is not finite, or so low that a sample is not
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
     * The wave begun elsewhere: every sample comes later, and those pushed out at the end come in at the start, as
     * {@code numpy.roll} does. So no sound is lost and no silence is made up, but where end and start meet there may be a
     * click.
     *
     * @param wave of n samples
     * @param samples how much later, any number; earlier if negative. A multiple of n changes nothing.
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
     * The wave louder or softer: every sample times {@code 10^(decibels / 20)}. Samples may leave [-1, 1];
     * {@link Wave#toWav()} clips them.
     *
     * @param wave of n samples
     * @param decibels the gain, finite; softer if negative: 6 is about twice the amplitude, -6 about half
     * @return n samples
     * @throws IllegalArgumentException if the gain is not finite, or so high that a sample is not
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
