package io.github.jukelab.feature;

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

    static Stream<Arguments> rejectsDecibels() {
        return Stream.of(
                feature("chroma", ChromaStft::of),
                feature("chroma", s -> ChromaStft.of(s, new Tuning(0, 12))),
                feature("tuning", Tuning::of),
                feature("spectral centroid", SpectralCentroid::of),
                feature("spectral bandwidth", SpectralBandwidth::of),
                feature("spectral rolloff", SpectralRolloff::of),
                feature("spectral contrast", SpectralContrast::of),
                feature("spectral flatness", SpectralFlatness::of),
                feature("rms", Rms::of));
    }

    private static Arguments feature(String name, Function<Spectrogram, Object> feature) {
        return Arguments.of(name, feature);
    }

    @ParameterizedTest
    @MethodSource
    void rejectsDecibels(String name, Function<Spectrogram, Object> feature) {
        Spectrogram decibels = Spectrogram.of(Waves.noise(500, 1), Stft.LIBROSA).toDecibels();
        assertRejected(() -> feature.apply(decibels), name + " needs magnitudes or powers, got " + decibels);
    }
}
