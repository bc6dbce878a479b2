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

class AudioFolderTest {

    @TempDir
    Path folder;

    @Test
    void subfoldersAreLabels() throws IOException {
        Path root = folder.resolve("tracks");
        names(root, "silent_film/Circus Waltz.mp3", "silent_film/The Chase.MP3", "electronica/Ambler.flac");
        names(root, "readme.txt", "loose.wav", ".git/hidden.wav", "pictures/cover.png", "silent_film/deeper/x.wav");
        names(root, "silent_film/._The Chase.mp3", "silent_film/notes.txt");

        Dataset dataset = AudioFolder.at(root);

        assertThat(dataset).hasToString("Dataset[tracks, 3 tracks, 2 labels]");
        assertThat(dataset.info()).hasToString("DatasetInfo[tracks, 2 labels, any tracks]");
        assertThat(dataset.labels()).containsExactly("electronica", "silent_film");
        assertThat(dataset.tracks())
                .extracting(Track::id)
                .containsExactly("electronica.Ambler", "silent_film.Circus Waltz", "silent_film.The Chase");
        assertThat(dataset.tracks().get(0).file()).isEqualTo(root.resolve("electronica/Ambler.flac"));
        assertThat(dataset.artists()).isEmpty();
        assertThat(dataset.isComplete()).isFalse();
        assertThat(dataset.without(List.of("electronica.Ambler"))).hasToString("Dataset[tracks, 2 tracks, 1 labels]");
    }

    @Test
    void idsAreUniqueWithoutDotsAfterTheLabel() throws IOException {
        names(folder, "v1.0/Theme (var. 3).mp3", "v1.0/a.b.wav", "v1.0/a-b.wav", "v1.0/a-b.mp3", "v1.0/a-b-2.wav");
        names(folder, "blues/blues.00000.au", "v1/x.wav");

        Dataset dataset = AudioFolder.at(folder);

        assertThat(dataset.tracks("v1.0"))
                .extracting(Track::id)
                .containsExactlyInAnyOrder("v1.0.Theme (var- 3)", "v1.0.a-b-2", "v1.0.a-b", "v1.0.a-b-3", "v1.0.a-b-4");
        assertThat(dataset.track("v1.0.a-b").orElseThrow().file()).hasFileName("a-b.mp3");
        assertThat(dataset.track("v1.0.a-b-3").orElseThrow().file()).hasFileName("a-b.wav");
        assertThat(dataset.track("v1.0.a-b-4").orElseThrow().file()).hasFileName("a.b.wav");
        assertThat(dataset.track("blues.00000")).isPresent();
    }

    @Test
    void countsLabelsWithTheSamePrefixSeparately() throws IOException {
        names(folder, "a/1.wav", "a/2.wav", "a.b/1.wav", "a.b/2.wav", "a.b/3.wav");
        Dataset dataset = AudioFolder.at(folder);

        Split split = dataset.split(SplitRatio.of(0.5, 0.5), 1);

        assertThat(split.counts(dataset).get("a"))
                .isEqualTo(Map.of(Subset.TRAIN, 1, Subset.VALIDATION, 0, Subset.TEST, 1));
        assertThat(split.counts(dataset).get("a.b").values().stream().mapToInt(Integer::intValue))
                .containsExactlyInAnyOrder(2, 0, 1);
        assertThatThrownBy(() -> split.counts(dataset.withLabels(List.of("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no track for a.b.");
    }

    @Test
    void validationReportsNeitherLengthRateNorMissingFiles() throws IOException {
        Tree.put(folder, "cat/short.wav", Tree.wav(10, 1));
        Tree.put(folder, "cat/same.wav", Tree.wav(10, 1));
        Tree.put(folder, "cat/cut.wav", Tree.cut(Tree.wav(500, 2), 444));
        Tree.put(folder, "dog/none.mp3", new byte[3]);
        Tree.put(folder, "dog/notes.txt", new byte[3]);

        IntegrityReport report = AudioFolder.at(folder).validate(Progress.NONE);

        assertThat(report.counts()).isEqualTo(Map.of(Fault.BROKEN, 1, Fault.DAMAGED, 1, Fault.DUPLICATED, 1));
        assertThat(report.unusable()).containsExactly("cat.short", "dog.none");
    }

    @Test
    void followsLinks() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        names(elsewhere, "one.wav");
        Path root = Files.createDirectories(folder.resolve("root"));
        Files.createSymbolicLink(root.resolve("label"), elsewhere);

        assertThat(AudioFolder.at(root).tracks()).extracting(Track::id).containsExactly("label.one");
    }

    @Test
    void errorsDescribeTheFolder() throws IOException {
        names(folder, "file.wav", "train/cat/cat_1.wav", "empty/notes.txt");

        assertThatThrownBy(() -> AudioFolder.at(folder.resolve("none")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("none: no such folder");
        assertThatThrownBy(() -> AudioFolder.at(folder.resolve("file.wav")))
                .hasMessageContaining("is a file, not a folder");
        assertThatThrownBy(() -> AudioFolder.at(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessage(
                        folder + ": has no subfolders with audio files; expected one per label; found folders empty,"
                                + " train; audio files beside them: 1");
        assertThatThrownBy(() -> AudioFolder.at(folder.resolve("empty"))).hasMessageEndingWith("; found no folders");
    }

    @Test
    void opensTheSharedTracks() throws IOException {
        Path real = TestData.shared("data/tracks").orElse(null);
        Assumptions.assumeTrue(real != null);

        Dataset dataset = AudioFolder.at(real);

        assertThat(dataset).hasToString("Dataset[tracks, 16 tracks, 2 labels]");
        assertThat(dataset.track("electronica.Theme for Harold (var- 3)")).isPresent();
    }

    private static void names(Path root, String... files) throws IOException {
        for (String file : files) {
            Tree.put(root, file, new byte[0]);
        }
    }
}
