package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.Waves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZeroCrossingRateTest {

    @ParameterizedTest
    @MethodSource("io.github.jukelab.feature.FeatureFixtures#frameSettings")
    void equalsTheDefinition(Frames frames, int samples) {
        Wave wave = Waves.noise(samples, 2);
        FrameSeries rate = ZeroCrossingRate.of(wave, frames);
        for (int t = 0; t < rate.frames(); t += 1 + rate.frames() / 50) {
            int crossings = 0;
            for (int i = frames.start(t) + 1; i < frames.start(t) + frames.length(); i++) {
                crossings += nearest(wave, i) < 0 != nearest(wave, i - 1) < 0 ? 1 : 0;
            }
            assertThat(rate.value(0, t)).isEqualTo((float) crossings / frames.length());
        }
    }

    private static float nearest(Wave wave, int position) {
        return wave.sample(Math.max(0, Math.min(wave.length() - 1, position)));
    }
}
