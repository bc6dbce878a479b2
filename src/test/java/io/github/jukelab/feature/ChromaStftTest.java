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
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void rejectsASingleBinAndOtherSteps() {
        assertRejected(() -> ChromaStft.of(NOISE, Stft.of(1)), "chroma needs at least 2 bins, got 1");
        Tuning thirds = new Tuning(0.1, 36);
        assertRejected(() -> ChromaStft.of(MAGNITUDE, thirds), "chroma needs a tuning in semitones, got " + thirds);
    }
}
