package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Waves;
import org.junit.jupiter.api.Test;

class ZeroCrossingsTest {

    @Test
    void alternatingSamplesCrossEveryTime() {
        Wave wave = Waves.of(4096, i -> i % 2 == 0 ? 1 : -1);
        assertThat(ZeroCrossings.count(wave)).isEqualTo(4095);
        assertThat(ZeroCrossingRate.of(wave).value(0, 4)).isEqualTo(2047f / 2048);
    }

    @Test
    void tinySamplesNeverCross() {
        assertThat(ZeroCrossings.count(Waves.of(100, i -> i % 2 == 0 ? 1e-10 : -1e-10)))
                .isZero();
        assertThat(ZeroCrossings.count(Waves.of(100, i -> i % 2 == 0 ? 0 : -1.1e-10)))
                .isEqualTo(99);
    }
}
