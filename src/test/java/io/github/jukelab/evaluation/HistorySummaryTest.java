package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HistorySummaryTest {

    /** Of each epoch: accuracy on the training set, validation loss and validation accuracy. */
    private static History history(double[]... values) {
        List<Epoch> epochs = new ArrayList<>();
        for (double[] value : values) {
            epochs.add(new Epoch(epochs.size() + 1, 1, value[0], value[1], value[2], 0.001, 1));
        }
        return new History(epochs);
    }

    @Test
    void aTrainingSetThatGainsAloneIsTold() {
        assertThat(history(new double[] {0.5, 1, 0.4}, new double[] {0.7, 0.9, 0.6}, new double[] {0.99, 1.5, 0.55})
                        .summary())
                .isEqualTo(
                        "The best of 3 epochs is number 2: in it 60.0 % of the validation set are correct. On the training"
                                + " set it goes from 50.0 % to 99.0 %, on the validation set it ends at 55.0 %: after epoch 2 only"
                                + " the training set gains. The loss on the validation set is lowest in epoch 2, 0.900, and 1.500 at"
                                + " the end.");
    }

    @Test
    void aTrainingWhoseLastEpochIsTheBestMayGoOn() {
        assertThat(history(new double[] {0.5, 1, 0.4}, new double[] {0.7, 0.9, 0.6})
                        .summary())
                .isEqualTo(
                        "The best of 2 epochs is number 2, the last one: in it 60.0 % of the validation set are correct. On"
                                + " the training set it goes from 50.0 % to 70.0 %: more epochs may give more.");
    }

    @Test
    void aTrainingThatLearnedNothingIsTold() {
        assertThat(history(new double[] {0.1, 3, 0.1}, new double[] {0.06, 2, 0.13})
                        .summary())
                .endsWith("On the training set it goes from 10.0 % to 6.0 %, not more than in the first epoch.");
    }

    @Test
    void aTrainingSetThatGainsNoMoreIsNotBlamed() {
        assertThat(history(new double[] {0.5, 3, 0.4}, new double[] {0.9, 2, 0.6}, new double[] {0.8, 1, 0.5})
                        .summary())
                .endsWith(
                        "On the training set it goes from 50.0 % to 80.0 %, on the validation set it ends at 50.0 %. The"
                                + " loss on the validation set is lowest at the end, 1.000, from 2.000 in epoch 2.");
    }

    @Test
    void whereTheLossStillFallsTheValidationSetGainsToo() {
        assertThat(history(new double[] {0.5, 3, 0.4}, new double[] {0.7, 2, 0.6}, new double[] {0.9, 1, 0.55})
                        .summary())
                .endsWith(
                        "on the validation set it ends at 55.0 %. The loss on the validation set is lowest at the end,"
                                + " 1.000, from 2.000 in epoch 2.");
    }

    @Test
    void oneEpochHasNoDirection() {
        assertThat(history(new double[] {0.5, 1, 0.4}).summary())
                .isEqualTo(
                        "In the only epoch 40.0 % of the validation set are correct. Of the training set it is 50.0 %.");
    }

    @Test
    void noEpochIsTold() {
        assertThat(new History(List.of()).summary()).isEqualTo("No epoch was finished.");
    }

    @Test
    void anUnfinishedTrainingSaysHowManyEpochsWerePlanned() {
        List<Epoch> epochs = history(new double[] {0.5, 1, 0.4}, new double[] {0.7, 0.9, 0.3})
                .epochs();
        assertThat(new History(epochs, OptionalInt.of(12)).summary())
                .startsWith(
                        "After 2 of 12 epochs the best is number 1: in it 40.0 % of the validation set are correct.");
        assertThat(new History(epochs, OptionalInt.of(2)).summary())
                .startsWith("The best of 2 epochs is number 1: in it 40.0 %");
        assertThat(new History(epochs.subList(0, 1), OptionalInt.of(12)).summary())
                .startsWith("In the first of 12 epochs 40.0 % of the validation set are correct.");
        assertThat(new History(List.of(), OptionalInt.of(12)).summary()).isEqualTo("None of 12 epochs was finished.");
    }

    @Test
    void theHeldOutSubsetHasItsName() {
        assertThat(history(new double[] {0.5, 1, 0.4}).summary("test"))
                .startsWith("In the only epoch 40.0 % of the test set");
    }

    @Test
    void aLossThatIsNotANumberIsTold() {
        assertThat(history(new double[] {0.5, 1, 0.4}, new double[] {0.1, Double.NaN, 0.1})
                        .summary())
                .endsWith("From epoch 2 on the loss is not a number: the training has failed.");
    }

    @Test
    void aScoreThatIsNotTheAccuracyIsToldToo() {
        History weighted = new History(List.of(new Epoch(1, 1, 0.5, 1, 0.75, 0.001, 1, 0.625)));
        assertThat(weighted.summary())
                .contains("75.0 % of the validation set are correct, or 62.5 % if each label counts");
    }
}
