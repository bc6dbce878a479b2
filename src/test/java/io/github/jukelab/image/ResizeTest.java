package io.github.jukelab.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Npy;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resizing against TensorFlow 2.21, and closed forms. */
class ResizeTest {

    private static final Offset<Float> CLOSE = within(1e-4f); // of values up to 100

    /** The matrix of the fixtures. */
    static float[] matrix(int height, int width) {
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * i * 7 + 3 * i) % 101;
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({"9, 7, 4, 5", "9, 7, 20, 13", "201, 5, 8, 8"})
    void equalsTensorFlow(int height, int width, int toHeight, int toWidth) {
        String sizes = height + "x" + width + "_" + toHeight + "x" + toWidth;
        float[] values = matrix(height, width);
        assertThat(Resize.bilinear(values, height, width, toHeight, toWidth))
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(Npy.resource("fixtures/image/bilinear_" + sizes + ".npy")
                        .floats());
        assertThat(Resize.antialiased(values, height, width, toHeight, toWidth))
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(Npy.resource("fixtures/image/antialiased_" + sizes + ".npy")
                        .floats());
    }

    @Test
    void upscalesByTwo() {
        assertThat(Resize.bilinear(new float[] {0, 4}, 1, 2, 1, 4)).containsExactly(0, 1, 3, 4);
        assertThat(Resize.bilinear(new float[] {0, 4}, 2, 1, 4, 1)).containsExactly(0, 1, 3, 4);
        assertThat(Resize.antialiased(new float[] {0, 4}, 1, 2, 1, 4)).containsExactly(0, 1, 3, 4);
    }

    @Test
    void halvedBilinearIsTheMeanOfTwo() {
        assertThat(Resize.bilinear(new float[] {1, 3, 5, 11}, 1, 4, 1, 2)).containsExactly(2, 8);
    }

    @Test
    void halvedAntialiasedWeighsNeighboursToo() {
        float[] halved = Resize.antialiased(new float[] {0, 0, 8, 8}, 1, 4, 1, 2);
        assertThat(halved[0]).isCloseTo(8 / 7f, CLOSE); // weights 3 3 1 of 7
        assertThat(halved[1]).isCloseTo(48 / 7f, CLOSE);
    }

    /** Of six values for each new one, bilinear uses the middle two. */
    @Test
    void bilinearLosesWhatAntialiasedKeeps() {
        float[] line = new float[30];
        line[17] = 1;
        assertThat(Resize.bilinear(line, 1, 30, 1, 5)).containsOnly(0);
        assertThat(Resize.antialiased(line, 1, 30, 1, 5)[2]).isPositive();
    }

    @Test
    void sameSizeChangesNothing() {
        float[] values = matrix(6, 5);
        assertThat(Resize.bilinear(values, 6, 5, 6, 5)).containsExactly(values);
        assertThat(Resize.antialiased(values, 6, 5, 6, 5)).containsExactly(values);
    }

    @Test
    void keepsSlopesAndConstants() {
        float[] slope = new float[100 * 3];
        float[] constant = new float[100 * 3];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = i / 3 + 0.5f;
            constant[i] = 7;
        }
        float[] small = Resize.antialiased(slope, 100, 3, 10, 1);
        for (int row = 1; row < 9; row++) {
            assertThat(small[row]).isCloseTo(10 * row + 5, CLOSE);
        }
        assertThat(Resize.antialiased(constant, 100, 3, 7, 9)).containsOnly(7);
        assertThat(Resize.bilinear(constant, 100, 3, 7, 9)).containsOnly(7);
    }

    @Test
    void oneValueFillsAll() {
        assertThat(Resize.bilinear(new float[] {5}, 1, 1, 2, 3)).hasSize(6).containsOnly(5);
    }

    @Test
    void checksSizeAndNumberOfValues() {
        assertThatThrownBy(() -> Resize.bilinear(new float[5], 2, 3, 1, 1)).hasMessage("3 x 2 needs 6 values, got 5");
        assertThatThrownBy(() -> Resize.bilinear(new float[6], 2, 3, 0, 1))
                .hasMessage("width and height must be at least 1, got 1 x 0");
        assertThatThrownBy(() -> Resize.antialiased(new float[5], 2, 3, 1, 1))
                .hasMessage("3 x 2 needs 6 values, got 5");
        assertThatThrownBy(() -> Resize.antialiased(new float[6], 2, 3, 1, 0))
                .hasMessage("width and height must be at least 1, got 0 x 1");
    }
}
