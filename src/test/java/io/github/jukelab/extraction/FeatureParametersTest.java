package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureParametersTest {

    @Test
    void refusesValuesBelowOne() {
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
    void textOfEachParameter() {
        List<String> texts = Arrays.stream(FeatureParameter.values())
                .map(parameter -> parameter + " " + FeatureParameters.LIBROSA.text(parameter))
                .toList();
        assertThat(texts)
                .containsExactly(
                        "rate own", "n-fft 2048", "hop-length 512", "padding constant", "n-mels 128", "n-mfcc 20");
        assertThat(FeatureParameters.LIBROSA.withRate(8000).text(FeatureParameter.RATE))
                .isEqualTo("8000");
    }
}
