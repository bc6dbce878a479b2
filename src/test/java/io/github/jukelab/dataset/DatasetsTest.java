package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detection of data sets. */
class DatasetsTest {

    @TempDir
    Path folder;

    @Test
    void detectsKnownDataSetsElseOneFolderPerClass() throws IOException {
        put("gtzan/genres_original/blues/blues.00000.wav");
        put("pets/train/cat/cat_1.wav");
        put("pets/train_test_split.csv");
        put("own/cats/1.wav");
        put("own/birds/1.wav");
        put("own/rock/my own.wav");
        assertThat(Datasets.open(folder.resolve("gtzan")).id()).isEqualTo("GTZAN");
        assertThat(Datasets.open(folder.resolve("pets")).labels()).containsExactly("cat");
        assertThat(Datasets.open(folder.resolve("own")).labels()).containsExactly("birds", "cats", "rock");
    }

    /** Without its note, a folder of synthetic animals would be opened as an audio folder without artists. */
    @Test
    void detectsSyntheticDataSetsByTheirNote() throws IOException {
        put("animals/cat/cat.00000.wav");
        put("animals/dog/dog.00000.wav");
        Files.writeString(folder.resolve("animals/stand-in.txt"), "stand-in animals set, version 1, seed 2026\n");

        Dataset animals = Datasets.open(folder.resolve("animals"));

        assertThat(animals.id()).isEqualTo("stand-in animals");
        assertThat(animals.artists()).containsExactly("cat-1", "dog-1");
    }

    @Test
    void takesAPathAsTextAndSaysWhereARelativeOneWasLookedFor() throws IOException {
        put("own/cats/1.wav");

        assertThat(Datasets.open(folder.resolve("own").toString()).labels()).containsExactly("cats");
        assertThatThrownBy(() -> Datasets.open("none"))
                .isInstanceOf(DatasetException.class)
                .hasMessage("none: no such folder in " + Path.of("").toAbsolutePath());
    }

    private void put(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, new byte[0]);
    }
}
