package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Interrupts;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The word {@code checkpoints()}. */
class NotebookCheckpointsTest {

    private static final String HOME = "io.github.jukelab.home";
    private static final List<String> LABELS = List.of("low", "high");
    private static final Training TRAINING = Training.DEFAULT.withEpochs(4).withBatch(4);

    @TempDir
    Path folder;

    /** Another test may have stopped a cell, after which the next ones are refused for two seconds. */
    @BeforeEach
    void setHome() throws InterruptedException {
        while (Interrupts.near(System.nanoTime(), 2_000_000_000L)) {
            Thread.sleep(50);
        }
        System.setProperty(HOME, "" + folder);
    }

    @AfterEach
    void clearHome() {
        System.clearProperty(HOME);
    }

    private static Examples examples(int from) {
        return Examples.of(LABELS, IntStream.range(from, from + 8).mapToObj(i -> {
            float[] values = {i % 2, i % 3, i % 5};
            return new Example("" + i, "" + i, LABELS.get(i % 2), Shape.row(3), values);
        }));
    }

    private static History cell(int stop) {
        Network network = Network.of(Architectures.dense(Shape.row(3), 2, 1), LABELS);
        LiveProgress progress = Notebook.progress("training");
        return TRAINING.fit(
                network,
                examples(0),
                examples(8),
                progress,
                history -> {
                    if (history.epochs().size() == stop) {
                        throw new IllegalStateException("the kernel ends");
                    }
                    progress.curve(history);
                },
                Notebook.checkpoints());
    }

    @Test
    void theSameCellGoesOn() {
        assertThatThrownBy(() -> cell(3)).hasMessage("the kernel ends");
        assertThat(folder.resolve("build/checkpoints")).isNotEmptyDirectory();
        assertThat(cell(0).epochs()).hasSize(4);
        assertThat(folder.resolve("build/checkpoints")).isEmptyDirectory();
        assertThat(Notebook.checkpoints().withTime("2h"))
                .hasToString("Checkpoints[" + folder.resolve("build/checkpoints") + ", with a time limit]");
    }
}
