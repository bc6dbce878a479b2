package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The dense network, on rows of numbers. */
class ArchitecturesDenseTest {

    @TempDir
    Path folder;

    private final Examples train = Rows.examples(90, 1);
    private final Examples validation = Rows.examples(27, 2);

    @Test
    void trainsOnRowsAndStopsEarly() {
        Network network = Rows.dense(1);
        History history = Training.DEFAULT
                .withEpochs(60)
                .withBatch(16)
                .withPatience(8)
                .withPlateau(ReduceLrOnPlateau.NONE)
                .fit(network, train, validation);

        assertThat(history.best().validationAccuracy()).isGreaterThan(0.8);
        assertThat(history.epochs().size()).isLessThan(60);
        long correct = network.predict(validation).rows().stream()
                .filter(Prediction::correct)
                .count();
        assertThat(correct / 27.0).isEqualTo(history.best().validationAccuracy());
    }

    @Test
    void predictionsHaveIdsAndTracks() {
        assertThat(Rows.dense(1).predict(validation).rows())
                .extracting(Prediction::id, Prediction::track, Prediction::actual)
                .startsWith(tuple("2.0.0", "2.0", 0), tuple("2.0.1", "2.0", 0))
                .hasSize(27);
    }

    @Test
    void shuffledKeepLastKeepsTheLastEpoch() {
        Network network = Rows.dense(1);
        List<INDArray> after = new ArrayList<>();
        History history = Training.DEFAULT
                .withMode(TrainingMode.SHUFFLED_KEEP_LAST)
                .withEpochs(12)
                .withBatch(16)
                .fit(network, train, validation, Progress.NONE, TrainingTest.copies(network, after));

        assertThat(history.epochs()).hasSize(12);
        assertThat(network.model().params()).isEqualTo(after.get(11));
        assertThat(history.best().number()).isLessThan(12);
    }

    @Test
    void aLoadedNetworkPredictsTheSameBitByBit() throws IOException {
        Network network = Rows.dense(1);
        Training.DEFAULT.withEpochs(2).fit(network, train, validation);
        Path file = folder.resolve("dense.zip");
        network.save(file);
        Network loaded = Network.load(file);

        assertThat(loaded.predict(validation)).isEqualTo(network.predict(validation));
        assertThat(loaded.shape()).isEqualTo(Rows.SHAPE);
        assertThat(loaded.preprocessing()).isEmpty();
    }

    @Test
    void refusesSound() {
        assertThatThrownBy(() -> Rows.dense(1).predict(Wave.of(new float[100], 22_050)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "cannot predict for sound: Network[6 values to 3 labels, 176259 parameters] has no preprocessing");
    }

    @Test
    void refusesRowsThatDoNotMatch() {
        assertThatThrownBy(() -> Network.of(Architectures.dense(Shape.row(6), 4, 1), Rows.LABELS))
                .hasMessage("there must be one label per output, 4, got 3");
        assertThatThrownBy(() -> Training.DEFAULT.fit(Rows.dense(1), train, Textures.examples(3, 8, 1)))
                .hasMessageStartingWith("examples must be of shape 6 values and labels [low, middle, high], got 1 x 8");
    }
}
