package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioInputsTest {

    @TempDir
    Path folder;

    private Path put(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.write(path, new byte[0]);
    }

    private static List<String> filenames(AudioInputs inputs) {
        return inputs.files().stream().map(SourceFile::filename).toList();
    }

    private static List<String> labels(AudioInputs inputs) {
        return inputs.files().stream().map(SourceFile::label).toList();
    }

    private AudioInputs inputs(String... paths) throws IOException {
        return AudioInputs.of(Stream.of(paths).map(folder::resolve).toList());
    }

    @Test
    void filesOfAFolderAreCalledAsItsTracks() throws IOException {
        put("pets/cat/take.00000.wav");
        put("pets/dog/monday/take.00000.wav");
        AudioInputs inputs = inputs("pets");

        assertThat(filenames(inputs)).containsExactly("cat/take.00000.wav", "dog/monday/take.00000.wav");
        assertThat(labels(inputs)).containsExactly("cat", "dog");
        assertThat(inputs.folders()).hasSize(1);
        assertThat(inputs).hasToString("AudioInputs[2 files, 1 folders]");
    }

    /** As a shell lists them: cat/*.wav dog/*.wav. */
    @Test
    void listedFilesHaveTheLabelOfTheirFolder() throws IOException {
        put("cat/take.00000.wav");
        put("dog/take.00000.wav");
        put("dog/x.wav");
        put("flat/blues.00001.wav");
        AudioInputs inputs =
                inputs("cat/take.00000.wav", "dog/take.00000.wav", "dog/x.wav", "flat/blues.00001.wav", "dog/x.wav");

        assertThat(filenames(inputs))
                .containsExactly("cat/take.00000.wav", "dog/take.00000.wav", "x.wav", "blues.00001.wav");
        assertThat(labels(inputs)).containsExactly("cat", "dog", "dog", "blues");
    }

    @Test
    void equalNamesOfSeveralFoldersGetMoreFolders() throws IOException {
        put("a/cat/1.wav");
        put("a/dog/2.wav");
        put("b/cat/1.wav");
        put("b/dog/3.wav");

        assertThat(filenames(inputs("a", "b"))).containsExactly("a/cat/1.wav", "dog/2.wav", "b/cat/1.wav", "dog/3.wav");
    }

    @Test
    void aTrackThatIsInTwoCopiesOfADataSetIsOneTrack() throws IOException {
        put("a/genres_original/jazz/jazz.00001.wav");
        put("a/genres_original/jazz/jazz.00002.wav");
        put("b/genres/jazz/jazz.00002.au");
        AudioInputs inputs = inputs("a", "b");

        assertThat(filenames(inputs)).containsExactly("jazz.00001.wav", "jazz.00002.wav");
        assertThat(inputs.passedOver())
                .containsExactly(folder.resolve("b/genres/jazz/jazz.00002.au") + ": the same track of GTZAN as "
                        + folder.resolve("a/genres_original/jazz/jazz.00002.wav"));
    }

    @Test
    void aFolderWithoutSoundFilesIsTold() throws IOException {
        put("a/1.wav");
        put("empty/notes.txt");

        assertThat(inputs("a", "empty").passedOver())
                .containsExactly(folder.resolve("empty") + ": has no sound files; other files: 1");
        assertThatThrownBy(() -> inputs("empty"))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("empty") + ": has no sound files; other files: 1");
        assertThatThrownBy(() -> inputs("nowhere")).hasMessageContaining("no such file or folder");
    }

    /** No name of such a file differs as text from that of the other, however many folders are prepended. */
    @Test
    void pathsThatLookAlikeAreNumbered() throws IOException {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        Path latin1 = Path.of(URI.create(folder.toUri() + "caf%E9.wav"));
        Path utf8 = folder.resolve("caf\u00e9.wav");
        Files.write(latin1, new byte[0]);
        Files.write(utf8, new byte[0]);

        List<String> names = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> filenames(AudioInputs.of(List.of(latin1, utf8))));

        assertThat(names).doesNotHaveDuplicates().hasSize(2).allMatch(name -> name.contains("caf\u00e9"));
    }

    /** Two formats of one name, files beside folders, a data set's folder: for predictions each file counts. */
    @Test
    void allFilesOfAFolderAreCalledByTheirPathInIt() throws IOException {
        put("in/a.wav");
        put("in/a.mp3");
        put("in/cat/1.wav");
        put("in/dog/train/1.wav");
        put("in/.hidden/2.wav");
        put("in/notes.txt");
        put("b.sound");
        Files.createDirectories(folder.resolve("none"));
        AudioInputs inputs =
                AudioInputs.all(List.of(folder.resolve("in"), folder.resolve("b.sound"), folder.resolve("none")));

        assertThat(filenames(inputs)).containsExactly("b.sound", "a.mp3", "a.wav", "cat/1.wav", "dog/train/1.wav");
        assertThat(inputs.folders()).isEmpty();
        assertThat(inputs.passedOver()).containsExactly(folder.resolve("none") + ": no sound files");
        assertThatThrownBy(() -> AudioInputs.all(List.of(folder.resolve("none"))))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("none") + ": no sound files");
        assertThatThrownBy(() -> AudioInputs.all(List.of(folder.resolve("missing"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no such file or folder");
    }
}
