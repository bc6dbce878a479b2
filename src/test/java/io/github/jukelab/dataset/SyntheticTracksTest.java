package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Progress;
import io.github.jukelab.WriteLock;
import io.github.jukelab.audio.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticTracksTest {

    private static final String TRACK = "emberstep.00003";

    @TempDir
    Path folder;

    /** A complete set whose files are not rendered. */
    private void putTracks() throws IOException {
        for (String track : SyntheticTracks.INFO.trackIds()) {
            Tree.put(folder, SyntheticTracks.INFO.tracks().get(track) + "/" + track + ".mp3", new byte[1]);
        }
        Files.writeString(folder.resolve("stand-in.txt"), "stand-in tracks set, version 1, seed 42\n");
    }

    @Test
    void rendersMp3TracksOfAboutAMinute() throws IOException {
        putTracks();
        Path file = folder.resolve("emberstep/" + TRACK + ".mp3");
        Files.delete(file);
        List<String> reports = new ArrayList<>();

        Dataset dataset =
                SyntheticTracks.generate(folder, 42, (done, total, what) -> reports.add(done + "/" + total + what));

        Wave wave = Wave.read(file);
        assertThat(reports).containsExactly("1/1" + TRACK);
        assertThat(wave.length()).isEqualTo(SyntheticTracks.wave(TRACK, 42).length());
        assertThat(wave.seconds()).isBetween(54.0, 66.0);
        assertThat(Files.size(file)).isLessThan(600_000);
        assertThat(dataset).hasToString("Dataset[synthetic tracks, 16 of 16 tracks, 2 labels]");
        assertThat(dataset.artists()).hasSize(8);
        assertThat(Splits.artistFolds(dataset))
                .hasSize(4)
                .allSatisfy(fold -> assertThat(fold.leakage().any()).isFalse());
    }

    /** Two notebooks that need the set at once: the second has nothing left to render. */
    @Test
    void aSecondProgramWaitsForTheFirst() throws Exception {
        List<String> waiting = new ArrayList<>();
        CompletableFuture<Dataset> second;
        CountDownLatch started = new CountDownLatch(1);
        WriteLock first = WriteLock.of(folder.resolve(".lock"), "", Progress.NONE);
        try (first) {
            second = CompletableFuture.supplyAsync(() -> generated(waiting, started));
            started.await();
            putTracks();
        }
        assertThat(second.get().tracks()).hasSize(16);
        assertThat(new LinkedHashSet<>(waiting))
                .containsExactly("waiting for another program that writes synthetic tracks");
        assertThat(folder.resolve("emberstep/" + TRACK + ".mp3")).hasSize(1);
    }

    private Dataset generated(List<String> reports, CountDownLatch started) {
        try {
            return SyntheticTracks.generate(folder, 42, (done, total, what) -> {
                reports.add(what);
                started.countDown();
            });
        } catch (DatasetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A shared installation may be read-only. */
    @Test
    void aCompleteSetNeedsNoLock() throws IOException {
        putTracks();
        assertThat(SyntheticTracks.generate(folder, 42, Progress.NONE).tracks()).hasSize(16);
        assertThat(folder.resolve(".lock")).doesNotExist();
    }
}
