package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.model.ModelFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTest {

    @TempDir
    Path folder;

    private final Examples examples = Textures.examples(70, 8, 1);

    private static Network network() {
        return Network.of(
                Architectures.small(new Shape(1, 8, 8), 3, 1),
                Textures.LABELS,
                Textures.TINY.withNormalisation(new StandardScaler(0.25, 0.5)));
    }

    @Test
    void predictsOneRowPerExampleInOrder() {
        List<Long> reported = new ArrayList<>();
        Predictions predictions = network().predict(examples, (done, total, what) -> reported.add(done));
        assertThat(predictions.rows()).hasSize(70);
        assertThat(predictions.rows().get(69).id()).isEqualTo("1.69");
        assertThat(predictions.rows().get(69).track()).isEqualTo("1.lines.5");
        assertThat(reported).containsExactly(64L, 70L);
    }

    @Test
    void predictionsDoNotDependOnOtherExamples() {
        Network network = network();
        assertThat(network.predict(examples.only(List.of("1.columns.0"))).rows().get(0))
                .isEqualTo(network.predict(examples).rows().get(1));
    }

    /** The dense layers by hand; of a batch normalisation, its variances are those that it has seen. */
    @Test
    void weightsAreThoseThatPredict() {
        Network dense = Network.of(Architecture.of(new Shape(1, 8, 8), 3, 1).add(new Layer.Dense(5)), Textures.LABELS);
        List<List<float[]>> weights = dense.weights();
        assertThat(weights).hasSize(2).allSatisfy(arrays -> assertThat(arrays).hasSize(2));
        double[] hidden = sums(examples.values(0), weights.get(0));
        float[] rectified = new float[5];
        IntStream.range(0, 5).forEach(i -> rectified[i] = (float) Math.max(0, hidden[i]));
        double[] exponentials =
                Arrays.stream(sums(rectified, weights.get(1))).map(Math::exp).toArray();
        double sum = Arrays.stream(exponentials).sum();
        float[] expected = dense.predict(examples).rows().get(0).probabilities();
        IntStream.range(0, 3).forEach(i -> assertThat(exponentials[i] / sum).isCloseTo(expected[i], within(1e-6)));
    }

    private static double[] sums(float[] input, List<float[]> weights) {
        float[] biases = weights.get(1);
        return IntStream.range(0, biases.length)
                .mapToDouble(unit -> biases[unit]
                        + IntStream.range(0, input.length)
                                .mapToDouble(i -> (double) input[i] * weights.get(0)[i * biases.length + unit])
                                .sum())
                .toArray();
    }

    @Test
    void weightsAreThoseOfEachLayer() {
        Network network = network();
        Training.DEFAULT.withEpochs(2).fit(network, examples, examples);
        List<List<float[]>> weights = network.weights();
        List<Layer> layers = network.architecture().layers();
        assertThat(weights).hasSize(layers.size() + 1);
        assertThat(weights.stream()
                        .flatMap(List::stream)
                        .mapToLong(array -> array.length)
                        .sum())
                .isEqualTo(network.parameters());
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.BatchNormalization) {
                assertThat(weights.get(i)).hasSize(4);
                assertThat(weights.get(i).get(3)).as("variances").hasSizeGreaterThan(1);
                for (float variance : weights.get(i).get(3)) {
                    assertThat(variance).isPositive();
                }
            }
        }
    }

    @Test
    void aLoadedNetworkPredictsTheSameBitByBit() throws IOException {
        Network network = network();
        Training.DEFAULT.withEpochs(2).fit(network, examples, examples);
        Path file = folder.resolve("network.zip");
        network.save(file);
        Network loaded = Network.load(file);
        assertThat(loaded.predict(examples)).isEqualTo(network.predict(examples));
        assertThat(loaded.labels()).isEqualTo(Textures.LABELS);
        assertThat(loaded.preprocessing()).isEqualTo(network.preprocessing());
        assertThat(loaded.history().epochs()).isEmpty();
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void aLoadedNetworkCanBeTrainedFurther() throws IOException {
        Path file = folder.resolve("network.zip");
        network().save(file);
        Network loaded = Network.load(file);
        assertThat(Training.DEFAULT
                        .withEpochs(10)
                        .withBatch(14)
                        .fit(loaded, examples, examples)
                        .best()
                        .validationAccuracy())
                .isGreaterThan(0.9);
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("none.zip");
        assertThatThrownBy(() -> Network.load(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessage(file + ": there is no such file");
        assertThatThrownBy(() -> Network.load(Path.of("none.zip")))
                .hasMessage("none.zip: there is no such file in " + Path.of("").toAbsolutePath());
    }

    @Test
    void refusesADamagedFile() throws IOException {
        Path file = folder.resolve("network.zip");
        network().save(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Network.load(file)).hasMessage(file + ": not a zip file, or a damaged one");
    }

    @Test
    void refusesAnotherZip() throws IOException {
        Path file = folder.resolve("foreign.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("configuration.json"));
        }
        assertThatThrownBy(() -> Network.load(file))
                .hasMessage(file + ": not a model of Jukelab, it has no jukelab.json");
    }

    @Test
    void refusesAZipWithoutWeightsOrOfAnotherVersion() throws IOException {
        Path file = folder.resolve("network.zip");
        network().save(file);
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.delete(zip.getPath("coefficients.bin"));
        }
        assertThatThrownBy(() -> Network.load(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith(file + ": has no readable model: ");
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("jukelab.json"), "{\"version\": 7}");
        }
        assertThatThrownBy(() -> Network.load(file))
                .hasMessage(file + ": written in version 7, this program reads 2 to 5");
    }

    @Test
    void savingToAnImpossiblePathFails() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> network().save(file.resolve("network.zip"))).isInstanceOf(IOException.class);
    }

    @Test
    void anInterruptedPredictionStops() {
        Network network = network();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> network.predict(examples)).isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesLabelsAndShapesThatDoNotMatch() {
        assertThatThrownBy(() ->
                        Network.of(Architectures.small(new Shape(1, 8, 8), 3, 1), List.of("a", "b"), Textures.TINY))
                .hasMessage("there must be one label per output, 3, got 2");
        assertThatThrownBy(() ->
                        Network.of(Architectures.small(new Shape(1, 8, 8), 2, 1), List.of("a", "a"), Textures.TINY))
                .hasMessage("labels must be unique, got a twice");
        assertThatThrownBy(() -> Network.of(
                        Architectures.fiveBlocks(new Shape(1, 32, 32), 3, 1), Textures.LABELS, MelWindows.AS_PRINTED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("architecture must be for the preprocessing's shape, 1 x 128 x 129,"
                        + " got one for 1 x 32 x 32");
    }

    @Test
    void aCopyHasATemperatureUntilItIsTrained() throws IOException {
        Temperature temperature = new Temperature(3, 12);
        Network plain = network();
        Network calibrated = plain.withTemperature(temperature);
        assertThat(plain.temperature()).isEqualTo(Temperature.NONE);
        Path file = folder.resolve("calibrated.zip");
        calibrated.save(file);
        assertThat(Network.load(file).temperature()).isEqualTo(temperature);
        calibrated.setHistory(new History(List.of()));
        assertThat(calibrated.temperature()).isEqualTo(Temperature.NONE);
    }
}
