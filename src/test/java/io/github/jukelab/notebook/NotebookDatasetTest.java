package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words {@code dataset("folder")} and {@code dataset("table.csv")}. */
class NotebookDatasetTest {

    @TempDir
    Path folder;

    private Path table;

    @BeforeEach
    void write() throws IOException {
        Waves.noise(2205, 1).write(folder.resolve("cat/1.wav"));
        Waves.noise(2205, 2).write(folder.resolve("dog/1.wav"));
        table = Files.writeString(folder.resolve("labels.csv"), "file,label\ncat/1,loud\ndog/1,soft\n");
    }

    @Test
    void opensAFolderOrATable() throws IOException {
        Dataset labelled = Datasets.open(table);

        assertThat(Notebook.dataset(folder.toString())).isEqualTo(Datasets.open(folder));
        assertThat(Notebook.dataset(table.toString())).isEqualTo(labelled);
        assertThat(Notebook.dataset(folder.toString(), table.toString())).isEqualTo(labelled);
        assertThat(labelled.labels()).containsExactly("loud", "soft");
    }

    @Test
    void saysWhereItLooked() {
        assertThatThrownBy(() -> Notebook.dataset("none"))
                .isInstanceOf(DatasetException.class)
                .hasMessage("none: no such folder in " + Path.of("").toAbsolutePath());
    }
}
