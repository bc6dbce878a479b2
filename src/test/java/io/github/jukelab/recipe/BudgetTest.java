package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.SyntheticAnimals;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

    @Test
    void withoutVariablesTheRunIsFull() {
        Budget budget = Budget.of(Map.of("MAX_EPOCHS", " "));
        assertThat(budget).isEqualTo(Budget.FULL).hasToString("Budget[full]");
        assertThat(budget.epochs(150)).isEqualTo(150);
        assertThat(budget.shortened()).isFalse();
    }

    @Test
    void aLimitShortensTheRun() {
        Budget budget = Budget.of(Map.of("MAX_EPOCHS", "2"));
        assertThat(budget.epochs(150)).isEqualTo(2);
        assertThat(budget.epochs(1)).isEqualTo(1);
        assertThat(budget.shortened()).isTrue();
        assertThat(budget).hasToString("Budget[at most 2 epochs: A SHORTENED RUN, ITS ACCURACIES ARE NO RESULTS]");
    }

    @Test
    void takesTracksOfEveryLabelAndFold() {
        Dataset animals = Dataset.of(SyntheticAnimals.INFO, SyntheticAnimals.INFO.trackIds());
        Dataset six = Budget.of(Map.of("DATASET_LIMIT", "6")).tracks(animals);
        assertThat(six.labels()).containsExactly("cat", "dog").allSatisfy(label -> assertThat(six.tracks(label))
                .extracting(track -> six.info().folds().get(track.id()))
                .containsExactly(1, 2, 3));
        assertThat(Budget.of(Map.of("DATASET_LIMIT", "1")).tracks(animals).tracks())
                .hasSize(2);
        assertThat(Budget.FULL.tracks(animals)).isEqualTo(animals);
    }

    @Test
    void ofTwoBudgetsTheTighterLimitsHold() {
        Budget environment = Budget.of(Map.of("MAX_EPOCHS", "1"));
        assertThat(environment.and(new Budget(2, 100))).isEqualTo(new Budget(1, 100));
        assertThat(new Budget(2, 100).and(environment)).isEqualTo(new Budget(1, 100));
        assertThat(Budget.FULL.and(Budget.FULL)).isEqualTo(Budget.FULL);
    }

    @Test
    void refusesNoEpochAndNoTrack() {
        assertThatThrownBy(() -> new Budget(0, 100)).hasMessage("epochs must be at least 1, got 0");
        assertThatThrownBy(() -> new Budget(2, 0)).hasMessage("tracks must be at least 1, got 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "1.5", "0", "-3"})
    void refusesOtherValues(String value) {
        assertThatThrownBy(() -> Budget.of(Map.of("DATASET_LIMIT", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DATASET_LIMIT must be")
                .hasMessageContaining(value);
    }
}
