package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.SpectralCentroid;
import io.github.jukelab.feature.SpectralContrast;
import io.github.jukelab.feature.SpectralFlatness;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Waves;
import java.util.Arrays;
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

    static Stream<Arguments> usesOnlyItsParameters() {
        return FeatureCatalog.features().stream()
                .flatMap(feature -> Arrays.stream(FeatureParameter.values()).map(p -> Arguments.of(feature, p)));
    }

    /** Another value changes the array if the feature takes the parameter, and only then. */
    @ParameterizedTest
    @MethodSource
    void usesOnlyItsParameters(NamedFeature feature, FeatureParameter parameter) {
        FeatureArray usual = feature.of(WAVE, FeatureParameters.LIBROSA);
        FeatureArray other = feature.of(WAVE, OTHERS.get(parameter));
        boolean same = Arrays.equals(usual.shape(), other.shape()) && Arrays.equals(usual.values(), other.values());
        assertThat(same).isNotEqualTo(feature.parameters().contains(parameter));
    }

    @Test
    void waveIsResampledOnlyIfARateIsGiven() {
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
                "mfc                | ; similar: mfcc, mfcc_delta, mfcc_delta2",
                "chroma             | ; similar: chroma_cqt, chroma_stft, chroma_cens",
                "spectral_rollof    | ; similar: spectral_rolloff",
                "RMS                | ; similar: rms",
                "x                  | ''",
                "qqqqqqqqqqqqqqqqqqqq | ''"
            })
    void suggestsSimilarNames(String name, String suggestions) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureCatalog.feature(name))
                .withMessage("no feature is named '" + name + "'" + suggestions);
    }

    @Test
    void refusesAWaveThatIsTooShort() {
        FeatureParameters reflected = FeatureParameters.LIBROSA.withPadding(Padding.REFLECT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureCatalog.feature("rms").of(Waves.noise(500, 1), reflected))
                .withMessage("reflect padding by 1024 needs more than 1024 samples, got 500");
    }

    /** Some 2600 frames, more than a block has. */
    @Test
    void longSoundsHaveTheValuesOfTheirSpectrogramAsAWhole() {
        Wave wave = Waves.noise(1_350_000, 1);
        Spectrogram magnitude = Spectrogram.of(wave);
        FeatureParameters parameters = FeatureParameters.LIBROSA;
        assertValues("spectral_centroid", wave, SpectralCentroid.of(magnitude).values());
        assertValues("spectral_contrast", wave, SpectralContrast.of(magnitude).values());
        assertValues("spectral_flatness", wave, SpectralFlatness.of(magnitude).values());
        assertValues(
                "melspectrogram",
                wave,
                MelBank.of(128, wave.rate()).apply(magnitude).values());
        assertThat(FeatureCatalog.feature("mfcc").of(wave, parameters).shape()).containsExactly(20, 2637);
    }

    private static void assertValues(String feature, Wave wave, float[] expected) {
        double[] actual = FeatureCatalog.feature(feature)
                .of(wave, FeatureParameters.LIBROSA)
                .values();
        double[] wanted = new double[expected.length];
        Arrays.setAll(wanted, i -> expected[i]);
        assertThat(Arrays.mismatch(actual, wanted)).as(feature).isEqualTo(-1);
    }
}
