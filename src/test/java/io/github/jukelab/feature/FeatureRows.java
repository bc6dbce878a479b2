package io.github.jukelab.feature;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.signal.Waves;

/** Tests that need rows with all values of the feature table. */
public final class FeatureRows {

    private FeatureRows() {}

    /** Skips the test as long as rows lack harmony, percussion and tempo. */
    public static void assumeComplete() {
        assumeThat(FeatureRow.of(Waves.noise(3000, 1)).names()).contains("harmony_mean", "perceptr_mean", "tempo");
    }
}
