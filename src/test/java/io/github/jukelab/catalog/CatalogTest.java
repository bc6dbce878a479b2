package io.github.jukelab.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Waves;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {

    private static final Wave WAVE = Waves.noise(6000, 1);

    /** One other value of each parameter. */
    private static final Map<Parameter, Parameters> OTHERS = Map.of(
            Parameter.RATE, Parameters.LIBROSA.withRate(16_000),
            Parameter.N_FFT, Parameters.LIBROSA.withNFft(1024),
            Parameter.HOP, Parameters.LIBROSA.withHop(300),
            Parameter.PADDING, Parameters.LIBROSA.withPadding(Padding.REFLECT),
            Parameter.MELS, Parameters.LIBROSA.withMels(40),
            Parameter.MFCC, Parameters.LIBROSA.withMfcc(13));

    @Test
    void namesAreUniqueAndDescribed() {
        assertThat(Catalog.features()).extracting(NamedFeature::name).doesNotHaveDuplicates();
        assertThat(Catalog.features())
                .allSatisfy(feature -> assertThat(feature.description()).isNotBlank());
        assertThat(Catalog.features()).allSatisfy(feature -> assertThat(Catalog.feature(feature.name()))
                .isSameAs(feature));
        assertThat(Catalog.feature("mfcc"))
                .hasToString("NamedFeature[mfcc, takes [rate, n-fft, hop, padding, mels, mfcc]]");
    }

    static Stream<Arguments> looksAtWhatItTakes() {
        return Catalog.features().stream()
                .flatMap(feature -> Arrays.stream(Parameter.values()).map(p -> Arguments.of(feature, p)));
    }

    /** Another value changes the shape or a number where the parameter is taken, and nothing elsewhere. */
    @ParameterizedTest
    @MethodSource
    void looksAtWhatItTakes(NamedFeature feature, Parameter parameter) {
        FeatureArray usual = feature.of(WAVE, Parameters.LIBROSA);
        FeatureArray other = feature.of(WAVE, OTHERS.get(parameter));
        boolean same = Arrays.equals(usual.shape(), other.shape()) && Arrays.equals(usual.values(), other.values());
        assertThat(same).isNotEqualTo(feature.parameters().contains(parameter));
    }

    @Test
    void waveIsTheSamplesAtTheirOwnRate() {
        FeatureArray wave = Catalog.feature("wave").of(WAVE, Parameters.LIBROSA.withRate(16_000));
        assertThat(wave).hasToString("float32 [6000]");
        for (int i = 0; i < 6000; i++) {
            assertThat(wave.values()[i]).isEqualTo(WAVE.sample(i));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mfc                | ; near it: mfcc, mfcc20, mfcc13_delta",
                "chroma             | ; near it: chroma_cqt, chroma_stft, chroma_cens",
                "spectral_rollof    | ; near it: spectral_rolloff, spectral_rolloff_01",
                "RMS                | ''",
                "x                  | ''",
                "qqqqqqqqqqqqqqqqqqqq | ''"
            })
    void unknownNameIsAnsweredWithNearOnes(String name, String near) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.feature(name))
                .withMessage("no feature is named '" + name + "'" + near);
    }

    @Test
    void parametersRefuseWhatIsNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.LIBROSA.withRate(0))
                .withMessage("rate must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.LIBROSA.withNFft(-1))
                .withMessage("n-fft must be at least 1, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.LIBROSA.withHop(0))
                .withMessage("hop must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.LIBROSA.withMels(0))
                .withMessage("mels must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.LIBROSA.withMfcc(0))
                .withMessage("mfcc must be at least 1, got 0");
    }

    @Test
    void parametersInWords() {
        List<String> words = Arrays.stream(Parameter.values())
                .map(parameter -> parameter + " " + Parameters.LIBROSA.text(parameter))
                .toList();
        assertThat(words)
                .containsExactly("rate own", "n-fft 2048", "hop 512", "padding constant", "mels 128", "mfcc 20");
        assertThat(Parameters.LIBROSA.withRate(8000).text(Parameter.RATE)).isEqualTo("8000");
    }

    @Test
    void aWaveThatIsTooShortIsRefused() {
        Parameters reflected = Parameters.LIBROSA.withPadding(Padding.REFLECT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.feature("rms").of(Waves.noise(500, 1), reflected))
                .withMessage("reflect padding by 1024 needs more than 1024 samples, got 500");
    }
}
