package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaveSineTest {

    @Test
    void hasTheFrequencyLengthAndRate() {
        assertThat(Wave.sine(2, 1, 8).samples())
                .containsExactly(new float[] {0, .5f, 0, -.5f, 0, .5f, 0, -.5f}, within(1e-7f));
        assertThat(Wave.sine(440, 0.5, 22_050)).hasToString("Wave[22050 Hz, 0.50 s, mono]");
        assertThat(Wave.sine(0, 1, 3).samples()).containsExactly(0, 0, 0);
    }

    @Test
    void rejectsValuesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wave.sine(5, 1, 8))
                .withMessage("frequency must be in [0, 4.0] Hz, got 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wave.sine(440, 0, 22_050))
                .withMessage("a wave needs at least one sample, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wave.sine(0, 1, 0))
                .withMessageStartingWith("rate must be positive, got 0");
    }
}
