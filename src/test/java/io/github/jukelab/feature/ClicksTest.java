package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Waves;
import org.junit.jupiter.api.Test;

class ClicksTest {

    @Test
    void clickIsAFadingSine() {
        Wave clicked = Clicks.over(Waves.silence(5000), new double[] {1000.0 / Waves.RATE});
        assertThat(clicked.sample(999)).isZero();
        for (int i = 0; i < 2205; i++) {
            double expected = Math.pow(2, -10.0 * i / 2204) * Math.sin(2 * Math.PI * 1000 * i / Waves.RATE);
            assertThat(clicked.sample(1000 + i)).isCloseTo((float) expected, within(1e-6f));
        }
        assertThat(clicked.sample(1000 + 2205)).isZero();
    }

    @Test
    void clicksAreCutAtTheEnd() {
        Wave clicked = Clicks.over(Waves.silence(1000), new double[] {900.0 / Waves.RATE, 1});
        assertThat(clicked.length()).isEqualTo(1000);
        assertThat(clicked.sample(905)).isGreaterThan(0.5f);
    }
}
