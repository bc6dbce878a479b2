package io.github.jukelab.extraction;

import static io.github.jukelab.extraction.FeatureParameter.BINS_PER_OCTAVE;
import static io.github.jukelab.extraction.FeatureParameter.FMAX;
import static io.github.jukelab.extraction.FeatureParameter.FMIN;
import static io.github.jukelab.extraction.FeatureParameter.N_CHROMA;
import static io.github.jukelab.extraction.FeatureParameter.N_FFT;
import static io.github.jukelab.extraction.FeatureParameter.N_MELS;
import static io.github.jukelab.extraction.FeatureParameter.N_MFCC;
import static io.github.jukelab.extraction.FeatureParameter.WIN_LENGTH;

/** Which values of parameters fit together, whatever the wave is. */
final class Fits {

    private Fits() {}

    /** Checks the values that are set. */
    static void check(FeatureParameters values) {
        atMost(N_MFCC, N_MELS, values);
        if (values.find(N_FFT).isPresent()) {
            atMost(WIN_LENGTH, N_FFT, values);
        }
        values.find(FMAX).filter(fmax -> fmax <= values.get(FMIN)).ifPresent(fmax -> {
            throw new IllegalArgumentException("fmax must be above fmin, " + values.get(FMIN) + ", got " + fmax);
        });
        values.find(N_CHROMA)
                .filter(classes -> values.find(BINS_PER_OCTAVE).orElse(classes) % classes != 0)
                .ifPresent(classes -> {
                    throw new IllegalArgumentException("bins_per_octave must be a multiple of n_chroma, " + classes
                            + ", got " + values.get(BINS_PER_OCTAVE));
                });
    }

    private static void atMost(
            FeatureParameter<Integer> parameter, FeatureParameter<Integer> limit, FeatureParameters values) {
        values.find(parameter).filter(value -> value > values.get(limit)).ifPresent(value -> {
            throw new IllegalArgumentException(
                    parameter + " must be at most " + limit + ", " + values.get(limit) + ", got " + value);
        });
    }
}
