package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.model.ModelFileException;
import io.github.jukelab.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which model a command works with. */
class ChosenModelTest {

    private static final Path STORED = Path.of("src/test/resources/stored/version-3");
    private static final Path NETWORK = STORED.resolve("feature-table_repaired.zip");
    private static final Path CLASSICAL = STORED.resolve("neighbours.zip");

    @TempDir
    Path folder;

    private Path copy(Path model, String name, long second) throws IOException {
        Path file = Files.copy(model, folder.resolve(name));
        return Files.setLastModifiedTime(file, FileTime.fromMillis(1000 * second));
    }

    @Test
    void theGivenOneIsTakenWithoutAWord() throws IOException {
        StringWriter err = new StringWriter();
        assertThat(ChosenModel.of(Optional.of(NETWORK), new PrintWriter(err)).file())
                .isEqualTo(NETWORK);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theNewestIsTheModelThatWasWrittenLast() throws IOException {
        copy(NETWORK, "b.zip", 20);
        Path newest = copy(CLASSICAL, "a.zip", 30);
        copy(NETWORK, "c.zip", 10);
        Files.writeString(folder.resolve("later.txt"), "no model");
        Files.createDirectory(folder.resolve("later"));
        assertThat(ChosenModel.newest(folder).file()).isEqualTo(newest);
    }

    @Test
    void withoutAModelItSaysHowToGetOne() {
        assertThatThrownBy(() -> ChosenModel.newest(folder))
                .hasMessageStartingWith(folder + ": there is no model; give the file of one");
        assertThatThrownBy(() -> ChosenModel.newest(folder.resolve("missing")))
                .hasMessageContaining("there is no model");
    }

    @Test
    void theKindIsKnownByTheContent() throws IOException {
        assertThat(new ChosenModel(NETWORK).load()).isInstanceOf(Network.class);
        assertThat(new ChosenModel(CLASSICAL).load()).isInstanceOf(ClassicalModel.class);
        assertThatThrownBy(() -> new ChosenModel(folder.resolve("none.zip")).load())
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("there is no such file");
        Path text = Files.writeString(folder.resolve("notes.zip"), "no zip");
        assertThatThrownBy(() -> new ChosenModel(text).load())
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("not a zip file");
    }
}
