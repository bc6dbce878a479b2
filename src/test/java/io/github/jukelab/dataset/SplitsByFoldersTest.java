package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsByFoldersTest {

    @TempDir
    Path folder;

    private Dataset dataset(String... files) throws IOException {
        for (String file : files) {
            Tree.put(folder, file, new byte[0]);
        }
        return AudioFolder.at(folder);
    }

    @Test
    void foldersAboveTheClassesAreSubsets() throws IOException {
        Dataset dataset =
                dataset("train/cat/1.wav", "train/dog/1.wav", "valid/cat/1.wav", "test/cat/1.wav", "test/dog/2.wav");

        Split split = Splits.byFolders(dataset);

        assertThat(Splits.hasSubsetFolders(dataset)).isTrue();
        assertThat(split.train()).containsExactly("train/cat/1", "train/dog/1");
        assertThat(split.validation()).containsExactly("valid/cat/1");
        assertThat(split.test()).containsExactly("test/cat/1", "test/dog/2");
        assertThat(split.name()).isEqualTo("by folders");
    }

    @Test
    void andSoAreFoldersWithinThem() throws IOException {
        Split split = Splits.byFolders(
                dataset("cat/train/1.wav", "cat/test/1.wav", "dog/Training/1.wav", "dog/testing/1.wav"));

        assertThat(split.train()).containsExactly("cat/train/1", "dog/Training/1");
        assertThat(split.test()).containsExactly("cat/test/1", "dog/testing/1");
    }

    @Test
    void otherFoldersAreNone() throws IOException {
        Dataset dataset = dataset("cat/1.wav", "train/1.wav");

        assertThat(Splits.hasSubsetFolders(dataset)).isFalse();
        assertThatThrownBy(() -> Splits.byFolders(dataset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("has no folders named train and test");
    }

    /** Such as a published set of which only one folder was copied: then the tracks can still be split otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"train", "test"})
    void oneOfTheTwoFoldersIsNoSplit(String folder) throws IOException {
        Dataset dataset = dataset(folder + "/cat/1.wav", folder + "/dog/1.wav");

        assertThat(Splits.hasSubsetFolders(dataset)).isFalse();
        assertThat(Splits.subsetFolders(dataset)).hasSize(2);
    }

    /** Also if a label is not in both, so that there is no split. */
    @Test
    void eachTrackHasTheSubsetOfItsFolder() throws IOException {
        assertThat(Splits.subsetFolders(dataset("train/cat/1.wav", "train/dog/1.wav", "test/cat/1.wav")))
                .containsExactly(
                        entry("test/cat/1", Subset.TEST),
                        entry("train/cat/1", Subset.TRAIN),
                        entry("train/dog/1", Subset.TRAIN));
    }

    @Test
    void withoutSuchFoldersThereAreNoSubsets() throws IOException {
        assertThat(Splits.subsetFolders(dataset("cat/1.wav", "train/1.wav"))).isEmpty();
    }

    @Test
    void everyLabelIsInBoth() throws IOException {
        Dataset dataset = dataset("train/cat/1.wav", "train/dog/1.wav", "test/cat/1.wav");

        assertThatThrownBy(() -> Splits.byFolders(dataset)).hasMessageContaining("dog has none for test");
    }

    /** Ids may look like anything; the label is that of the track. */
    @Test
    void foldsNeedNoDotsInIds() throws IOException {
        Dataset dataset = dataset("cat/take_cat_0.wav", "cat/take_cat_1.wav", "dog/a.b.c.wav", "dog/-1.wav");

        assertThat(Splits.kFold(dataset, 2, 1)).hasSize(2).allSatisfy(split -> assertThat(
                        dataset.tracksOf(split.test()).values())
                .extracting(Track::label)
                .containsExactlyInAnyOrder("cat", "dog"));
    }

    /** With one session per class left for training, its tracks are divided; the test set is another session. */
    @Test
    void aValidationSetMayShareTheOnlySession() throws IOException {
        Dataset dataset = dataset(
                "cat/s1/0.wav",
                "cat/s1/1.wav",
                "cat/s2/0.wav",
                "cat/s2/1.wav",
                "dog/s1/0.wav",
                "dog/s1/1.wav",
                "dog/s2/0.wav",
                "dog/s2/1.wav");

        List<Split> folds = Splits.artistFolds(dataset, 2, 3);

        assertThat(folds).allSatisfy(fold -> {
            Split split = fold.withValidation(dataset, 0.5, 1);
            assertThat(split.validation()).hasSize(2);
            assertThat(split.test()).hasSize(4).isEqualTo(fold.test());
        });
    }
}
