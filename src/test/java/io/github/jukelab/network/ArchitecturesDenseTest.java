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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The dense network, on rows of numbers. */
class ArchitecturesDenseTest {

    @TempDir
    Path folder;

    private final Examples train = Rows.examples(90, 1);
    private final Examples validation = Rows.examples(27, 2);

    /** As in Keras' summary: 58 x 512 + 513 x 256 + 257 x 128 + 129 x 64 + 65 x 10. */
    @Test
    void denseHasTheArticlesLayers() {
        List<String> ten = IntStream.range(0, 10).mapToObj(i -> "label " + i).toList();
        Network network = Network.of(Architectures.dense(57, 10, 1), ten, Shape.row(57));

        assertThat(network.layers())
                .containsExactly(
                        new Layer("dense", "512", 29_696),
                        new Layer("dropout", "512", 0),
                        new Layer("dense", "256", 131_328),
                        new Layer("dropout", "256", 0),
                        new Layer("dense", "128", 32_896),
                        new Layer("dropout", "128", 0),
                        new Layer("dense", "64", 8_256),
                        new Layer("dropout", "64", 0),
                        new Layer("output", "10", 650));
        assertThat(network.parameters()).isEqualTo(202_826);
        assertThat(network.learningRate()).isEqualTo(1e-3);
        assertThat(network).hasToString("Network[57 values to 10 labels, 202826 parameters]");
        assertThat(Architectures.dense(57, 10, 1).toString().split("\"p\" : 0.8", -1))
                .hasSize(1 + 4);
    }

    @Test
    void denseRefusesNumbersOutOfRange() {
        assertThatThrownBy(() -> Architectures.dense(0, 10, 1)).hasMessage("input must be at least 1 x 1, got 1 x 0");
        assertThatThrownBy(() -> Architectures.dense(57, 1, 1)).hasMessage("classes must be at least 2, got 1");
    }

    @Test
    void trainsOnRowsAndStopsEarly() {
        Network network = Rows.dense(1);
        History history = Training.of(network)
                .withEpochs(60)
                .withBatch(16)
                .withPatience(8)
                .withPlateau(ReduceLrOnPlateau.NONE)
                .fit(train, validation);

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
        History history = Training.of(network)
                .withMode(TrainingMode.SHUFFLED_KEEP_LAST)
                .withEpochs(12)
                .withBatch(16)
                .fit(
                        train,
                        validation,
                        Progress.NONE,
                        soFar -> after.add(network.model().params().dup()));

        assertThat(history.epochs()).hasSize(12);
        assertThat(network.model().params()).isEqualTo(after.get(11));
        assertThat(history.best().number()).isLessThan(12);
    }

    @Test
    void aLoadedNetworkPredictsTheSameBitByBit() throws IOException {
        Network network = Rows.dense(1);
        Training.of(network).withEpochs(2).fit(train, validation);
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
                .hasMessage("cannot predict for sound: the input is examples of 6 values");
    }

    @Test
    void refusesRowsThatDoNotMatch() {
        assertThatThrownBy(() -> Network.of(Architectures.dense(6, 3, 1), Rows.LABELS, Shape.row(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("architecture must accept input of shape 7 values: ");
        assertThatThrownBy(() -> Network.of(Architectures.dense(6, 4, 1), Rows.LABELS, Rows.SHAPE))
                .hasMessage("there must be one label per output, 4, got 3");
        assertThatThrownBy(() -> Training.of(Rows.dense(1)).fit(train, Textures.examples(3, 8, 1)))
                .hasMessageStartingWith("examples must be of shape 6 values and labels [low, middle, high], got 1 x 8");
    }
}
