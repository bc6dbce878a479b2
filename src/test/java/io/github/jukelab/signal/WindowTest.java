package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    @Test
    void hannIsPeriodicOrSymmetric() {
        assertThat(Window.hann(4).weights()).usingComparatorWithPrecision(1e-15).containsExactly(0, 0.5, 1, 0.5);
        assertThat(Window.symmetricHann(5).weights())
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(0, 0.5, 1, 0.5, 0);
        assertThat(Window.hann(1).weights()).containsExactly(1);
        assertThat(Window.hann(8)).hasToString("Window[periodic hann, 8 samples]");
        assertThat(Window.hann(8).length()).isEqualTo(8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.hann(0))
                .withMessage("window length must be at least 1, got 0");
    }

    @Test
    void hannEqualsScipy() {
        LibrosaFixtures.table("hann_2048").assertEqual(Window.hann(2048).weights());
    }

    @Test
    void tukeyIsFlatInTheMiddleAndHannForAlphaOne() {
        double[] weights = Window.tukey(256, 0.25).weights();
        assertThat(weights[0]).isZero();
        assertThat(weights[128]).isEqualTo(1);
        assertThat(weights[16]).isCloseTo(0.5, within(1e-12));
        assertThat(Window.tukey(64, 1).weights())
                .containsExactly(Window.hann(64).weights(), within(1e-12));
    }

    /** {@code scipy.signal.get_window(shape, 5)}. */
    @ParameterizedTest
    @CsvSource({
        "BOXCAR,         1, 1, 1",
        "HANN,           0, 0.3454915028125263, 0.9045084971874737",
        "HAMMING,        0.08, 0.3978521825875242, 0.9121478174124759",
        "BLACKMAN,       0, 0.2007701432625305, 0.8492298567374694",
        "BLACKMANHARRIS, 0.00006, 0.1030114893456638, 0.7938335106543364",
        "NUTTALL,        0.0003628, 0.11051525304987181, 0.7982580969501283",
        "FLATTOP,        -0.000421051, -0.06771425207621193, 0.606872152576212",
        "BARTLETT,       0, 0.4, 0.8",
        "COSINE,         0.25881904510252074, 0.7071067811865476, 0.9659258262890682"
    })
    void shapesEqualScipy(WindowShape shape, double first, double second, double third) {
        double[] weights = Window.of(shape, 5).weights();
        assertThat(weights[0]).isCloseTo(first, within(1e-12));
        assertThat(weights[1]).isCloseTo(second, within(1e-12));
        assertThat(weights[2]).isCloseTo(third, within(1e-12));
        assertThat(Window.of(shape, 1).weights()).containsExactly(1);
    }

    @Test
    void aPaddedWindowIsInTheMiddle() {
        Window padded = Window.of(WindowShape.BOXCAR, 2).paddedTo(5);
        assertThat(padded.weights()).containsExactly(0, 1, 1, 0, 0);
        assertThat(padded).hasToString("Window[periodic boxcar of 2, 5 samples]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> padded.paddedTo(4))
                .withMessage("frame length must be at least 5, got 4");
    }
}
