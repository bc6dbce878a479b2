package io.github.jukelab.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourMapTest {

    /** The colours themselves are compared with matplotlib's by {@code FeatureCatalogParityTest}. */
    @Test
    void theMiddleOfEachStepGetsItsColour() {
        double[][] colours = ColourMap.VIRIDIS.colours();
        assertThat(colours).hasDimensions(256, 3);
        for (int i = 0; i < 256; i++) {
            int rgb = 0;
            for (double level : colours[i]) {
                rgb = rgb << 8 | (int) (255 * level);
            }
            assertThat(ColourMap.VIRIDIS.rgb((i + 0.5) / 256)).isEqualTo(rgb);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 440154", "1, fde724", "-3, 440154", "7, fde724", "NaN, 440154", "-Infinity, 440154"})
    void valuesOutsideGetTheNearerEnd(double value, String rgb) {
        assertThat(ColourMap.VIRIDIS.rgb(value)).isEqualTo(Integer.parseInt(rgb, 16));
    }
}
