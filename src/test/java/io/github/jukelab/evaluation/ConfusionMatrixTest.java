package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionMatrixTest {

    private static final ConfusionMatrix MATRIX = ConfusionMatrix.of(new Predictions(
            List.of("cat", "dog"),
            List.of(
                    new Prediction("a", "a", 0, new float[] {1, 0}),
                    new Prediction("b", "b", 1, new float[] {0.75f, 0.25f}))));

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void anUnknownLabelIsToldWithThoseThereAre(int label) {
        String message = "label must be the index of one of [cat, dog], got " + label;
        assertThatThrownBy(() -> MATRIX.count(0, label)).hasMessage(message);
        assertThatThrownBy(() -> MATRIX.count(label, 0)).hasMessage(message);
        assertThatThrownBy(() -> MATRIX.actual(label)).hasMessage(message);
        assertThatThrownBy(() -> MATRIX.predicted(label)).hasMessage(message);
        assertThat(MATRIX.count(1, 0)).isEqualTo(1);
    }
}
