package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {

    @TempDir
    Path folder;

    @Test
    void firstOfTakesTheFirstLabelThatIsHere() throws IOException {
        Dataset dataset = Tree.names(folder, 2, "blues", "metal");

        assertThat(dataset.firstOf("metal", "blues").id()).isEqualTo("metal.00000");
        assertThat(dataset.firstOf("ironrow", "blues").id()).isEqualTo("blues.00000");
    }

    @Test
    void filesAreOfTheTracksInTheirOrder() throws IOException {
        Dataset dataset = Tree.names(folder, 2, "metal", "blues");

        assertThat(dataset.files())
                .hasSize(4)
                .containsEntry("metal.00001", dataset.folder().resolve("metal/metal.00001.wav"));
        assertThat(dataset.files().keySet())
                .containsExactlyElementsOf(
                        dataset.tracks().stream().map(Track::id).toList());
    }

    @Test
    void firstOfNamesTheLabelsThatAreHere() throws IOException {
        Dataset dataset = Tree.names(folder, 1, "blues", "metal");

        assertThatThrownBy(() -> dataset.firstOf("jazz", "ironrow"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GTZAN: no track is labelled jazz or ironrow, there are tracks of blues, metal");
    }
}
