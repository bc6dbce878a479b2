package io.github.jukelab.robustness;

import io.github.jukelab.audio.Wave;

/**
 * A filter of first order that changes the treble: {@code H(s) = (g s + sqrt(g)) / (s + sqrt(g))}, with s in units of 1
 * kHz, by the bilinear transform. Half of the decibels are reached at 1 kHz.
 */
final class TrebleShelf {

    private static final double MIDDLE = 1000;

    private TrebleShelf() {}

    /** The wave with its treble changed by a gain in dB. */
    static Wave of(Wave wave, double decibels) {
        if (wave.rate() <= 2 * MIDDLE) {
            throw new IllegalArgumentException("the rate is " + wave.rate() + " Hz, too low for treble");
        }
        double gain = Math.pow(10, decibels / 20);
        double pole = Math.sqrt(gain) * Math.tan(Math.PI * MIDDLE / wave.rate());
        double[] b = {(pole + gain) / (pole + 1), (pole - gain) / (pole + 1)};
        double a = (pole - 1) / (pole + 1);
        float[] samples = wave.samples();
        double before = 0;
        double filtered = 0;
        for (int i = 0; i < samples.length; i++) {
            filtered = b[0] * samples[i] + b[1] * before - a * filtered;
            before = samples[i];
            samples[i] = (float) filtered;
        }
        return Wave.of(samples, wave.rate());
    }
}
