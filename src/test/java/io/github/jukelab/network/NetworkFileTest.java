package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.input.Examples;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.ModelFile;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every recipe, written before the types were renamed. */
class NetworkFileTest {

    private static final Path STORED = Path.of("src/test/resources/stored/models");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    static Stream<String> names() throws IOException {
        Iterable<String> names = () -> expected().fieldNames();
        return StreamSupport.stream(names.spliterator(), false);
    }

    private static JsonNode expected() {
        try {
            return JSON.readTree(STORED.resolve("answers.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processors with AVX2 and with AVX-512 add 32-bit numbers in another order: their probabilities differ by 2e-6. */
    @ParameterizedTest
    @MethodSource("names")
    void anOldFileGivesTheSamePredictions(String name) throws IOException {
        assertPredicts(STORED.resolve(name + ".zip"), expected().get(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small-windows_repaired", "feature-table_repaired"})
    void aFileOfVersion3GivesTheSamePredictions(String name) throws IOException {
        Path file = STORED.resolveSibling("version-3").resolve(name + ".zip");
        assertThat(entry(file, "jukelab.json").get("version").asInt()).isEqualTo(3);
        assertPredicts(file, expected().get(name));
    }

    private static void assertPredicts(Path file, JsonNode expected) throws IOException {
        Wave wave = Wave.read(Path.of("src/test/resources/fixtures/librosa/music_a.wav"));
        Network network = Network.load(file);
        assertThat(network.card()).isEmpty();
        assertThat(network.parameters()).isEqualTo(expected.get("parameters").asLong());
        network.predict(wave).probabilities().forEach((label, probability) -> assertThat(probability)
                .as(label)
                .isCloseTo(expected.get(label).asDouble(), within(1e-5)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNewFileHasTheSameNames(String name) throws IOException {
        Path before = STORED.resolve(name + ".zip");
        Path now = folder.resolve("now.zip");

        Network old = Network.load(before);
        old.save(now);

        JsonNode settings = entry(before, "jukelab.json");
        for (String key : List.of("labels", "shape")) {
            assertThat(entry(now, "jukelab.json").get(key)).as(key).isEqualTo(settings.get(key));
        }
        if (!settings.get("preprocessing").has("MelWindows")) { // written in another form since version 3
            assertThat(entry(now, "jukelab.json").get("preprocessing")).isEqualTo(settings.get("preprocessing"));
        }
        assertThat(Network.load(now).preprocessing()).isEqualTo(old.preprocessing());
        assertThat(Network.load(now).architecture()).isEqualTo(old.architecture());
        assertThat(entry(now, "configuration.json")).isEqualTo(entry(before, "configuration.json"));
    }

    /** From the third epoch on the rate is halved, since no loss improves by 1000. */
    static Stream<Optimizer> optimizers() {
        return Stream.of(new Optimizer.Adam(0.01), new Optimizer.RmsProp(0.01), new Optimizer.Sgd(0.01, 0.9, 0.001));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aNetworkSavedDuringItsTrainingHasItsRateAndSteps(Optimizer optimizer) throws IOException {
        Examples train = Rows.examples(30, 1);
        Architecture architecture = Architecture.of(Rows.SHAPE, 3, 1)
                .add(new Layer.Dense(8), new Layer.BatchNormalization(), new Layer.Dropout(0.3))
                .withOptimizer(optimizer);
        Network network = Network.of(architecture, Rows.LABELS);
        List<Double> rates = new ArrayList<>();
        Training.DEFAULT
                .withEpochs(3)
                .withBatch(10)
                .withPlateau(new ReduceLrOnPlateau(0.5, 1, 0, 1000, 0))
                .fit(network, train, train, Progress.NONE, history -> {
                    Network loaded = savedAndLoaded(network);
                    rates.add(loaded.engine().learningRate());
                    assertThat(loaded.predict(train).rows())
                            .isEqualTo(network.predict(train).rows());
                    assertThat(loaded.model().getIterationCount())
                            .isEqualTo(3 * history.epochs().size());
                });
        assertThat(rates).containsExactly(0.01, 0.01, 0.005);
    }

    /** A card is of the weights that it was saved with. */
    @Test
    void furtherTrainingEndsWhatACardSays() throws IOException {
        Examples train = Rows.examples(30, 1);
        Path file = folder.resolve("network.zip");
        ModelCard card = new ModelCard(
                RunCard.read(Path.of("src/test/resources/stored/card.json")),
                new TrainingData(
                        "x", "x", "none", "none", false, 0, false, "none", Set.of("0123456789abcdef"), Set.of()));
        Architecture architecture = Architecture.of(Rows.SHAPE, 3, 1).add(new Layer.Dense(8));
        Network.of(architecture, Rows.LABELS).save(file, card);

        Network network = Network.load(file);
        assertThat(network.card()).contains(card);
        Training.DEFAULT.withEpochs(1).fit(network, train, train);
        assertThat(network.card()).isEmpty();
    }

    private Network savedAndLoaded(Network network) {
        try {
            network.save(folder.resolve("during.zip"));
            return Network.load(folder.resolve("during.zip"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode entry(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return JSON.readTree(in);
        }
    }

    @Test
    void knowsAModelByItsEntries() throws IOException {
        assertThat(names().map(name -> STORED.resolve(name + ".zip"))).allMatch(NetworkFileTest::isModel);
        Path other = folder.resolve("other.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new ZipEntry("notes.txt"));
        }
        assertThat(isModel(other)).isFalse();
        assertThat(isModel(Files.writeString(other, "no zip"))).isFalse();
    }

    private static boolean isModel(Path file) {
        try {
            return ModelFile.isModel(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
