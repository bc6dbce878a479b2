package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;
import java.util.Locale;

/**
 * Refuses sounds whose powers would exceed the largest float, before anything is computed from them. Sounds in [-1, 1]
 * are far from that: in frames of 2048 samples the largest sample allowed is 9e15.
 */
final class SampleLevel {

    private SampleLevel() {}

    /**
     * Checks a wave.
     *
     * @param wave any
     * @param gain a magnitude is at most this many times the largest sample: the sum of a window's weights
     * @throws IllegalArgumentException if the square of such a magnitude, or twice that, is not finite in float
     */
    static void check(Wave wave, double gain) {
        float peak = 0;
        for (int i = 0; i < wave.length(); i++) {
            float level = Math.abs(wave.sample(i));
            peak = level > peak ? level : peak;
        }
        if (2 * gain * peak > Math.sqrt(Float.MAX_VALUE)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "samples up to %.1e are too large for features; scale the sound to [-1, 1]", peak));
        }
    }
}
