package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

    @Test
    void nothingSetIsAFullRun() {
        Budget budget = Budget.of(Map.of("MAX_EPOCHS", " "));
        assertThat(budget).isEqualTo(Budget.FULL).hasToString("Budget[full]");
        assertThat(budget.epochs(150)).isEqualTo(150);
        assertThat(budget.shortened()).isFalse();
    }

    @Test
    void aLimitShortensAndSaysSo() {
        Budget budget = Budget.of(Map.of("MAX_EPOCHS", "2"));
        assertThat(budget.epochs(150)).isEqualTo(2);
        assertThat(budget.epochs(1)).isEqualTo(1);
        assertThat(budget.shortened()).isTrue();
        assertThat(budget).hasToString("Budget[at most 2 epochs: A SHORTENED RUN, ITS FIGURES ARE NO RESULTS]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "1.5", "0", "-3"})
    void otherWordsAreRefused(String value) {
        assertThatThrownBy(() -> Budget.of(Map.of("DATASET_LIMIT", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DATASET_LIMIT must be")
                .hasMessageContaining(value);
    }
}
