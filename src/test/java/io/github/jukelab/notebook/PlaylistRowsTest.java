package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.recipe.TrackFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

    /** The second half of the file is silent, so are its parts. */
    @Test
    void rowsOfPartsAreReadFromThem() throws IOException {
        Path file = folder.resolve("a.wav");
        float[] samples = new float[4 * RATE];
        Arrays.fill(samples, 0, 2 * RATE, 0.5f);
        Files.write(file, Wave.of(samples, RATE).toWav());
        Track part = new Track("a@1500-3500ms", "blues", Optional.empty(), file, Optional.of(new TimeSpan(1.5, 3.5)));
        FeatureTable table = FeatureTable.of(Stream.of("a@1500-3500ms", "a@1500-3500ms.0", "a@1500-3500ms.2")
                .map(id -> new FeatureTable.Row(id + ".wav", RATE / 2 - 1, Collections.nCopies(57, 1.0), "blues"))
                .toList());
        TrackFeatures features =
                new TrackFeatures(table, new Dataset(Gtzan.INFO, folder, List.of(part)), "by hand", List.of());

        Map<String, Optional<Wave>> waves = features.waves("a@1500-3500ms", "a@1500-3500ms.0", "a@1500-3500ms.2");

        assertThat(waves.get("a@1500-3500ms").orElseThrow().samples())
                .isEqualTo(Arrays.copyOfRange(samples, RATE * 3 / 2, RATE * 7 / 2));
        assertThat(waves.get("a@1500-3500ms.0").orElseThrow().samples()).containsOnly(0.5f);
        assertThat(waves.get("a@1500-3500ms.2").orElseThrow().samples()).containsOnly(0);
    }

    @Test
    void unknownRowsAreRejected() throws IOException {
        TrackFeatures features = features();
        assertThatThrownBy(() -> Notebook.listen(features, "blues.00000.2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no row of blues.00000.2");
    }
}
