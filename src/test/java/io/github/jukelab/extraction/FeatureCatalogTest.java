package io.github.jukelab.extraction;

import static java.util.Map.entry;
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

    private static final Wave WAVE = Waves.noise(8000, 1);

    @Test
    void namesAreUniqueAndDescribed() {
        assertThat(FeatureCatalog.features()).extracting(NamedFeature::name).doesNotHaveDuplicates();
        assertThat(FeatureCatalog.features())
                .allSatisfy(feature -> assertThat(feature.description()).isNotBlank());
        assertThat(FeatureCatalog.features()).allSatisfy(feature -> assertThat(FeatureCatalog.feature(feature.name()))
                .isSameAs(feature));
        assertThat(FeatureCatalog.feature("tempo")).hasToString("NamedFeature[tempo, takes [rate, hop_length]]");
    }

    /** A value of each parameter that no feature has as its default; wrong for none of those that take it. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            entry("rate", "16000"),
            entry("n_fft", "1024"),
            entry("frame_length", "1024"),
            entry("hop_length", "300"),
            entry("win_length", "300"),
            entry("window", "hamming"),
            entry("center", "false"),
            entry("pad_mode", "reflect"),
            entry("n_mels", "40"),
            entry("fmin", "60"),
            entry("fmax", "8000"),
            entry("htk", "true"),
            entry("norm", "none"),
            entry("mel_norm", "none"),
            entry("n_mfcc", "13"),
            entry("dct_type", "3"),
            entry("lifter", "22"),
            entry("width", "5"),
            entry("ref", "0.5"),
            entry("top_db", "20"),
            entry("tuning", "-0.4"),
            entry("n_chroma", "6"),
            entry("n_octaves", "4"),
            entry("bins_per_octave", "24"),
            entry("n_bins", "20"),
            entry("roll_percent", "0.5"),
            entry("n_bands", "4"),
            entry("quantile", "0.3"),
            entry("order", "2"),
            entry("kernel_size", "5,9"),
            entry("margin", "2"));

    static Stream<Arguments> everyParameterMatters() {
        return FeatureCatalog.features().stream()
                .flatMap(feature -> feature.parameters().stream().map(p -> Arguments.of(feature, p)));
    }

    /** The padding changes few frames, and the tuning is that of most of them. */
    private static boolean mayBeTheSame(NamedFeature feature, FeatureParameter<?> parameter) {
        return feature.name().equals("tuning") && parameter == FeatureParameter.PAD_MODE;
    }

    @ParameterizedTest
    @MethodSource
    void everyParameterMatters(NamedFeature feature, FeatureParameter<?> parameter) {
        String text = parameter.name().equals("power")
                ? parameter.defaultText().equals("1") ? "2" : "1"
                : OTHERS.get(parameter.name());
        FeatureArray usual = feature.of(WAVE, FeatureParameters.LIBROSA);
        FeatureArray other = feature.of(WAVE, FeatureParameters.LIBROSA.withText(parameter, text));
        boolean same = Arrays.equals(usual.shape(), other.shape()) && Arrays.equals(usual.values(), other.values());
        assertThat(same && !mayBeTheSame(feature, parameter))
                .as("%s %s", feature, parameter)
                .isFalse();
    }

    static Stream<Arguments> defaultsAreWhatIsComputedWithout() {
        return everyParameterMatters().filter(arguments -> {
            FeatureParameter<?> parameter = (FeatureParameter<?>) arguments.get()[1];
            return parameter.defaultValue().isPresent();
        });
    }

    @ParameterizedTest
    @MethodSource
    void defaultsAreWhatIsComputedWithout(NamedFeature feature, FeatureParameter<?> parameter) {
        FeatureParameters stated = FeatureParameters.LIBROSA.withText(parameter, parameter.defaultText());
        assertThat(feature.of(WAVE, stated).values())
                .containsExactly(feature.of(WAVE, FeatureParameters.LIBROSA).values());
    }

    @Test
    void parametersHaveOneNameAndAreDescribed() {
        assertThat(FeatureCatalog.parameters())
                .extracting(FeatureParameter::name)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Stream.concat(OTHERS.keySet().stream(), Stream.of("power"))
                        .toList());
        for (NamedFeature feature : FeatureCatalog.features()) {
            assertThat(feature.parameters()).extracting(FeatureParameter::name).doesNotHaveDuplicates();
            assertThat(feature.parameters()).allSatisfy(parameter -> {
                assertThat(parameter.description()).isNotBlank();
                assertThat(parameter.defaultText()).isNotBlank();
                assertThat(parameter.range()).isNotBlank();
            });
        }
    }

    @Test
    void refusesParametersThatAFeatureDoesNotTake() {
        NamedFeature tempo = FeatureCatalog.feature("tempo");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tempo.of(WAVE, FeatureParameters.LIBROSA.with(FeatureParameter.N_MELS, 40)))
                .withMessage("tempo does not take n_mels; it takes rate, hop_length");
        NamedFeature chroma = FeatureCatalog.feature("chroma_stft");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chroma.check(FeatureParameters.LIBROSA.with(FeatureParameter.NORM_OF_DCT, true)))
                .withMessage("norm must be one of 1, 2, inf, none, got true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mfcc           | n_mfcc     | 129  | n_mfcc must be at most n_mels, 128, got 129",
                "stft           | win_length | 2049 | win_length must be at most n_fft, 2048, got 2049",
                "melspectrogram | fmin       | 9000 | fmax must be above fmin, 9000.0, got 8000.0",
                "chroma_cqt     | n_chroma   | 7    | bins_per_octave must be a multiple of n_chroma, 7, got 36"
            })
    void refusesValuesThatDoNotFitTogether(String name, String parameter, String text, String message) {
        NamedFeature feature = FeatureCatalog.feature(name);
        FeatureParameters values = name.equals("melspectrogram")
                ? FeatureParameters.LIBROSA.with(FeatureParameter.FMAX, 8000.0)
                : FeatureParameters.LIBROSA;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> feature.check(
                        values.withText(feature.parameter(parameter).orElseThrow(), text)))
                .withMessage(message);
    }

    @Test
    void waveIsResampledOnlyIfARateIsGiven() {
        FeatureArray wave = FeatureCatalog.feature("wave").of(WAVE, FeatureParameters.LIBROSA);
        assertThat(wave).hasToString("float32 [8000]");
        for (int i = 0; i < 8000; i++) {
            assertThat(wave.values()[i]).isEqualTo(WAVE.sample(i));
        }
        assertThat(FeatureCatalog.feature("wave")
                        .of(WAVE, FeatureParameters.LIBROSA.with(FeatureParameter.RATE, 44_100)))
                .hasToString("float32 [16000]");
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
        FeatureParameters reflected = FeatureParameters.LIBROSA.with(FeatureParameter.PAD_MODE, Padding.REFLECT);
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
