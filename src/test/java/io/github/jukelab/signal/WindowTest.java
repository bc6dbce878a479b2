package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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
}
