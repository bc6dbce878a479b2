package io.github.jukelab.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Npy;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes against Keras' matrices applied by SciPy 1.17.1, and closed forms. */
class ShearZoomFlipTest {

    private static final float[] TWO_ROWS = {1, 2, 3, 4, 5, 6};

    @ParameterizedTest
    @CsvSource({"0, 0.15, 0.83, 1.17", "1, -20, 1.2, 0.8", "2, 0.2, 1, 1"})
    void equalsKeras(int fixture, double shear, double zoomRows, double zoomColumns) {
        float[] plane = ResizeTest.matrix(9, 12);
        float[] twoPlanes = Arrays.copyOf(plane, 2 * plane.length);
        System.arraycopy(plane, 0, twoPlanes, plane.length, plane.length);
        float[] expected =
                Npy.resource("fixtures/image/jitter_" + fixture + ".npy").floats();
        float[] changed = new ShearZoomFlip(shear, zoomRows, zoomColumns, false).apply(twoPlanes, 9, 12);
        assertThat(Arrays.copyOf(changed, plane.length))
                .usingComparatorWithPrecision(1e-5f)
                .containsExactly(expected);
        assertThat(Arrays.copyOfRange(changed, plane.length, changed.length))
                .containsExactly(Arrays.copyOf(changed, plane.length));
    }

    @Test
    void identityChangesNothing() {
        assertThat(new ShearZoomFlip(0, 1, 1, false).apply(TWO_ROWS, 2, 3)).containsExactly(TWO_ROWS);
    }

    @Test
    void flipReversesEachRow() {
        assertThat(new ShearZoomFlip(0, 1, 1, true).apply(TWO_ROWS, 2, 3)).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(new ShearZoomFlip(0, 1, 1, true).apply(TWO_ROWS, 1, 3)).containsExactly(3, 2, 1, 6, 5, 4);
    }

    /** The centre of four columns counts as column 2.5, so twice the columns start at column −2.5. */
    @Test
    void pixelsFromOutsideRepeatTheEdge() {
        assertThat(new ShearZoomFlip(0, 1, 2, false).apply(new float[] {10, 20, 30, 40}, 1, 4))
                .containsExactly(10, 10, 25, 40);
    }

    @Test
    void shearOfTheArticleHasAlmostNoEffect() {
        float[] slope = new float[64 * 64];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = i / 64;
        }
        float[] leaning = new ShearZoomFlip(0.2, 1, 1, false).apply(slope, 64, 64);
        double largest = 0;
        for (int i = 0; i < slope.length; i++) {
            largest = Math.max(largest, Math.abs(leaning[i] - slope[i]));
        }
        assertThat(largest).isBetween(0.1, 0.12);
    }

    @Test
    void drawsWithinTheRange() {
        Random random = new Random(1);
        int flips = 0;
        double minZoom = 2;
        double maxShear = 0;
        for (int i = 0; i < 1000; i++) {
            ShearZoomFlip change = ShearZoomFlipRange.AS_PRINTED.draw(random);
            assertThat(Math.abs(change.shear())).isLessThanOrEqualTo(0.2);
            assertThat(change.zoomRows()).isBetween(0.8, 1.2);
            assertThat(change.zoomColumns()).isBetween(0.8, 1.2);
            flips += change.flip() ? 1 : 0;
            minZoom = Math.min(minZoom, change.zoomRows());
            maxShear = Math.max(maxShear, change.shear());
        }
        assertThat(flips).isBetween(450, 550);
        assertThat(minZoom).isLessThan(0.81);
        assertThat(maxShear).isGreaterThan(0.19);
        assertThat(new ShearZoomFlipRange(0, 0, false).draw(random)).isEqualTo(new ShearZoomFlip(0, 1, 1, false));
    }

    @Test
    void theSameSeedDrawsTheSame() {
        assertThat(ShearZoomFlipRange.AS_PRINTED.draw(new Random(5)))
                .isEqualTo(ShearZoomFlipRange.AS_PRINTED.draw(new Random(5)));
    }

    @Test
    void rejectsValuesOutOfRange() {
        assertThatThrownBy(() -> new ShearZoomFlip(Double.NaN, 1, 1, false))
                .hasMessage("shear must be finite, got NaN");
        assertThatThrownBy(() -> new ShearZoomFlip(0, 0, 1, false))
                .hasMessage("zooms must be finite and positive, got 0.0 and 1.0");
        assertThatThrownBy(() -> new ShearZoomFlipRange(-1, 0, false)).hasMessage("shear must be 0 or more, got -1.0");
        assertThatThrownBy(() -> new ShearZoomFlipRange(0, 1, false)).hasMessage("zoom must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new ShearZoomFlip(0, 1, 1, false).apply(TWO_ROWS, 2, 2))
                .hasMessage("channels of 2 x 2 need a multiple of 4 values, got 6");
        assertThatThrownBy(() -> new ShearZoomFlip(0, 1, 1, false).apply(TWO_ROWS, 0, 2))
                .hasMessage("width and height must be at least 1, got 2 x 0");
    }
}
