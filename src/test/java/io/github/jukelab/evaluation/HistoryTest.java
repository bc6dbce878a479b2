package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static Epoch epoch(int number, double validationLoss, double validationAccuracy) {
        return new Epoch(number, 1, 0.5, validationLoss, validationAccuracy, 0.001, 1);
    }

    @Test
    void theBestEpochHasTheHighestAccuracyThenTheLowestLossThenComesFirst() {
        History history = new History(List.of(
                epoch(1, 0.1, 0.5), epoch(2, 2.0, 0.8), epoch(3, 1.0, 0.8), epoch(4, 1.0, 0.8), epoch(5, 3.0, 0.7)));
        assertThat(history.best().number()).isEqualTo(3);
    }

    @Test
    void undefinedValuesAreWorst() {
        History history = new History(List.of(epoch(1, Double.NaN, Double.NaN), epoch(2, 2, 0.1)));
        assertThat(history.best().number()).isEqualTo(2);
    }

    @Test
    void anEmptyHistoryHasNoBest() {
        assertThatThrownBy(() -> new History(List.of()).best()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theLastEpochIsTheOneThatTrainingEndedWith() {
        History history = new History(List.of(epoch(1, 0.4, 0.9), epoch(2, 0.5, 0.125)));
        assertThat(history.last())
                .hasToString("Epoch[2: loss 1.000, accuracy 50.0 %; validation loss 0.500, accuracy 12.5 %]");
        assertThatThrownBy(new History(List.of())::last).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void epochsAreNumberedFromOne() {
        assertThatThrownBy(() -> new History(List.of(epoch(2, 1, 1))))
                .hasMessage("epochs must be numbered 1, 2, 3 …, got 2 as number 1");
    }

    @Test
    void saysOfHowManyEpochsTheseAre() {
        List<Epoch> epochs = List.of(epoch(1, 0.4, 0.9), epoch(2, 0.5, 0.125));
        History partial = new History(epochs, OptionalInt.of(12));
        assertThat(partial.isPartial()).isTrue();
        assertThat(partial).asString().startsWith("History[2 of 12 epochs, best 1: ");
        assertThat(new History(epochs, OptionalInt.of(2)).isPartial()).isFalse();
        assertThat(new History(epochs).isPartial()).isFalse();
    }

    @Test
    void hasNoMoreEpochsThanPlanned() {
        assertThatThrownBy(() -> new History(List.of(epoch(1, 1, 1), epoch(2, 1, 1)), OptionalInt.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 2 epochs, but 1 were planned");
    }
}
