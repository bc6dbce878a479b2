package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.MAGNITUDE;
import static io.github.jukelab.feature.FeatureFixtures.assertRejected;

import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Spectral features of energies reject spectrograms in decibels. */
class EnergiesTest {

    static Stream<Arguments> features() {
        return Stream.of(
                Arguments.of("chroma", (Function<Spectrogram, Object>) ChromaStft::of),
                Arguments.of("chroma", (Function<Spectrogram, Object>) s -> ChromaStft.of(s, new Tuning(0, 12))),
                Arguments.of("tuning", (Function<Spectrogram, Object>) Tuning::of),
                Arguments.of("spectral centroid", (Function<Spectrogram, Object>) SpectralCentroid::of),
                Arguments.of("spectral bandwidth", (Function<Spectrogram, Object>) SpectralBandwidth::of),
                Arguments.of("spectral rolloff", (Function<Spectrogram, Object>) SpectralRolloff::of));
    }

    @ParameterizedTest
    @MethodSource("features")
    void rejectsDecibels(String name, Function<Spectrogram, Object> feature) {
        Spectrogram decibels = MAGNITUDE.toDecibels();
        assertRejected(() -> feature.apply(decibels), name + " needs magnitudes or powers, got " + decibels);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("spectral contrast", (Function<Spectrogram, Object>) SpectralContrast::of),
                Arguments.of("spectral flatness", (Function<Spectrogram, Object>) SpectralFlatness::of),
                Arguments.of("rms", (Function<Spectrogram, Object>) Rms::of));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void shapesRejectDecibels(String name, Function<Spectrogram, Object> feature) {
        Spectrogram decibels = Spectrogram.of(Waves.noise(500, 1), Stft.LIBROSA).toDecibels();
        assertRejected(() -> feature.apply(decibels), name + " needs magnitudes or powers, got " + decibels);
    }
}
