package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import org.junit.jupiter.api.Test;

class ExampleTest {

    @Test
    void aRowBecomesAnExample() {
        Example row = Example.of("x.3", "x", "a", new double[] {1, -2.5, 1e-3});

        assertThat(row.shape()).isEqualTo(new Shape(1, 1, 3));
        assertThat(row.values()).containsExactly(1, -2.5f, 1e-3f);
        assertThat(row).hasToString("Example[x.3, a, 3 values]");
    }

    @Test
    void refusesRowsThatAreEmptyOrNotFinite() {
        assertThatThrownBy(() -> Example.of("x", "x", "a", new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape must be at least 1 x 1 x 1, got 1 x 1 x 0");
        assertThatThrownBy(() -> Example.of("x", "x", "a", new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values of x must be finite, got NaN");
        assertThatThrownBy(() -> Example.of("x", "x", "a", new double[] {1e39}))
                .hasMessage("values of x must be finite, got Infinity");
    }

    @Test
    void aSpectrogramBecomesOneChannel() {
        Spectrogram spectrogram =
                Spectrogram.of(new float[] {1, 2, 3, 4, 5, 6}, new double[] {100, 200}, Scale.POWER, 0.01);
        Example example = Example.of("x.0", "x", "a", spectrogram);
        assertThat(example.shape()).isEqualTo(new Shape(1, 2, 3));
        assertThat(example.values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(example).hasToString("Example[x.0, a, 1 x 2 x 3]");
    }

    @Test
    void refusesValuesOfTheWrongNumberOrNotFinite() {
        assertThatThrownBy(() -> new Example("x", "x", "a", new Shape(1, 2, 2), new float[3]))
                .hasMessage("x of shape 1 x 2 x 2 must have 4 values, got 3");
        assertThatThrownBy(() -> new Example("x", "x", "a", Shape.row(1), new float[] {Float.NaN}))
                .hasMessage("values of x must be finite, got NaN");
        assertThatThrownBy(() -> new Shape(1, 0, 2)).hasMessage("shape must be at least 1 x 1 x 1, got 1 x 0 x 2");
    }
}
