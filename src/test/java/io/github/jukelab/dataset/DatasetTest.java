package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {

    @TempDir
    Path folder;

    @Test
    void firstOfUsesTheFirstLabelWithTracks() throws IOException {
        Dataset dataset = Tree.ofEmptyFiles(folder, 2, "blues", "metal");

        assertThat(dataset.firstOf("metal", "blues").id()).isEqualTo("metal.00000");
        assertThat(dataset.firstOf("ironrow", "blues").id()).isEqualTo("blues.00000");
    }

    @Test
    void filesAreInTheOrderOfTheTracks() throws IOException {
        Dataset dataset = Tree.ofEmptyFiles(folder, 2, "metal", "blues");

        assertThat(dataset.files())
                .hasSize(4)
                .containsEntry("metal.00001", dataset.folder().resolve("metal/metal.00001.wav"));
        assertThat(dataset.files().keySet()).containsExactlyElementsOf(dataset.trackIds());
    }

    @Test
    void firstOfNamesTheExistingLabels() throws IOException {
        Dataset dataset = Tree.ofEmptyFiles(folder, 1, "blues", "metal");

        assertThatThrownBy(() -> dataset.firstOf("jazz", "ironrow"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GTZAN: no track is labelled jazz or ironrow; there are tracks of blues, metal");
    }

    @Test
    void refusesInvalidTracks() {
        Track track = Tree.complete(Gtzan.INFO).tracks().get(0);
        Track undeclared = new Track("polka.00000", "polka", Optional.empty(), folder);

        assertThatThrownBy(() -> new Dataset(Gtzan.INFO, folder, List.of())).hasMessageContaining("got none");
        assertThatThrownBy(() -> new Dataset(Gtzan.INFO, folder, List.of(track, track)))
                .hasMessageContaining("blues.00000 twice");
        assertThatThrownBy(() -> new Dataset(Gtzan.INFO, folder, List.of(undeclared)))
                .hasMessageContaining("got polka");
    }

    @Test
    void refusesToExcludeAllTracks() throws IOException {
        Dataset dataset = Tree.ofEmptyFiles(folder, 1, "blues", "rock");
        assertThatThrownBy(() -> dataset.without(List.of("blues.00000", "rock.00000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GTZAN: no track is left in " + dataset.folder() + ", all 2 are excluded");
    }

    @Test
    void anUnknownLabelIsNotAnEmptyOne() {
        Dataset gtzan = Dataset.of(Gtzan.INFO, List.of("blues.00000", "jazz.00001"));
        assertThat(gtzan.tracks("rock")).isEmpty();
        assertThatThrownBy(() -> gtzan.tracks("jaz"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("label must be one of [blues, classical, ")
                .hasMessageEndingWith(", got jaz; similar: jazz");
        assertThatThrownBy(() -> gtzan.withLabels(List.of("blues", "Jazz")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(", got Jazz; similar: jazz");
    }
}
