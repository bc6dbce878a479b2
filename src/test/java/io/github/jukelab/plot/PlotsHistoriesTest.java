package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlotsHistoriesTest {

    private static History history(int epochs, double accuracy) {
        return new History(IntStream.rangeClosed(1, epochs)
                .mapToObj(i -> new Epoch(i, 1, 1, 2.0 / i, accuracy * i / epochs, 0.001, 1))
                .toList());
    }

    @Test
    void speaksOfEachTraining() {
        Figure figure = Plots.histories(List.of(history(4, 0.5), history(8, 0.61)), List.of("none", "masks"));
        assertThat(figure.alternativeText())
                .isEqualTo("Line chart of loss and accuracy on the validation side."
                        + " none: best epoch 4 of 4 with loss 0.500 and accuracy 50.0 %, last 0.500 and 50.0 %;"
                        + " masks: best epoch 8 of 8 with loss 0.250 and accuracy 61.0 %, last 0.250 and 61.0 %");
        assertThat(figure.png().length).isBetween(2_000, 100 * 1024);
    }

    @Test
    void linesDifferWhereTrainingsDo() {
        byte[] same = Plots.histories(List.of(history(4, 0.5)), List.of("a")).png();
        assertThat(Plots.histories(List.of(history(4, 0.6)), List.of("a")).png())
                .isNotEqualTo(same);
    }

    @Test
    void noEpochsAreNoMistake() {
        assertThat(Plots.histories(List.of(history(0, 0)), List.of("none")).alternativeText())
                .endsWith("none: no epochs yet");
    }

    @Test
    void needsANameForEach() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plots.histories(List.of(history(1, 1)), List.of()))
                .withMessage("validations need from 1 to 8 histories and a name for each, got 1 and 0 names");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Plots.histories(Collections.nCopies(9, history(1, 1)), Collections.nCopies(9, "again")))
                .withMessageEndingWith("got 9 and 9 names");
    }
}
