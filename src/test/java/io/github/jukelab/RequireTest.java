package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {

    @Test
    void acceptsTheLimits() {
        assertThatCode(() -> {
                    Require.atLeast("hop", 1, 1);
                    Require.positive("c", Double.MIN_VALUE);
                    Require.positive("c", Double.MAX_VALUE);
                    Require.unique("labels", List.of("a", "b"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheValueAndWhatWasGiven() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.atLeast("hop", 1, 0))
                .withMessage("hop must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.unique("labels", List.of("a", "b", "a")))
                .withMessage("labels must be unique, got a twice");
    }

    @Test
    void namesWhatThereIs() {
        assertThat(Require.oneOf("label", List.of("blues", "jazz"), "jazz")).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.oneOf("label", List.of("blues", "jazz"), "jaz"))
                .withMessage("label must be one of [blues, jazz], got jaz; similar: jazz");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.oneOf("label", List.of("blues"), ""))
                .withMessage("label must be one of [blues], got ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNotPositive(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.positive("c", value))
                .withMessage("c must be positive and finite, got " + value);
    }

    @Test
    void labelsAreUniqueTexts() {
        Require.labels(List.of("cat", "Katze – ü", "dog "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.labels(List.of()))
                .withMessage("there must be at least one label, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.labels(List.of("cat", "cat")))
                .withMessage("labels must be unique, got cat twice");
        for (String label : List.of("", " ", "a\nb", "\u001b[2J", "\u0000", "\u0085")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Require.labels(List.of("cat", label)))
                    .withMessageStartingWith("a label must be text without control characters, got ");
        }
    }
}
