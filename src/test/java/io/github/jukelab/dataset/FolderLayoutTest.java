package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderLayoutTest {

    private static List<Path> paths(String names) {
        return Stream.of(names.split(" ")).map(Path::of).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "cat/1.wav dog/1.wav, CLASSES",
        "cat/1.wav cat/2.wav, CLASSES",
        "cat/monday/1.wav dog/1.wav, CLASSES",
        "cat/1.wav dog/1.wav loose.wav, CLASSES",
        "old/1.wav a.wav, NO_LABELS",
        "old/1.wav new/1.wav a.wav b.wav c.wav, NO_LABELS",
        "train/cat/1.wav test/cat/1.wav, CLASSES_IN_SUBSETS",
        "Training/cat/1.wav VALID/cat/1.wav Testing/dog/1.wav test/loose.wav, CLASSES_IN_SUBSETS",
        "train/cat/1.wav, CLASSES_IN_SUBSETS",
        "train/1.wav test/1.wav, NO_LABELS",
        "train/1.wav plane/1.wav, CLASSES",
        "cat/train/1.wav cat/test/2.wav dog/train/1.wav, SUBSETS_IN_CLASSES",
        "cat/train/1.wav cat/2.wav, CLASSES",
        "cat.00001.wav dog.00002.flac, LABELS_IN_NAMES",
        "cat.00001.wav cat.00002.wav, NO_LABELS",
        "cat.00001.wav dog.00002.wav other.wav, NO_LABELS",
        "a.wav b.wav, NO_LABELS",
    })
    void isDecidedByTheFolders(String names, FolderLayout layout) {
        assertThat(FolderLayout.of(paths(names))).isEqualTo(layout);
    }

    @ParameterizedTest
    @CsvSource({
        "CLASSES, cat/1.wav, cat, ,",
        "CLASSES, cat/take.00000.wav, cat, ,",
        "CLASSES, cat/monday/morning/1.wav, cat, monday,",
        "CLASSES, 1.wav, , ,",
        "CLASSES_IN_SUBSETS, train/cat/1.wav, cat, , TRAIN",
        "CLASSES_IN_SUBSETS, Valid/cat/monday/1.wav, cat, monday, VALIDATION",
        "CLASSES_IN_SUBSETS, test/1.wav, , , TEST",
        "SUBSETS_IN_CLASSES, cat/testing/1.wav, cat, , TEST",
        "LABELS_IN_NAMES, cat.00001.wav, cat, ,",
        "NO_LABELS, a/b/c.wav, , ,",
    })
    void givesLabelGroupAndSubset(FolderLayout layout, Path file, String label, String group, Subset subset) {
        assertThat(layout.label(file).orElse(null)).isEqualTo(label);
        assertThat(layout.group(file).orElse(null)).isEqualTo(group);
        assertThat(layout.subset(file).orElse(null)).isEqualTo(subset);
    }

    /** An archive is often unpacked into a folder of its own. */
    @Test
    void theOnlyFolderIsOpenedIfItHasFolders() {
        assertThat(FolderLayout.inner(paths("pets/cat/1.wav pets/dog/1.wav"))).contains(Path.of("pets"));
        assertThat(FolderLayout.inner(paths("pets/cat/1.wav pets/loose.wav"))).isEmpty();
        assertThat(FolderLayout.inner(paths("pets/cat/1.wav pets/cat/2.wav"))).isEmpty();
        assertThat(FolderLayout.inner(paths("train/cat/1.wav train/dog/1.wav"))).isEmpty();
        assertThat(FolderLayout.inner(paths("cat/1.wav dog/1.wav"))).isEmpty();
    }
}
