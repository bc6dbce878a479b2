package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassWeightTest {

    /** {@code compute_class_weight("balanced", …)} of scikit-learn: 10 / (2 · 8) and 10 / (2 · 2). */
    @Test
    void balancedWeightsAreThoseOfScikitLearn() {
        assertThat(ClassWeight.BALANCED.of(new int[] {8, 2})).containsExactly(0.625, 2.5);
        assertThat(ClassWeight.BALANCED.of(new int[] {5, 5})).containsExactly(1, 1);
    }

    @Test
    void aLabelWithoutExamplesIsNotCounted() {
        assertThat(ClassWeight.BALANCED.of(new int[] {8, 0, 2})).containsExactly(0.625, 0, 2.5);
    }

    @Test
    void withoutARuleAllCountTheSame() {
        int[] actual = {0, 0, 0, 2};
        assertThat(ClassWeight.weights(Optional.empty(), actual, 3)).containsExactly(1, 1, 1);
        assertThat(ClassWeight.weights(Optional.of(ClassWeight.BALANCED), actual, 3))
                .containsExactly(4 / 6.0, 0, 2);
    }

    @Test
    void isNamedAsOnTheCommandLine() {
        assertThat(ClassWeight.BALANCED).hasToString("balanced");
    }
}
