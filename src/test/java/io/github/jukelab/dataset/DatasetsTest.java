package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Files.writeString(folder.resolve("pets/train_test_split.csv"), "test_cat,test_dog,train_cat,train_dog\n");
        put("own/cats/1.wav");
        put("own/birds/1.wav");
        put("own/rock/my own.wav");
        assertThat(Datasets.open(folder.resolve("gtzan")).id()).isEqualTo("GTZAN");
        assertThat(Datasets.open(folder.resolve("pets")).labels()).containsExactly("cat");
        assertThat(Datasets.open(folder.resolve("own")).labels()).containsExactly("birds", "cats", "rock");
    }

    /** Own recordings named as those of GTZAN get no artists of GTZAN, and none is dropped. */
    @Test
    void ownGenresAreNotGtzan() throws IOException {
        for (String genre : List.of("jazz", "rock")) {
            for (int i = 0; i < 3; i++) {
                write("two/%s/%s.%05d.wav".formatted(genre, genre, i), 661_500);
                write("foreign/genres/%s/%s.%05d.wav".formatted(genre, genre, i), 661_794);
                write("own-names/%s/%s.%05d.wav".formatted(genre, genre, i), 661_794);
            }
        }
        write("foreign/genres/folk/folk.00000.wav", 661_794);
        write("own-names/jazz/my own.wav", 661_794);

        for (String own : List.of("two", "foreign", "own-names")) {
            Dataset dataset = Datasets.open(folder.resolve(own));
            assertThat(dataset.artists()).as(own).isEmpty();
            assertThat(dataset.info().tracks()).isEmpty();
        }
        assertThat(Datasets.open(folder.resolve("foreign")).labels()).containsExactly("folk", "jazz", "rock");
        assertThat(Datasets.open(folder.resolve("own-names")).tracks()).hasSize(7);
    }

    /** Without the published folder names, by the lengths of its tracks; a file that cannot be read does not count. */
    @Test
    void gtzanIsRecognisedByItsLengths() throws IOException {
        write("part/jazz/jazz.00003.wav", 661_794);
        write("part/rock/rock.00001.wav", 661_504);
        put("part/blues/blues.00000.wav");

        assertThat(Datasets.open(folder.resolve("part")).trackIds())
                .containsExactly("blues.00000", "jazz.00003", "rock.00001");
        assertThat(Datasets.open(folder.resolve("part")).artists()).isNotEmpty();
    }

    @Test
    void aTableOfThatNameMakesNoCatsAndDogs() throws IOException {
        put("birds/wren/1.wav");
        put("birds/train_test_split.csv");

        assertThat(Datasets.open(folder.resolve("birds")).labels()).containsExactly("wren");
    }

    private void write(String file, int samples) throws IOException {
        Tree.put(folder, file, Tree.wav(samples, 1));
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
