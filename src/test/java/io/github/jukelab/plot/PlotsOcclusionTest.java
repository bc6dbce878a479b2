package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.evaluation.OcclusionMap;
import io.github.jukelab.feature.FrameSeries;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotsOcclusionTest {

    private static final int VERMILION = 0xD55E00;
    private static final int BLUE = 0x0072B2;
    private static final int WHITE = 0xFFFFFF;
    private static final FrameSeries INPUT =
            FrameSeries.of("Mel band in Hz", "dB", List.of("100", "200"), new float[] {0, -20, -40, -80}, 1);

    private static OcclusionMap map(double end) {
        return new OcclusionMap("cat", 0.75, List.of(List.of(0.5, 0.0), List.of(-0.5, 0.25)), new TimeSpan(0, 2), end);
    }

    private static int colour(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    /** Blocks of 300 by 90 pixels: the fall at the lower left, the rise above it. */
    @Test
    void blocksAreColouredByTheirFall() {
        BufferedImage image = Plots.occlusion(INPUT, map(2)).image();
        assertThat(colour(image, 80, 420)).isEqualTo(VERMILION);
        assertThat(colour(image, 370, 340)).isEqualTo(VERMILION);
        assertThat(colour(image, 380, 420)).isEqualTo(WHITE);
        assertThat(colour(image, 80, 250)).isEqualTo(BLUE);
        int half = colour(image, 670, 250);
        assertThat(half >> 16).isGreaterThan(0xD5);
        assertThat(half & 0xFF).isBetween(0x70, 0x90);
    }

    /** The sound ends in the middle of both panels. */
    @Test
    void aLineMarksTheEndOfAPaddedSound() {
        BufferedImage with = Plots.occlusion(INPUT, map(1)).image();
        BufferedImage without = Plots.occlusion(INPUT, map(2)).image();
        for (int y : new int[] {60, 150, 260, 400}) {
            assertThat(colour(with, 376, y)).isEqualTo(0x222222);
            assertThat(colour(with, 374, y)).isEqualTo(WHITE);
            assertThat(colour(without, 376, y)).isNotEqualTo(0x222222);
        }
    }

    @Test
    void theTextHasTheMap() {
        assertThat(Plots.occlusion(INPUT, map(2)).alternativeText())
                .isEqualTo("Input of a model, and by how much its probability falls without each patch. "
                        + "OcclusionMap[cat 0.75, 2 bands by 2 times from 0.0 to 2.0 s: "
                        + "it falls most, by 0.50, without the patch around band 1 from below at 0.00 to 1.00 s]");
    }

    /** A fall of 0.05 is half of the least range. */
    @Test
    void smallFallsStayPale() {
        OcclusionMap small = new OcclusionMap("cat", 0.75, List.of(List.of(0.05)), new TimeSpan(0, 2), 2);
        int pale = colour(Plots.occlusion(INPUT, small).image(), 200, 300);
        assertThat(pale & 0xFF).isBetween(0x70, 0x90);
    }

    @Test
    void anInputOfOneValueIsDrawn() {
        FrameSeries flat = FrameSeries.of("Row of the input", "", List.of("1", "2"), new float[4], 1);
        assertThat(Plots.occlusion(flat, map(2)).png()).hasSizeLessThan(50_000);
    }
}
