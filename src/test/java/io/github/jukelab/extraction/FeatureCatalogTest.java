package io.github.jukelab.extraction;

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

class FeatureCatalogTest {

    private static final Wave WAVE = Waves.noise(6000, 1);

    /** One other value of each parameter. */
    private static final Map<FeatureParameter, FeatureParameters> OTHERS = Map.of(
            FeatureParameter.RATE, FeatureParameters.LIBROSA.withRate(16_000),
            FeatureParameter.N_FFT, FeatureParameters.LIBROSA.withNFft(1024),
            FeatureParameter.HOP_LENGTH, FeatureParameters.LIBROSA.withHop(300),
            FeatureParameter.PADDING, FeatureParameters.LIBROSA.withPadding(Padding.REFLECT),
            FeatureParameter.N_MELS, FeatureParameters.LIBROSA.withMels(40),
            FeatureParameter.N_MFCC, FeatureParameters.LIBROSA.withMfcc(13));

    @Test
    void namesAreUniqueAndDescribed() {
        assertThat(FeatureCatalog.features()).extracting(NamedFeature::name).doesNotHaveDuplicates();
        assertThat(FeatureCatalog.features())
                .allSatisfy(feature -> assertThat(feature.description()).isNotBlank());
        assertThat(FeatureCatalog.features()).allSatisfy(feature -> assertThat(FeatureCatalog.feature(feature.name()))
                .isSameAs(feature));
        assertThat(FeatureCatalog.feature("mfcc"))
                .hasToString("NamedFeature[mfcc, takes [rate, n-fft, hop-length, padding, n-mels, n-mfcc]]");
    }

    static Stream<Arguments> looksAtWhatItTakes() {
        return FeatureCatalog.features().stream()
                .flatMap(feature -> Arrays.stream(FeatureParameter.values()).map(p -> Arguments.of(feature, p)));
    }

    /** Another value changes the shape or a number where the parameter is taken, and nothing elsewhere. */
    @ParameterizedTest
    @MethodSource
    void looksAtWhatItTakes(NamedFeature feature, FeatureParameter parameter) {
        FeatureArray usual = feature.of(WAVE, FeatureParameters.LIBROSA);
        FeatureArray other = feature.of(WAVE, OTHERS.get(parameter));
        boolean same = Arrays.equals(usual.shape(), other.shape()) && Arrays.equals(usual.values(), other.values());
        assertThat(same).isNotEqualTo(feature.parameters().contains(parameter));
    }

    @Test
    void waveIsTheSamplesAtTheirOwnRateUnlessAskedOtherwise() {
        FeatureArray wave = FeatureCatalog.feature("wave").of(WAVE, FeatureParameters.LIBROSA);
        assertThat(wave).hasToString("float32 [6000]");
        for (int i = 0; i < 6000; i++) {
            assertThat(wave.values()[i]).isEqualTo(WAVE.sample(i));
        }
        assertThat(FeatureCatalog.feature("wave").of(WAVE, FeatureParameters.LIBROSA.withRate(44_100)))
                .hasToString("float32 [12000]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mfc                | ; near it: mfcc, mfcc_delta, mfcc_delta2",
                "chroma             | ; near it: chroma_cqt, chroma_stft, chroma_cens",
                "spectral_rollof    | ; near it: spectral_rolloff",
                "RMS                | ''",
                "x                  | ''",
                "qqqqqqqqqqqqqqqqqqqq | ''"
            })
    void unknownNameIsAnsweredWithNearOnes(String name, String near) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureCatalog.feature(name))
                .withMessage("no feature is named '" + name + "'" + near);
    }

    @Test
    void parametersRefuseWhatIsNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureParameters.LIBROSA.withRate(0))
                .withMessage("rate must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureParameters.LIBROSA.withNFft(-1))
                .withMessage("n-fft must be at least 1, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureParameters.LIBROSA.withHop(0))
                .withMessage("hop-length must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureParameters.LIBROSA.withMels(0))
                .withMessage("n-mels must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureParameters.LIBROSA.withMfcc(0))
                .withMessage("n-mfcc must be at least 1, got 0");
    }

    @Test
    void parametersInWords() {
        List<String> words = Arrays.stream(FeatureParameter.values())
                .map(parameter -> parameter + " " + FeatureParameters.LIBROSA.text(parameter))
                .toList();
        assertThat(words)
                .containsExactly(
                        "rate own", "n-fft 2048", "hop-length 512", "padding constant", "n-mels 128", "n-mfcc 20");
        assertThat(FeatureParameters.LIBROSA.withRate(8000).text(FeatureParameter.RATE))
                .isEqualTo("8000");
    }

    @Test
    void aWaveThatIsTooShortIsRefused() {
        FeatureParameters reflected = FeatureParameters.LIBROSA.withPadding(Padding.REFLECT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureCatalog.feature("rms").of(Waves.noise(500, 1), reflected))
                .withMessage("reflect padding by 1024 needs more than 1024 samples, got 500");
    }
}
