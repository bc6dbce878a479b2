package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.MAGNITUDE;
import static io.github.jukelab.feature.FeatureFixtures.NOISE;
import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.LibrosaFixtures;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChromaStftTest {

    @ParameterizedTest
    @CsvSource({"0, t+0.00", "0.3, t+0.30", "-0.17, t-0.17"})
    void filtersEqualLibrosa(double tuning, String name) {
        double[][] filters = ChromaFilters.of(Stft.LIBROSA.frequencies(22_050), new Tuning(tuning, 12));
        LibrosaFixtures.table("chroma_filters_" + name)
                .assertEqual(
                        Stream.of(filters).flatMapToDouble(DoubleStream::of).toArray());
    }

    /** Powers are squares of rounded magnitudes in one case, exact in the other. */
    @Test
    void waveAndMagnitudesGiveTheSameChroma() {
        Wave wave = Waves.noise(5000, 2);
        assertThat(ChromaStft.of(Spectrogram.of(wave, Stft.LIBROSA)).values())
                .containsExactly(ChromaStft.of(wave, Stft.LIBROSA).values(), within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({"261.6256, 0", "440, 9", "1864.655, 10", "987.7666, 11"})
    void noteHasItsPitchClass(double hertz, int pitchClass) {
        FrameSeries chroma = ChromaStft.of(Waves.sine(22050, hertz), Stft.LIBROSA);
        assertThat(chroma.value(pitchClass, 20)).isEqualTo(1);
        assertThat(chroma.value((pitchClass + 6) % 12, 20)).isLessThan(0.1f);
        assertThat(chroma.rows()).isEqualTo(ChromaStft.PITCH_CLASSES);
    }

    @Test
    void rejectsASingleBin() {
        assertRejected(() -> ChromaStft.of(NOISE, Stft.of(1)), "chroma needs at least 2 bins, got 1");
    }

    /** A sine is as loud in one of 24 quarter tones as in one of 12 semitones. */
    @Test
    void otherStepsAreOtherClasses() {
        Spectrogram a = Spectrogram.of(Waves.sine(22050, 440));
        FrameSeries chroma = ChromaStft.of(a, new Tuning(0, 24));
        assertThat(chroma.rows()).hasSize(24).startsWith("chroma1");
        assertThat(chroma.value(18, 20)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(FrameNorm.class)
    void normDividesFrames(FrameNorm norm) {
        FrameSeries chroma = ChromaStft.of(MAGNITUDE, new Tuning(0, 12), norm);
        FrameSeries sums = ChromaStft.of(MAGNITUDE, new Tuning(0, 12), FrameNorm.NONE);
        for (int t = 0; t < chroma.frames(); t++) {
            double[] column = column(sums, t);
            double largest = Arrays.stream(column).max().orElseThrow();
            double divisor = Map.of(
                            FrameNorm.INF,
                            largest,
                            FrameNorm.L1,
                            Arrays.stream(column).sum(),
                            FrameNorm.L2,
                            Math.sqrt(Arrays.stream(column).map(x -> x * x).sum()),
                            FrameNorm.NONE,
                            1.0)
                    .get(norm);
            assertThat(column(chroma, t))
                    .containsExactly(
                            Arrays.stream(column).map(x -> x / divisor).toArray(), within(1e-6 * largest / divisor));
        }
    }

    private static double[] column(FrameSeries series, int frame) {
        return IntStream.range(0, series.rows().size())
                .mapToDouble(row -> series.value(row, frame))
                .toArray();
    }
}
