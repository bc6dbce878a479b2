package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

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
}
