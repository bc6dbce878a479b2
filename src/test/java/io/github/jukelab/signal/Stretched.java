package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;

/** Measurements for tests of time stretching and pitch shifting. */
final class Stretched {

    private Stretched() {}

    /** The strongest frequency of the middle, to 0.7 Hz. */
    static double pitch(Wave wave) {
        int quarter = wave.length() / 4;
        Spectrogram spectrum = Spectrogram.of(
                wave.slice(quarter, wave.length() - quarter),
                Frames.of(10_000, 20_000).withCentered(false),
                32_768);
        int strongest = 0;
        for (int bin = 1; bin < spectrum.bins(); bin++) {
            strongest = spectrum.value(bin, 0) > spectrum.value(strongest, 0) ? bin : strongest;
        }
        return spectrum.frequencies()[strongest];
    }

    /** The largest sample of the middle half. */
    static double loudest(Wave wave) {
        double loudest = 0;
        for (int i = wave.length() / 4; i < wave.length() * 3 / 4; i++) {
            loudest = Math.max(loudest, wave.sample(i));
        }
        return loudest;
    }
}
