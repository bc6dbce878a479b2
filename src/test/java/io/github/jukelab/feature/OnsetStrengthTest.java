package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static io.github.jukelab.feature.FeatureFixtures.onsetStrength;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OnsetStrengthTest {

    /** Bands that rise by 4, 2, 1 and fall by 1 from frame 0 to 1, then stay. */
    private static Spectrogram rising() {
        float[] values = {0, 4, 4, 0, 2, 2, 0, 1, 1, 0, -1, -1};
        return Spectrogram.of(values, new double[] {1, 2, 3, 4}, Scale.DECIBEL, 0.5);
    }

    @Test
    void aggregatesByMeanOrMedian() {
        Stft stft = Stft.of(64).withCentered(false);
        FrameSeries mean = OnsetStrength.of(rising(), stft, Aggregate.MEAN);
        assertThat(mean.values()).containsExactly(0, 1.75f, 0);
        assertThat(OnsetStrength.of(rising(), stft, Aggregate.MEDIAN).values()).containsExactly(0, 1.5f, 0);
        assertThat(mean.unit()).isEqualTo("dB");
        assertThat(mean.secondsPerFrame()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"64, 64, 1", "64, 32, 2", "64, 33, 1", "64, 10, 0", "64, 65, 1"})
    void centredFramesAreDelayedByHalfTheirLength(int nFft, int hop, int frame) {
        Stft stft = Stft.of(nFft).withHop(hop);
        float[] strength = OnsetStrength.of(rising(), stft, Aggregate.MEAN).values();
        int delay = nFft / (2 * hop);
        for (int t = 0; t < 3; t++) {
            assertThat(strength[t]).isEqualTo(t == 1 + delay ? 1.75f : 0);
        }
    }

    @Test
    void melSpectrogramGivesTheSame() {
        Wave wave = Waves.noise(20_000, 1);
        Spectrogram mel = MelSpectrogram.of(wave, Stft.LIBROSA, MelBank.of(128, Waves.RATE));
        float[] expected = OnsetStrength.of(wave).values();
        assertThat(OnsetStrength.of(mel, Stft.LIBROSA, Aggregate.MEAN).values()).containsExactly(expected);
        assertThat(OnsetStrength.of(mel.toDecibels(), Stft.LIBROSA, Aggregate.MEAN)
                        .values())
                .containsExactly(expected);
    }

    static Stream<Arguments> features() {
        return Stream.of(
                Arguments.of("tempogram", (Function<FrameSeries, Object>) Tempogram::of),
                Arguments.of("its mean", (Function<FrameSeries, Object>) s -> Tempogram.mean(s, 8)),
                Arguments.of("tempo", (Function<FrameSeries, Object>) Tempo::of),
                Arguments.of("beats", (Function<FrameSeries, Object>) Beats::of));
    }

    @ParameterizedTest
    @MethodSource("features")
    void featuresRejectSeveralRowsAndInfinity(String name, Function<FrameSeries, Object> feature) {
        FrameSeries two = FrameSeries.of("chroma", "", List.of("C", "G"), new float[4], 0.1);
        assertRejected(() -> feature.apply(two), "onset strength has one row, got " + two);
        FrameSeries infinite = onsetStrength(3, t -> 1 / (2.0 - t));
        assertRejected(() -> feature.apply(infinite), "onset strength must be finite, got Infinity in frame 2");
    }

    @Test
    void rejectsMagnitudesAndShortWaves() {
        Wave wave = Waves.noise(500, 1);
        Spectrogram magnitude = Spectrogram.of(wave, Stft.of(64));
        assertRejected(
                () -> OnsetStrength.of(magnitude, Stft.of(64), Aggregate.MEAN),
                "onset strength needs mel bands in power or decibels, got " + magnitude);
        assertRejected(
                () -> OnsetStrength.of(wave, Stft.LIBROSA.withCentered(false), Aggregate.MEAN),
                "frames that are not centred need a wave of at least 2048 samples, got 500");
    }
}
