package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRunsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeCards() throws IOException {
        write("a_knn_42", 1);
        write("a_svm_42", 2);
        write("full-length/a_svm_42", 3);
    }

    private void write(String name, long seed) throws IOException {
        RunCard.Data data = RunCard.Data.of("a", List.of("x"));
        RunCard.Result result = new RunCard.Result(1, 1, 0.2, 1, 1, 1, 0, "", new TreeMap<>());
        RunCard.of(data, "by track", seed, "CPU", result).write(folder.resolve(name + ".json"));
    }

    @Test
    void theCardOfFullLengthComesFirst() throws IOException {
        assertThat(new KeptRuns(folder).card("a_svm_42").seed()).isEqualTo(3);
        assertThat(new KeptRuns(folder).card("a_knn_42").seed()).isEqualTo(1);
    }

    @Test
    void anUnknownNameIsToldWithSimilarOnes() {
        assertThatThrownBy(() -> new KeptRuns(folder).card("a_svm_43"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "there is no kept run 'a_svm_43' among the 2 in " + folder + "; similar: a_svm_42");
        assertThatThrownBy(() -> new KeptRuns(folder).card("full-length/a_svm_42"))
                .hasMessageContaining("there is no kept run");
        assertThatThrownBy(() -> new KeptRuns(folder.resolve("none")).card("x"))
                .hasMessage("there is no kept run 'x' among the 0 in " + folder.resolve("none"));
    }

    @Test
    void aDamagedCardIsNamed() throws IOException {
        Files.writeString(folder.resolve("a_dense_42.json"), "{");
        assertThatThrownBy(() -> new KeptRuns(folder).card("a_dense_42"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a_dense_42.json: not a run card");
    }

    @Test
    void theCardsOfAFolderAreInOrderWithoutOtherFiles() throws IOException {
        write("four-genres/svm_2", 2);
        write("four-genres/knn_1", 1);
        Files.writeString(folder.resolve("four-genres/curve.json"), "{}");
        assertThat(new KeptRuns(folder).cards("four-genres")).containsOnlyKeys("knn_1", "svm_2");
        assertThatThrownBy(() -> new KeptRuns(folder).cards("five-genres"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no kept run in " + folder.resolve("five-genres"));
    }

    @Test
    void namesAreInOrder() throws IOException {
        assertThat(new KeptRuns(folder).names()).containsExactly("a_knn_42", "a_svm_42");
    }
}
