package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jukelab.signal.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureParametersTest {

    private static final FeatureParameters LIBROSA = FeatureParameters.LIBROSA;

    @Test
    void holdsWhatIsSet() {
        FeatureParameters parameters =
                LIBROSA.with(FeatureParameter.N_FFT, 1024).withText(FeatureParameter.FMAX, "8000");
        assertThat(parameters.find(FeatureParameter.N_FFT)).contains(1024);
        assertThat(parameters.find(FeatureParameter.FMAX)).contains(8000.0);
        assertThat(parameters.find(FeatureParameter.HOP_LENGTH)).isEmpty();
        assertThat(parameters.names()).containsExactly("fmax", "n_fft");
        assertThat(parameters).hasToString("FeatureParameters{fmax=8000.0, n_fft=1024}");
        assertThat(LIBROSA.names()).isEmpty();
    }

    @Test
    void areEqualByTheirValues() {
        assertThat(LIBROSA.with(FeatureParameter.N_FFT, 512))
                .isEqualTo(LIBROSA.withText(FeatureParameter.N_FFT, "512"))
                .hasSameHashCodeAs(LIBROSA.withText(FeatureParameter.N_FFT, "512"))
                .isNotEqualTo(LIBROSA);
    }

    @Test
    void readsValuesThatAreNoNumbers() {
        assertThat(FeatureParameter.REF.parse("max")).isSameAs(Reference.MAX);
        assertThat(FeatureParameter.TOP_DB.parse("none")).isInfinite();
        assertThat(FeatureParameter.KERNEL_SIZE.parse("31")).isEqualTo(PartPair.of(31));
        assertThat(FeatureParameter.MARGIN.parse("1,2.5")).isEqualTo(new PartPair(1, 2.5));
        assertThat(FeatureParameter.CENTER.parse("False")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n_fft        | 0     | a whole number, 1 or more",
                "n_fft        | 1.5   | a whole number, 1 or more",
                "width        | 4     | a whole number, odd, 3 or more",
                "fmax         | 0     | a number, more than 0",
                "fmax         | inf   | a number, more than 0",
                "lifter       | NaN   | a number, 0 or more",
                "tuning       | 0.5   | a number, from -0.5 to below 0.5",
                "roll_percent | 1     | a number, above 0 and below 1",
                "quantile     | 1.1   | a number, from 0 to 1",
                "top_db       | -1    | a number, 0 or more, or none",
                "ref          | 0     | a number, more than 0, or max",
                "window       | hat   | one of boxcar, hann, hamming, blackman, blackmanharris, nuttall, flattop, bartlett, cosine",
                "pad_mode     | wrap  | one of constant, reflect, symmetric, edge",
                "center       | yes   | one of false, true",
                "dct_type     | 4     | one of 1, 2, 3",
                "kernel_size  | 30    | an odd whole number, 1 or more; or two, separated by a comma, for the harmonic and the percussive part",
                "margin       | 1,2,3 | a number, 1 or more; or two, separated by a comma, for the harmonic and the percussive part"
            })
    void refusesOtherTexts(String name, String text, String range) {
        FeatureParameter<?> parameter = FeatureCatalog.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LIBROSA.withText(parameter, text))
                .withMessage(name + " must be " + range + ", got " + text);
    }

    @Test
    void refusesValuesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LIBROSA.with(FeatureParameter.HOP_LENGTH, 0))
                .withMessage("hop_length must be a whole number, 1 or more, got 0");
    }
}
