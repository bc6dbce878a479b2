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
    void textDescribesEachTraining() {
        Figure figure = Plots.histories(List.of(history(4, 0.5), history(8, 0.61)), List.of("none", "masks"));
        assertThat(figure.alternativeText())
                .isEqualTo("Line chart of validation loss and validation accuracy."
                        + " none: best epoch 4 of 4 with loss 0.500 and accuracy 50.0 %, last 0.500 and 50.0 %;"
                        + " masks: best epoch 8 of 8 with loss 0.250 and accuracy 61.0 %, last 0.250 and 61.0 %");
        assertThat(figure.png().length).isBetween(2_000, 100 * 1024);
    }

    @Test
    void linesDifferIfTrainingsDiffer() {
        byte[] same = Plots.histories(List.of(history(4, 0.5)), List.of("a")).png();
        assertThat(Plots.histories(List.of(history(4, 0.6)), List.of("a")).png())
                .isNotEqualTo(same);
    }

    @Test
    void acceptsAHistoryWithoutEpochs() {
        assertThat(Plots.histories(List.of(history(0, 0)), List.of("none")).alternativeText())
                .endsWith("none: no epochs yet");
    }

    @Test
    void needsANamePerHistory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plots.histories(List.of(history(1, 1)), List.of()))
                .withMessage("there must be 1 to 8 histories and a name for each, got 1 histories and 0 names");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Plots.histories(Collections.nCopies(9, history(1, 1)), Collections.nCopies(9, "again")))
                .withMessageEndingWith("got 9 histories and 9 names");
    }
}
