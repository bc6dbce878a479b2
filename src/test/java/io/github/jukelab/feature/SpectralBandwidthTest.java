package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.spectrogram;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import org.junit.jupiter.api.Test;

class SpectralBandwidthTest {

    /** The variance of a single bin is the difference of two large, equal numbers. */
    @Test
    void singleBinGivesNearlyZero() {
        double[] frequencies = {0, 10_000.3, 48_000.7};
        Spectrogram magnitude = spectrogram(frequencies, Scale.MAGNITUDE, 0, 0, 3.7f, 0, 0, 0.3f);
        for (float width : SpectralBandwidth.of(magnitude).values()) {
            assertThat(width).isBetween(0f, 1e-3f);
        }
        assertThat(SpectralCentroid.of(magnitude).values()).containsExactly(10_000.3f, 48_000.7f);
    }
}
