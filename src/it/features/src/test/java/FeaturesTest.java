import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.classic.NearestNeighbours;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.extraction.FeatureExtraction;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.input.FeatureVectors;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features, tables and classical models work without networks and Tablesaw on the class path. */
class FeaturesTest {

    private static final String TEST_LIBRARIES = "junit-.*|opentest4j-.*|apiguardian-.*|assertj-.*|byte-buddy-.*";

    @TempDir
    private Path folder;

    @Test
    void aFolderBecomesATableAndAModel() throws Exception {
        Path recordings = folder.resolve("recordings");
        for (int i = 1; i <= 3; i++) {
            write(recordings.resolve("low/" + i + ".wav"), 100 * i);
            write(recordings.resolve("high/" + i + ".wav"), 1000 * i);
        }
        Path file = folder.resolve("table.csv");
        FeatureExtraction.of(Preset.LIBROSA).into(file, List.of(recordings), Progress.NONE);
        var vectors = FeatureVectors.of(FeatureTable.read(file), Datasets.open(recordings));

        assertThat(vectors.vectors()).hasSize(6);
        var nearest = NearestNeighbours.of(1).standardised().fit(vectors);
        assertThat(Evaluation.of(nearest.predict(vectors)).accuracy()).isEqualTo(1);
    }

    /** Of its two examples, a model with one neighbour finds each again. */
    @Test
    void aModelIsSavedAndPredicts() throws Exception {
        Wave low = Wave.sine(100, 1, 22_050);
        Wave high = Wave.sine(1000, 1, 22_050);
        var input = FeatureVectorInput.of(Preset.LIBROSA);
        var vectors = FeatureVectors.of(
                FeatureTable.FEATURES, List.of("low", "high"), List.of(vector("low", low), vector("high", high)));
        Path file = folder.resolve("model.zip");
        ClassicalModel.fit(NearestNeighbours.of(1), vectors.examples(), input, Progress.NONE)
                .save(file);

        assertThat(ClassicalModel.load(file).predict(high).probabilities()).containsEntry("high", 1.0);
    }

    private static FeatureVector vector(String label, Wave wave) {
        return new FeatureVector(label, label, label, FeatureRow.of(wave).values());
    }

    private static void write(Path file, double hertz) throws IOException {
        Files.createDirectories(file.getParent());
        Wave.sine(hertz, 1, 22_050).write(file);
    }

    @Test
    void theClassPathIsSmall() throws IOException {
        long bytes = 0;
        for (Path jar : jars()) {
            bytes += Files.size(jar);
        }
        assertThat(bytes / 1e6).isBetween(30.0, 40.0);
    }

    private static List<Path> jars() {
        return Stream.of(System.getProperty("surefire.test.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .filter(jar -> !jar.getFileName().toString().matches(TEST_LIBRARIES))
                .toList();
    }

    @Test
    void thereAreNoNetworks() {
        for (String name : List.of("org.nd4j.linalg.factory.Nd4j", "tech.tablesaw.api.Table")) {
            assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
        }
    }
}
