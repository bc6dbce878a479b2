package io.github.jukelab.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.jukelab.Npy;
import io.github.jukelab.TestData;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourMapTest {

    @Test
    void viridisIsThePublishedTable() {
        Optional<Path> file = TestData.shared("fixtures/librosa/music_a/viridis_lut.npy");
        assumeTrue(file.isPresent());
        Npy table = Npy.read(file.get());
        double[][] colours = ColourMap.VIRIDIS.colours();
        assertThat(colours).hasDimensions(256, 3);
        for (int i = 0; i < 256; i++) {
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                assertThat(colours[i][channel]).isEqualTo(table.at(i, channel));
                rgb = rgb << 8 | (int) (255 * table.at(i, channel));
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
