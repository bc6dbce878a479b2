package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.spectrogram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.signal.Scale;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpectralFlatnessTest {

    @Test
    void geometricOverArithmeticMean() {
        double[] frequencies = {0, 1, 2, 3, 4};
        assertThat(SpectralFlatness.of(spectrogram(frequencies, Scale.MAGNITUDE, 3, 3, 3, 3, 3))
                        .values())
                .containsExactly(1);
        assertThat(SpectralFlatness.of(spectrogram(frequencies, Scale.POWER, 1, 2, 4, 8, 16))
                        .value(0, 0))
                .isCloseTo(4 / 6.2f, within(1e-7f));
        assertThat(SpectralFlatness.of(spectrogram(frequencies, Scale.MAGNITUDE, 1, 0, 0, 0, 0))
                        .value(0, 0))
                .isCloseTo(5e-8f, within(1e-14f));
    }

    @Test
    void largestAndSmallestValuesDoNotOverflow() {
        float[] values = new float[40];
        Arrays.fill(values, Float.MAX_VALUE);
        double[] frequencies = new double[40];
        Arrays.setAll(frequencies, k -> k);
        assertThat(SpectralFlatness.of(spectrogram(frequencies, Scale.MAGNITUDE, values))
                        .value(0, 0))
                .isCloseTo(1, within(1e-6f));
        assertThat(SpectralFlatness.of(spectrogram(frequencies, Scale.MAGNITUDE, new float[40]))
                        .value(0, 0))
                .isCloseTo(1, within(1e-6f));
    }
}
