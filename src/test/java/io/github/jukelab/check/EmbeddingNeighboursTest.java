package io.github.jukelab.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.embedding.Embedding;
import io.github.jukelab.embedding.TinyMusicnn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingNeighboursTest {

    private static final int VALUES = 50;

    @TempDir
    Path folder;

    private final Random random = new Random(1);
    private final Map<Track, float[]> values = new HashMap<>();
    private Dataset dataset;

    /** Twelve tracks of each label, whose values lie around those of the label. */
    @BeforeEach
    void clean() throws IOException {
        for (int i = 0; i < 12; i++) {
            Tunes.put(folder.resolve("jazz/" + i + ".wav"), Tunes.tune(i, 1).toWav());
            Tunes.put(
                    folder.resolve("rock/" + i + ".wav"), Tunes.tune(20 + i, 1).toWav());
        }
        open();
        for (Track track : dataset.tracks()) {
            values.put(track, around(track.label().equals("jazz") ? 1 : -1));
        }
    }

    private void open() throws DatasetException {
        dataset = Datasets.open(folder);
    }

    private Track track(String id) {
        return dataset.track(id).orElseThrow();
    }

    private float[] around(int centre) {
        float[] row = new float[VALUES];
        for (int i = 0; i < VALUES; i++) {
            row[i] = (float) (centre * (i % 3) + random.nextGaussian());
        }
        return row;
    }

    private List<String> found() {
        return EmbeddingNeighbours.of(dataset, values).stream()
                .map(concern -> concern.topic() + " " + concern)
                .toList();
    }

    @Test
    void nothingIsClaimedWhereLabelsAreRight() {
        assertThat(found()).isEmpty();
    }

    @Test
    void aTrackAmongThoseOfAnotherLabelIsOdd() throws DatasetException {
        values.put(track("jazz/3"), around(-1));
        assertThat(found())
                .singleElement()
                .asString()
                .matches("ODD_LABEL jazz/3.wav: of the 5 tracks that sound most "
                        + "like it, 5 are rock, such as rock/\\d+.wav; none is jazz");
    }

    @Test
    void aTrackThatIsNearlyAnotherIsNamedOnce() throws DatasetException {
        float[] copy = values.get(track("rock/2")).clone();
        copy[0] += 0.2f;
        values.put(track("rock/5"), copy);
        assertThat(found())
                .singleElement()
                .asString()
                .matches("SIMILAR rock/5.wav: sounds like rock/2.wav "
                        + "\\(similarity 0.99\\d\\)|SIMILAR rock/5.wav: sounds like rock/2.wav \\(similarity 1.000\\)");
    }

    @Test
    void aGroupMayBeAlike() throws IOException {
        for (String track : List.of("2", "5")) {
            Path grouped = folder.resolve("rock/band");
            Files.createDirectories(grouped);
            Files.move(folder.resolve("rock/" + track + ".wav"), grouped.resolve(track + ".wav"));
        }
        Map<String, float[]> earlier = new HashMap<>();
        values.forEach((track, row) -> earlier.put(track.file().getFileName() + track.label(), row));
        open();
        values.clear();
        dataset.tracks()
                .forEach(track -> values.put(track, earlier.get(track.file().getFileName() + track.label())));
        values.put(track("rock/band/5"), values.get(track("rock/band/2")));
        assertThat(found()).isEmpty();
    }

    @Test
    void ofFewTracksNothingIsSaid() throws DatasetException {
        values.put(track("jazz/3"), around(-1));
        dataset.tracks("rock").subList(0, 5).forEach(values::remove);
        assertThat(values).hasSize(19);
        assertThat(found()).isEmpty();
    }

    @Test
    void valuesThatAreAllTheSameAreNoReason() {
        values.replaceAll((track, row) -> new float[VALUES]);
        assertThat(found()).isEmpty();
    }

    @Test
    void filesAreReadAndThoseThatCannotBeAreLeftOut() throws IOException {
        Files.writeString(folder.resolve("jazz/0.wav"), "no sound");
        open();
        Embedding embedding = TinyMusicnn.embedding(1);
        values.clear();
        for (Track track : dataset.tracks()) {
            if (!track.id().equals("jazz/0")) {
                values.put(track, embedding.values(Wave.read(track.file())));
            }
        }
        List<Concern> neighbours = EmbeddingNeighbours.of(dataset, values);
        assertThat(neighbours).isNotEmpty();
        CheckReport plain = FolderCheck.of(dataset, Progress.NONE);
        assertThat(plain.of(Topic.UNREADABLE)).hasSize(1);
        assertThat(FolderCheck.of(dataset, embedding, Progress.NONE)).isEqualTo(plain.with(neighbours));
    }

    @Test
    void aKnownCopyIsNotNamedAgain() {
        CheckReport report = new CheckReport(2, Map.of(), List.of(new Concern(Topic.ALIKE, "b.wav", "as a.wav")));
        List<Concern> further = List.of(
                new Concern(Topic.ODD_LABEL, "b.wav", "odd"),
                new Concern(Topic.SIMILAR, "b.wav", "again"),
                new Concern(Topic.SIMILAR, "c.wav", "new"));
        assertThat(report.with(further).concerns())
                .extracting(Concern::toString)
                .containsExactly("b.wav: as a.wav", "c.wav: new", "b.wav: odd");
    }
}
