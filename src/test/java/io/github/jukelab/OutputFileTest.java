package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("file.txt"), "text");
    }

    @AfterEach
    void nothingIsCreated() {
        assertThat(folder).isDirectoryNotContaining("glob:**/.part-*");
    }

    @Test
    void aNewOrExistingFileCanBeWritten() throws IOException {
        OutputFile later = OutputFile.of(folder.resolve("a/b/later.txt"));
        assertThat(later).hasToString(folder + "/a/b/later.txt");
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(OutputFile.of(file).target()).isEqualTo(file);
        assertThat(file).hasContent("text");
    }

    @Test
    void refusesPlacesWhereNoFileCanBe() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> OutputFile.of(folder))
                .withMessage(folder + ": is a folder, but must be a file");
        Path below = file.resolve("x/out.txt");
        assertThatIOException()
                .isThrownBy(() -> OutputFile.of(below))
                .withMessage(below + ": cannot be written: " + file + " is no folder");
        Path tooLong = folder.resolve("n".repeat(256));
        assertThatIOException()
                .isThrownBy(() -> OutputFile.of(tooLong))
                .withMessage(tooLong + ": cannot be written: File name too long");
        Path nowhere = Path.of("/proc/none/out.txt");
        assumeThat(Path.of("/proc")).isDirectory();
        assertThatIOException()
                .isThrownBy(() -> OutputFile.of(nowhere))
                .withMessageStartingWith(nowhere + ": cannot be written: ")
                .withMessageEndingWith(" in folder /proc");
    }

    @Test
    void refusesLinksThatLeadNowhere() throws IOException {
        Path one = folder.resolve("one");
        Files.createSymbolicLink(one, Path.of("two"));
        Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
        assertThatIOException()
                .isThrownBy(() -> OutputFile.of(one))
                .withMessage(one + ": is a link that leads round in a circle");
        Path gone = Files.createSymbolicLink(folder.resolve("gone"), Path.of("none"));
        Path below = gone.resolve("out.txt");
        assertThatIOException()
                .isThrownBy(() -> OutputFile.of(below))
                .withMessage(below + ": cannot be written: " + gone + " is no folder");
    }

    @Test
    void refusesWhatMayNotBeChanged() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assumeThat(Files.isWritable(file)).as("a user whom permissions bind").isFalse();
        assertThatIOException().isThrownBy(() -> OutputFile.of(file)).withMessage(file + ": may not be changed");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThatIOException()
                .isThrownBy(() -> OutputFile.of(closed.resolve("out.txt")))
                .withMessage(closed + "/out.txt: cannot be written: permission denied in folder " + closed);
    }

    @Test
    void replacesNothingNoneEmptyAndTheSameKind() throws IOException {
        OutputFile.Kind letters = path -> Files.readString(path).matches("[a-z]+");
        assertThat(OutputFile.of(file).mayReplace(letters)).isTrue();
        Files.writeString(file, "1");
        assertThat(OutputFile.of(file).mayReplace(letters)).isFalse();
        Files.writeString(file, "");
        assertThat(OutputFile.of(file).mayReplace(letters)).isTrue();
        assertThat(OutputFile.of(folder.resolve("none")).mayReplace(letters)).isTrue();
    }

    @Test
    void anInputIsNeverAnOutputWhateverItsName() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        Path hard = Files.createLink(folder.resolve("hard"), file);
        Path detour = Files.createDirectory(folder.resolve("x")).resolve("../file.txt");
        List<Path> inputs = List.of(folder.resolve("none"), file);
        for (Path name : List.of(file, link, hard, detour)) {
            assertThatIOException()
                    .isThrownBy(() -> OutputFile.of(name).outside(inputs))
                    .withMessage(name + ": is " + file + ", which is read, and must be another file");
        }
        assertThat(OutputFile.of(folder.resolve("other")).outside(inputs)).hasToString(folder + "/other");
    }

    @Test
    void severalOutputsAreDistinct() throws IOException {
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder);
        Path hard = Files.createLink(folder.resolve("hard"), file);
        Path upper = folder.resolve("NEW.txt");
        OutputFile first = OutputFile.of(file);
        OutputFile fresh = OutputFile.of(folder.resolve("new.txt"));
        OutputFile.requireDistinct(List.of(first, fresh));
        for (Path same : List.of(file, linked.resolve("file.txt"), hard, upper, linked.resolve("new.txt"))) {
            OutputFile again = OutputFile.of(same);
            assertThatIOException()
                    .isThrownBy(() -> OutputFile.requireDistinct(List.of(first, fresh, again)))
                    .withMessageStartingWith(same + ": is written twice, as ");
        }
    }
}
