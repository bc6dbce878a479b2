package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticTracksTest {

    private static final String TRACK = "emberstep.00003";

    @TempDir
    Path folder;

    @Test
    void rendersMp3TracksOfAboutAMinute() throws IOException {
        for (String track : SyntheticTracks.INFO.trackIds()) {
            Tree.put(folder, SyntheticTracks.INFO.tracks().get(track) + "/" + track + ".mp3", new byte[1]);
        }
        Files.writeString(folder.resolve("stand-in.txt"), "stand-in tracks set, version 1, seed 42\n");
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
}
