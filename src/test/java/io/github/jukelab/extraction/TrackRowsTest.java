package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.RemoteSource;
import io.github.jukelab.extraction.FeatureTable.Row;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a source, without files, against the tables of files. */
class TrackRowsTest {

    private static final FeatureExtraction WHOLE = FeatureExtraction.of(Preset.KAGGLE_2020);

    /** 2 seconds of noise as wav. */
    private static final byte[] NOISE = Waves.noise(2 * Waves.RATE, 1).toWav();

    @TempDir
    Path folder;

    @Test
    void rowsOfSourcesAreThoseOfTheTable() throws IOException {
        Path tracks = Files.createDirectory(folder.resolve("tracks"));
        List<String> names = new ArrayList<>();
        for (String name : List.of("mulaw.au", "tone.flac", "tone.m4a", "tone.mp3", "tone.ogg", "tone.opus")) {
            names.add(names.size() + name); // Two formats of one name would be one track.
            Files.copy(Path.of("src/test/resources/audio", name), tracks.resolve(names.get(names.size() - 1)));
        }
        names.add("z.wav");
        Files.write(tracks.resolve("z.wav"), NOISE);
        for (FeatureExtraction extraction : List.of(WHOLE, WHOLE.withSegments(0.2))) {
            Path table = folder.resolve("table.csv");
            extraction.into(table, List.of(tracks), Progress.NONE);
            List<Row> rows = new ArrayList<>();
            for (String name : names) {
                RemoteSource source = RemoteSource.of(name, Files.readAllBytes(tracks.resolve(name)));
                rows.addAll(extraction.rows(source, name, "tracks").rows());
            }
            assertThat(FeatureTable.read(table).rows()).isEqualTo(rows).hasSizeGreaterThanOrEqualTo(names.size());
        }
    }

    @Test
    void givesTheSameRowsInAnyThread() throws Exception {
        AudioSource noise = AudioSource.of("noise", NOISE);
        Callable<TrackRows> task = () -> WHOLE.rows(noise, "noise.wav", "noise");
        TrackRows expected = task.call();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<TrackRows> rows : pool.invokeAll(Collections.nCopies(8, task))) {
                assertThat(rows.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void passesOnTheWarningsOfTheFile() throws IOException {
        byte[] cut = Arrays.copyOf(NOISE, NOISE.length - 1000);
        TrackRows track = WHOLE.rows(AudioSource.of("cut", cut), "cut.wav", "noise");
        assertThat(track.rows()).extracting(Row::length).containsExactly(2 * Waves.RATE - 500);
        assertThat(track.warnings())
                .containsExactly("truncated: header promises 44100 samples, file holds " + (2 * Waves.RATE - 500));
    }

    @Test
    void namesTheSourceThatBreaksOff() {
        RemoteSource source =
                RemoteSource.of("s3://music/noise.wav", NOISE).failingFrom(30_000, new IOException("connection lost"));
        assertThatThrownBy(() -> WHOLE.rows(source, "noise.wav", "noise"))
                .isInstanceOf(AudioException.class)
                .hasMessage("s3://music/noise.wav: cannot be read: connection lost");
    }

    @Test
    void namesTheSourceOfWhichNoRowCanBeComputed() {
        assertNotComputable(WHOLE.withSegments(3), NOISE, "s3://a: shorter than a segment of 3.0 s: 2.00 s");
        assertNotComputable(
                WHOLE,
                Waves.noise(600, 1).toWav(),
                "s3://a: reflect padding by 1024 needs more than 1024 samples, got 600");
    }

    private static void assertNotComputable(FeatureExtraction extraction, byte[] bytes, String message) {
        assertThatThrownBy(() -> extraction.rows(AudioSource.of("s3://a", bytes), "a.wav", "a"))
                .isInstanceOfSatisfying(
                        AudioException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_COMPUTABLE))
                .hasMessage(message);
    }
}
