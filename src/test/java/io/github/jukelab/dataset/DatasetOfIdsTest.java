package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetOfIdsTest {

    private final Dataset dataset =
            Dataset.of(Gtzan.INFO, List.of("jazz.00003", "blues.00000", "jazz.00003", "blues.00098"));

    @Test
    void listsTracksWithoutFiles() {
        assertThat(dataset.tracks())
                .containsExactly(
                        new Track("blues.00000", "blues", Optional.of("0"), Path.of("blues", "blues.00000.wav")),
                        new Track("blues.00098", "blues", Optional.of("8"), Path.of("blues", "blues.00098.wav")),
                        new Track("jazz.00003", "jazz", Optional.of("226"), Path.of("jazz", "jazz.00003.wav")));
        assertThat(dataset).hasToString("Dataset[GTZAN, 3 of 1000 tracks, 2 labels]");
    }

    @Test
    void findsTracksOfSegments() {
        Segments segments = new Segments(Map.of("jazz.00003.7", "jazz.00003", "jazz.00003.0", "jazz.00003"));
        assertThat(dataset.tracksOf(List.of("jazz.00003.7", "blues.00000", "jazz.00003.0"), segments))
                .containsExactly(
                        Map.entry("jazz.00003.7", dataset.tracks().get(2)),
                        Map.entry("blues.00000", dataset.tracks().get(0)),
                        Map.entry("jazz.00003.0", dataset.tracks().get(2)));
    }

    @Test
    void namesUnknownTracks() {
        assertThatThrownBy(() -> Dataset.of(Gtzan.INFO, List.of("blues.00000", "polka.00000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GTZAN has no track polka.00000");
        assertThatThrownBy(() -> Dataset.of(Gtzan.INFO, List.of()))
                .hasMessage("a data set needs at least one track, got none");
        for (String id : List.of("blues.00001", "blues", "blues.00000.3")) {
            assertThatThrownBy(() -> dataset.tracksOf(List.of(id)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Dataset[GTZAN, 3 of 1000 tracks, 2 labels] has no track for " + id);
        }
    }
}
