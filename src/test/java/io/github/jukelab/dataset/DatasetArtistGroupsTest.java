package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetArtistGroupsTest {

    @Test
    void groupsTracksByArtist() {
        Dataset gtzan = Tree.complete(Gtzan.INFO);
        Map<String, String> groups = gtzan.artistGroups();
        assertThat(groups).hasSize(948).containsEntry("blues.00000", "0");
        assertThat(new HashSet<>(groups.values())).isEqualTo(gtzan.artists()).hasSize(412);
        assertThat(groups.keySet()).first().isEqualTo("blues.00000");
    }

    @Test
    void groupsOnlyTracksOfTheCopy(@TempDir Path folder) throws IOException {
        assertThat(Tree.ofEmptyFiles(folder, 2, "blues").artistGroups()).containsOnlyKeys("blues.00000", "blues.00001");
    }
}
