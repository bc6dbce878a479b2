package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DctTest {

    @Test
    void constantHasOneCoefficient() {
        Spectrogram constant = Spectrogram.of(new float[] {3, 3, 3, 3}, new double[] {1, 2, 3, 4}, Scale.DECIBEL, 1);
        assertThat(Dct.of(4, 4).apply(constant))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(6, 0, 0, 0);
    }

    @Test
    void basisVectorHasOneCoefficient() {
        float[] values = new float[5];
        for (int n = 0; n < 5; n++) {
            values[n] = (float) Math.cos(Math.PI * 2 * (2 * n + 1) / 10);
        }
        Spectrogram column = Spectrogram.of(values, new double[] {1, 2, 3, 4, 5}, Scale.DECIBEL, 1);
        assertThat(Dct.of(5, 3).apply(column))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(0, 0, (float) Math.sqrt(2.5));
        assertThat(Dct.of(5, 3)).hasToString("Dct[5 values to 3 coefficients]");
    }

    @Test
    void rejectsOtherSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dct.of(4, 5))
                .withMessage("coefficients must be 1 to 4, got 5");
        Spectrogram two = Spectrogram.of(new float[2], new double[] {1, 2}, Scale.DECIBEL, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dct.of(4, 2).apply(two))
                .withMessage("this transform takes 4 bins, got a spectrogram of 2");
    }

    /** The definitions of scipy, without scaling. */
    @ParameterizedTest
    @EnumSource(Dct.Type.class)
    void typesEqualTheirDefinitions(Dct.Type type) {
        float[] x = {3, -1, 4, 1, -5};
        double[] expected = new double[5];
        for (int k = 0; k < 5; k++) {
            for (int n = 0; n < 5; n++) {
                expected[k] += x[n]
                        * switch (type) {
                            case I -> (n == 0 || n == 4 ? 1 : 2) * Math.cos(Math.PI * k * n / 4);
                            case II -> 2 * Math.cos(Math.PI * k * (2 * n + 1) / 10);
                            case III -> (n == 0 ? 1 : 2) * Math.cos(Math.PI * (2 * k + 1) * n / 10);
                        };
            }
        }
        float[] actual = Dct.of(5, 5, type, false).apply(column(x));
        for (int k = 0; k < 5; k++) {
            assertThat((double) actual[k]).isCloseTo(expected[k], within(1e-5));
        }
    }

    /** Orthonormal: the sum of squares stays; and type I twice, or type II then III, gives the values back. */
    @ParameterizedTest
    @EnumSource(Dct.Type.class)
    void orthonormalTypesHaveAnInverse(Dct.Type type) {
        float[] x = {3, -1, 4, 1, -5};
        Dct.Type inverse = type == Dct.Type.I ? type : type == Dct.Type.II ? Dct.Type.III : Dct.Type.II;
        float[] there = Dct.of(5, 5, type, true).apply(column(x));
        assertThat(Dct.of(5, 5, inverse, true).apply(column(there)))
                .usingComparatorWithPrecision(1e-5f)
                .containsExactly(x);
    }

    @Test
    void typeOneNeedsTwoValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dct.of(1, 1, Dct.Type.I, false))
                .withMessage("a cosine transform of type I needs at least 2 values, got 1");
    }

    private static Spectrogram column(float[] values) {
        return Spectrogram.of(values, new double[] {1, 2, 3, 4, 5}, Scale.DECIBEL, 1);
    }
}
