package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatsDogsTest {

    private static final String TABLE = """
            ,test_cat,test_dog,train_cat,train_dog,odd
            0,cat_1.wav,dog_barking_97.wav,cat_2.wav,dog_barking_3.wav,cat_1.wav
            1,cat_9.wav,,cat_3.wav,dog_barking_4.wav,
            2,,,cat_8.wav,,
            """;

    @TempDir
    Path folder;

    @Test
    void foldersAreLabels() throws IOException {
        createArticleFolders();

        Dataset dataset = CatsDogs.at(folder);

        assertThat(dataset).hasToString("Dataset[cats and dogs, 8 tracks, 2 labels]");
        assertThat(dataset.tracks())
                .extracting(Track::id)
                .containsExactly(
                        "cat.cat_1",
                        "cat.cat_2",
                        "cat.cat_3",
                        "cat.cat_9",
                        "dog.dog_barking_3",
                        "dog.dog_barking_4",
                        "dog.dog_barking_4-2",
                        "dog.dog_barking_97");
        assertThat(CatsDogs.at(folder.resolve("cats_dogs")).tracks()).isEqualTo(dataset.tracks());
    }

    @Test
    void splitsByFoldersAndByTableDiffer() throws IOException {
        createArticleFolders();
        Dataset dataset = CatsDogs.at(folder);

        Split folders = CatsDogs.byFolders(dataset);
        Split table = CatsDogs.byTable(dataset);

        assertThat(folders.test()).containsExactly("cat.cat_9", "dog.dog_barking_4", "dog.dog_barking_97");
        assertThat(folders.toString()).startsWith("Split[by folders, seed 0: 5 train, 0 validation, 3 test;");
        assertThat(table.test()).containsExactly("cat.cat_1", "cat.cat_9", "dog.dog_barking_97");
        assertThat(table.toString())
                .startsWith("Split[by table of 8 files, 8 here, seed 0: 5 train, 0 validation, 3 test;");
    }

    @Test
    void publishedSplitsAreThoseThatTheCopyHas() throws IOException {
        createArticleFolders();
        Dataset dataset = CatsDogs.at(folder);

        assertThat(CatsDogs.publishedSplits(dataset))
                .isEqualTo(Map.of(
                        "its folders",
                        List.of(CatsDogs.byFolders(dataset)),
                        "its table",
                        List.of(CatsDogs.byTable(dataset))));
        Dataset withoutTestFiles = dataset.without(CatsDogs.byFolders(dataset).test());
        assertThat(CatsDogs.publishedSplits(withoutTestFiles)).containsOnlyKeys("its table");
        Files.delete(folder.resolve("cats_dogs/train_test_split.csv"));
        assertThat(CatsDogs.publishedSplits(withoutTestFiles)).isEmpty();
    }

    @Test
    void readsATableThatASpreadsheetHasSaved() throws IOException {
        createArticleFolders();
        Dataset dataset = CatsDogs.at(folder);
        Path table = folder.resolve("cats_dogs/train_test_split.csv");
        Split split = CatsDogs.byTable(dataset);

        String quoted = TABLE.replaceAll("(?m)^\\d?,", "")
                .replace("cat_9.wav", "\"cat_9.wav\"")
                .replace("odd", "\"odd, x\"");
        Files.writeString(table, "\uFEFF" + quoted.replace("\n", "\r\n") + "\r\n");
        assertThat(CatsDogs.byTable(dataset)).isEqualTo(split);
        Files.writeString(table, TABLE.replace("cat_3.wav,dog_barking_4.wav,", "cat_3.wav,dog_barking_4.wav"));
        assertThatThrownBy(() -> CatsDogs.byTable(dataset))
                .isInstanceOf(DatasetException.class)
                .hasMessage(table + ": line 3: must have 6 fields, got 5");
    }

    @Test
    void clipsOfOneRecordingAreOneGroup() throws IOException {
        for (String clip : List.of("cat_5", "cat_6", "cat_7", "cat_8")) {
            Tree.put(folder, "train/cat/" + clip + ".wav", new byte[0]);
        }

        Dataset dataset = CatsDogs.at(folder);

        assertThat(dataset.artistGroups())
                .isEqualTo(Map.of("cat.cat_5", "cat_5", "cat.cat_6", "cat_5", "cat.cat_7", "cat_5"));
    }

    @Test
    void namesMissingTracksAndColumns() throws IOException {
        Tree.put(folder, "train/cat/cat_1.wav", new byte[0]);
        Tree.put(folder, "train/dog/dog_barking_97.wav", new byte[0]);
        Dataset dataset = CatsDogs.at(folder);

        assertThatThrownBy(() -> CatsDogs.byFolders(dataset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cats and dogs by folders: no track for test in " + folder + "; byTable may have one");
        assertThatThrownBy(() -> CatsDogs.byTable(dataset))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("train_test_split.csv: cannot be read");
        Files.writeString(folder.resolve("train_test_split.csv"), "");
        assertThatThrownBy(() -> CatsDogs.byTable(dataset))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("has no column test_cat, only []");
        Files.writeString(folder.resolve("train_test_split.csv"), TABLE);
        assertThatThrownBy(() -> CatsDogs.byTable(dataset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no track for train by ");
    }

    @Test
    void refusesFoldersWithoutCatsAndDogs() throws IOException {
        Tree.put(folder, "train/bird/bird_1.wav", new byte[0]);
        Tree.put(folder, "train/cat/notes.txt", new byte[0]);

        assertThatThrownBy(() -> CatsDogs.at(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("holds neither cats nor dogs; expected folders such as train/cat");
        assertThatThrownBy(() -> CatsDogs.at(folder.resolve("none"))).hasMessageContaining("no such folder");
    }

    @Test
    void aLinkToAParentIsIgnored() throws IOException {
        Tree.put(folder, "train/cat/cat_1.wav", new byte[0]);
        Files.createSymbolicLink(folder.resolve("train/loop"), folder.resolve("train"));

        assertThat(CatsDogs.at(folder).trackIds()).containsExactly("cat.cat_1");
    }

    @Test
    void splitsTheSharedCatsAndDogsByTable() throws IOException {
        Path real = TestData.shared("data/cats_dogs").orElse(null);
        Assumptions.assumeTrue(real != null);
        Dataset dataset = CatsDogs.at(real);

        Split table = CatsDogs.byTable(dataset);
        Split article = table.withValidation(dataset, 0.2, 1);

        assertThat(dataset.tracks("cat")).hasSize(125);
        assertThat(dataset.tracks("dog")).hasSize(85);
        assertThat(table.name()).isEqualTo("by table of 277 files, 210 here");
        assertThat(table.counts(dataset))
                .isEqualTo(Map.of(
                        "cat", Map.of(Subset.TRAIN, 86, Subset.VALIDATION, 0, Subset.TEST, 39),
                        "dog", Map.of(Subset.TRAIN, 48, Subset.VALIDATION, 0, Subset.TEST, 37)));
        assertThat(article.validation()).hasSizeBetween(20, 26);
        assertThat(table.leakage().exposed()).isEqualTo(21);
        Split repaired = table.keepingGroups(dataset, dataset.artistGroups());
        assertThat(repaired.leakage().any()).isFalse();
        assertThat(repaired.test()).hasSize(55);
        assertThatThrownBy(() -> CatsDogs.byFolders(dataset)).hasMessageContaining("no track for test");
        assertThat(dataset.validate(Progress.NONE).findings()).isEmpty();
    }

    private void createArticleFolders() throws IOException {
        List<String> files = List.of(
                "train/cat/cat_1.wav",
                "train/cat/cat_2.wav",
                "train/cat/cat_3.wav",
                "train/dog/dog_barking_3.wav",
                "train/dog/dog_barking_4.wav",
                "train/dog/._dog_barking_4.wav",
                "loose.wav",
                "test/test/dog_barking_97.wav",
                "test/test/dog_barking_4.wav",
                "test/cats/cat_9.wav");
        for (String file : files) {
            Tree.put(folder, "cats_dogs/" + file, new byte[0]);
        }
        Files.writeString(folder.resolve("cats_dogs/train_test_split.csv"), TABLE);
    }
}
