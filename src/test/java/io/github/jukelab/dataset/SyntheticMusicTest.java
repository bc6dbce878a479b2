package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.synth.MusicSynth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticMusicTest {

    @TempDir
    Path folder;

    @Test
    void tracksHaveFullLengthAndNoSilence() {
        float[] track = MusicSynth.song("juniper", "juniper-2", "juniper.00003", 7, 661_500);

        assertThat(track).hasSize(661_500);
        for (int second = 0; second < 30; second += 3) {
            double energy = 0;
            for (int i = second * 22_050; i < (second + 3) * 22_050; i++) {
                assertThat(track[i]).isBetween(-1f, 1f);
                energy += track[i] * track[i];
            }
            assertThat(energy).as("energy from second %d", second).isGreaterThan(1);
        }
    }

    @Test
    void rendersOnlyMissingTracks() throws IOException {
        for (String track : SyntheticMusic.INFO.trackIds()) {
            Tree.put(
                    folder,
                    "genres_original/" + SyntheticMusic.INFO.tracks().get(track) + "/" + track + ".wav",
                    new byte[1]);
        }
        Files.writeString(
                folder.resolve("stand-in.txt"), "stand-in set, version " + SyntheticMusic.VERSION + ", seed 42\n");
        Path lost = folder.resolve("genres_original/clatter/clatter.00002.wav");
        Path kept = folder.resolve("genres_original/clatter/clatter.00003.wav");
        Files.setLastModifiedTime(kept, FileTime.fromMillis(0));
        Files.delete(lost);
        List<String> reports = new ArrayList<>();

        Dataset dataset = SyntheticMusic.generate(
                folder, 42, (done, total, what) -> reports.add(done + "/" + total + " " + what));

        assertThat(reports).containsExactly("1/1 clatter.00002");
        assertThat(lost).hasSize(44 + 2 * 661_500);
        assertThat(Files.getLastModifiedTime(kept).toMillis()).isZero();
        assertThat(dataset.isComplete()).isTrue();
        assertThat(dataset.artists()).hasSize(50);
        assertThat(dataset).hasToString("Dataset[synthetic music, 100 of 100 tracks, 10 labels]");
        SyntheticMusic.generate(folder, 42, (done, total, what) -> reports.add(what));
        assertThat(reports).hasSize(1);
    }

    @Test
    void stopsWhenInterruptedAndReplacesAnotherSeed() throws IOException {
        Path old = Tree.put(folder, "genres_original/clatter/clatter.00002.wav", new byte[1]);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> SyntheticMusic.generate(folder, 5, Progress.NONE))
                .isInstanceOf(CancellationException.class);
        assertThat(old).doesNotExist();
    }
}
