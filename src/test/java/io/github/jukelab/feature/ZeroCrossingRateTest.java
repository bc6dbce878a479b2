package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.assertDefinition;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.Waves;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZeroCrossingRateTest {

    @ParameterizedTest
    @MethodSource("io.github.jukelab.feature.FeatureFixtures#frameSettings")
    void equalsTheDefinition(Frames frames, int samples) {
        Wave wave = Waves.noise(samples, 2);
        assertDefinition(ZeroCrossingRate.of(wave, frames), t -> rate(wave, frames, t), 0);
    }

    private static double rate(Wave wave, Frames frames, int t) {
        long crossings = IntStream.range(frames.start(t) + 1, frames.start(t) + frames.length())
                .filter(i -> nearest(wave, i) < 0 != nearest(wave, i - 1) < 0)
                .count();
        return (double) crossings / frames.length();
    }

    private static float nearest(Wave wave, int position) {
        return wave.sample(Math.max(0, Math.min(wave.length() - 1, position)));
    }
}
