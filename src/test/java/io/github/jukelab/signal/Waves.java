package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Synthetic waves for tests. */
public final class Waves {

    /** The rate of all of them in Hz. */
    public static final int RATE = 22050;

    private Waves() {}

    /**
     * A wave given by a function.
     *
     * @param length in samples
     * @param sample value of each sample
     * @return the wave
     */
    public static Wave of(int length, IntToDoubleFunction sample) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) sample.applyAsDouble(i);
        }
        return Wave.of(samples, RATE);
    }

    /**
     * A sine of amplitude 0.5.
     *
     * @param length in samples
     * @param hertz its frequency
     * @return the wave
     */
    public static Wave sine(int length, double hertz) {
        return of(length, i -> 0.5 * Math.sin(2 * Math.PI * hertz * i / RATE));
    }

    /**
     * White noise.
     *
     * @param length in samples
     * @param seed of the random numbers
     * @return the wave
     */
    public static Wave noise(int length, long seed) {
        Random random = new Random(seed);
        return of(length, i -> 0.1 * random.nextGaussian());
    }

    /**
     * A sine that rises from 100 to 8000 Hz.
     *
     * @param length in samples
     * @return the wave
     */
    public static Wave chirp(int length) {
        double seconds = (double) length / RATE;
        return of(length, i -> {
            double time = (double) i / RATE;
            return 0.5 * Math.sin(2 * Math.PI * (100 * time + 7900 * time * time / (2 * seconds)));
        });
    }

    /**
     * Digital silence.
     *
     * @param length in samples
     * @return the wave
     */
    public static Wave silence(int length) {
        return of(length, i -> 0);
    }
}
