package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.Progress;
import io.github.jukelab.TestData;
import java.io.IOException;
import java.net.URI;
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

        assertThat(dataset).hasToString("Dataset[tracks, 4 tracks, 2 labels]");
        assertThat(dataset.info()).hasToString("DatasetInfo[tracks, 2 labels, any tracks]");
        assertThat(dataset.labels()).containsExactly("electronica", "silent_film");
        assertThat(dataset.tracks())
                .extracting(Track::id)
                .containsExactly(
                        "electronica/Ambler",
                        "silent_film/Circus Waltz",
                        "silent_film/The Chase",
                        "silent_film/deeper/x");
        assertThat(dataset.tracks().get(0).file()).isEqualTo(root.resolve("electronica/Ambler.flac"));
        assertThat(dataset.artists()).containsExactly("deeper");
        assertThat(dataset.isComplete()).isFalse();
        assertThat(dataset.without(List.of("electronica/Ambler"))).hasToString("Dataset[tracks, 3 tracks, 1 labels]");
    }

    @Test
    void idsArePathsWithoutExtension() throws IOException {
        names(folder, "v1.0/Theme (var. 3).mp3", "v1.0/a.b.wav", "v1.0/a-b.wav", "blues/blues.00000.au", "v1/x.WAV");

        assertThat(AudioFolder.at(folder).trackIds())
                .containsExactly("blues/blues.00000", "v1/x", "v1.0/Theme (var. 3)", "v1.0/a-b", "v1.0/a.b");
    }

    /** Names that look alike are different tracks; two formats of one name are one track, wav before others. */
    @Test
    void oneOfTwoFormatsIsUsed() throws IOException {
        names(folder, "cat/0.aiff", "cat/0.wav", "cat/1.flac", "cat/1.mp3", "cat/1.ogg", "cat/2.mp3", "cat/2.ogg");
        names(folder, "dog/0.WAV", "dog/0.wav", "dog/0-2.wav");

        Dataset dataset = AudioFolder.at(folder);

        assertThat(dataset.files().values())
                .extracting(file -> folder.relativize(file).toString())
                .containsExactlyInAnyOrder(
                        "cat/0.wav", "cat/1.flac", "cat/2.mp3", "dog/0.WAV", "dog/0.wav", "dog/0-2.wav");
        assertThat(dataset.trackIds()).doesNotHaveDuplicates();
    }

    /** On Linux a name is bytes: é and è as Latin-1 look alike when they are read as UTF-8. */
    @Test
    void namesNeedNotBeUtf8() throws IOException {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        names(folder, "dog/1.wav");
        for (String name : List.of("caf%E9.wav", "caf%E8.wav")) {
            Files.write(Path.of(URI.create(folder.toUri() + "dog/" + name)), new byte[0]);
        }

        assertThat(AudioFolder.at(folder).trackIds()).containsExactly("dog/1", "dog/caf\u00e8", "dog/caf\u00e9");
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
                .hasMessageContaining("has no track for a.b/");
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
        assertThat(report.unusable()).containsExactly("cat/short", "dog/none");
    }

    @Test
    void followsLinks() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        names(elsewhere, "one.wav");
        Path root = Files.createDirectories(folder.resolve("root"));
        Files.createSymbolicLink(root.resolve("label"), elsewhere);

        assertThat(AudioFolder.at(root).tracks()).extracting(Track::id).containsExactly("label/one");
    }

    @Test
    void errorsDescribeTheFolder() throws IOException {
        names(folder, "file.wav", "train/cat/cat_1.wav", "empty/notes.txt");

        assertThatThrownBy(() -> AudioFolder.at(folder.resolve("none")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("none: no such folder");
        assertThatThrownBy(() -> AudioFolder.at(folder.resolve("file.wav")))
                .hasMessageContaining("is a file, not a folder");
        assertThatThrownBy(() -> AudioFolder.at(folder.resolve("empty")))
                .hasMessage(folder.resolve("empty") + ": has no sound files; other files: 1");
    }

    @Test
    void opensTheSharedTracks() throws IOException {
        Path real = TestData.shared("data/tracks").orElse(null);
        Assumptions.assumeTrue(real != null);

        Dataset dataset = AudioFolder.at(real);

        assertThat(dataset).hasToString("Dataset[tracks, 16 tracks, 2 labels]");
        assertThat(dataset.track("electronica/Theme for Harold (var. 3)")).isPresent();
    }

    private static void names(Path root, String... files) throws IOException {
        for (String file : files) {
            Tree.put(root, file, new byte[0]);
        }
    }
}
