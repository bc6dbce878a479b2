package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpectrogramToMagnitudeTest {

    private static Spectrogram of(Scale scale, float... values) {
        return Spectrogram.of(values, new double[] {0, 100}, scale, 0.01);
    }

    @Test
    void invertsDecibels() {
        assertThat(of(Scale.DECIBEL, 0, 20, -40, 6.0206f).toMagnitude().values())
                .containsExactly(new float[] {1, 10, 0.01f, 2}, within(1e-5f));
        Spectrogram magnitude = Spectrogram.of(Waves.noise(2000, 1), Stft.of(256));
        Spectrogram back = magnitude.toDecibels().toMagnitude();
        assertThat(back.scale()).isEqualTo(Scale.MAGNITUDE);
        assertThat(back.values()).containsExactly(magnitude.values(), within(1e-4f));
    }

    @Test
    void powersGiveTheirRoots() {
        assertThat(of(Scale.POWER, 0, 4, 9, 16).toMagnitude().values()).containsExactly(0, 2, 3, 4);
    }

    @Test
    void magnitudesStayAsTheyAre() {
        Spectrogram magnitude = of(Scale.MAGNITUDE, 1, 2);
        assertThat(magnitude.toMagnitude()).isSameAs(magnitude);
    }
}
