package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;

/**
 * The number of sign changes in a wave. Samples up to 1e-10 in absolute value count as positive zero. Equal to
 * {@code librosa.zero_crossings(y, pad=False).sum()}.
 *
 * <p>Notebook: 01-explore-gtzan
 */
public final class ZeroCrossings {

    private static final float LARGEST_ZERO = 1e-10f;

    private ZeroCrossings() {}

    /**
     * All crossings of a wave.
     *
     * @param wave of n samples
     * @return from 0 to {@code n - 1}
     */
    public static int count(Wave wave) {
        return between(wave, 1, wave.length());
    }

    /** The number of samples in a range, cut to the wave, whose sign differs from that of the previous sample. */
    static int between(Wave wave, int from, int to) {
        int count = 0;
        int end = Math.min(to, wave.length());
        for (int i = Math.max(1, from); i < end; i++) {
            count += sign(wave.sample(i)) ^ sign(wave.sample(i - 1));
        }
        return count;
    }

    /** 1 below {@code -LARGEST_ZERO}, else 0; without a branch, since crossings are unpredictable. */
    private static int sign(float sample) {
        return Float.floatToRawIntBits(sample + LARGEST_ZERO) >>> 31;
    }
}
