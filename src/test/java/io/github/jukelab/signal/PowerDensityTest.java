package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerDensityTest {

    @Test
    void densityOfWhiteNoiseSumsToItsVariance() {
        Random random = new Random(1);
        float[] samples = new float[200_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.1 * random.nextGaussian());
        }
        Spectrogram density = PowerDensity.matplotlib(256, 128).apply(Wave.of(samples, 8000));
        double power = 0;
        for (float value : density.values()) {
            power += value * (8000 / 256.0) / density.frames();
        }
        assertThat(power).isCloseTo(0.01, within(1e-4));
    }

    @Test
    void subtractsTheMean() {
        float[] offset = new float[1000];
        java.util.Arrays.fill(offset, 0.5f);
        Spectrogram density = PowerDensity.SCIPY.apply(Wave.of(offset, 8000));
        assertThat(density.value(0, 0)).isLessThan(1e-20f);
        assertThat(PowerDensity.matplotlib(256, 0).apply(Wave.of(offset, 8000)).value(0, 0))
                .isGreaterThan(1e-3f);
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatThrownBy(() -> PowerDensity.matplotlib(256, 256))
                .hasMessage("overlap must be from 0 to 255, got 256");
        assertThatThrownBy(() -> new PowerDensity(Frames.of(256, 64), Window.hann(128), false))
                .hasMessage("the window must have the even length of the frames, got 128 weights for 256 samples");
        assertThatThrownBy(() -> Window.tukey(8, 1.5)).hasMessage("alpha must be from 0 to 1, got 1.5");
        Wave wave = Wave.of(new float[512], 8000);
        assertThatThrownBy(() -> Spectrogram.of(wave, Frames.of(210, 110), 128))
                .hasMessage("nFft must be at least the 210 samples of a frame, got 128");
        assertThatThrownBy(() -> PowerDensity.matplotlib(1024, 0).apply(wave))
                .hasMessageContaining("need a wave of at least 1024 samples, got 512");
    }
}
