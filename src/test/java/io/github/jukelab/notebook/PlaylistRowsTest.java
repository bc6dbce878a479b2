package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.recipe.TrackFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Playlists of rows of a feature table. */
class PlaylistRowsTest {

    private static final int RATE = 22_050;

    @TempDir
    Path folder;

    /** A track of 3 s, a segment of 1 s of it, and a track without a recording. */
    private TrackFeatures features() throws IOException {
        Path file = folder.resolve("blues.00000.wav");
        Files.write(file, Wave.of(new float[3 * RATE], RATE).toWav());
        Dataset dataset = new Dataset(
                Gtzan.INFO,
                folder,
                List.of(
                        new Track("blues.00000", "blues", Optional.of("7"), file),
                        new Track("blues.00001", "blues", Optional.empty(), folder.resolve("missing.wav"))));
        FeatureTable table = FeatureTable.of(Stream.of("blues.00000", "blues.00000.1", "blues.00001")
                .map(id -> new FeatureTable.Row(id + ".wav", RATE - 1, Collections.nCopies(57, 1.0), "blues"))
                .toList());
        return new TrackFeatures(table, dataset, "by hand", List.of());
    }

    @Test
    void playsSegmentsAndListsRowsWithoutARecording() throws IOException {
        Playlist playlist = Notebook.listen(features(), "blues.00000.1", "blues.00001");

        assertThat(playlist).hasToString("Playlist[blues.00000.1, artist 7], without a recording of [blues.00001]");
        String html = playlist.bundle().data().get(MimeBundle.HTML);
        assertThat(html).contains("<p>blues.00001: no recording</p>").containsOnlyOnce("<audio");
    }

    @Test
    void unknownRowsAreRejected() throws IOException {
        TrackFeatures features = features();
        assertThatThrownBy(() -> Notebook.listen(features, "blues.00000.2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no row of blues.00000.2");
    }
}
