package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.SyntheticAnimals;
import io.github.jukelab.dataset.SyntheticMusic;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sound for "a new file". */
class NotebookNewSoundTest {

    @TempDir
    Path folder;

    private Dataset dataset(String label) throws IOException {
        Wave.sine(440, 0.1, 8000).write(folder.resolve(label + "/1.wav"));
        Wave.sine(440, 0.1, 8000).write(folder.resolve("zz/1.wav"));
        return Datasets.open(folder);
    }

    @Test
    void isYourOwnFile() throws IOException {
        Path own = folder.resolve("own.wav");
        Wave.sine(440, 0.5, 8000).write(own);
        float[] samples = Wave.read(own).samples();
        assertThat(Notebook.newCall(own.toString()).samples()).isEqualTo(samples);
        assertThat(Notebook.newSong(own.toString(), dataset("x")).samples()).isEqualTo(samples);
    }

    @Test
    void isASyntheticOneIfThereIsNone() throws IOException {
        String missing = folder.resolve("missing.mp3").toString();
        String style = SyntheticMusic.INFO.labels().get(3);
        assertThat(Notebook.newSong(missing, dataset(style)).samples())
                .isEqualTo(SyntheticMusic.song(style, 2026).samples());
        assertThat(Notebook.newCall(missing).samples())
                .isEqualTo(SyntheticAnimals.call("dog", 2026).samples());
        assertThat(SyntheticMusic.song(style, 2026)).hasToString("Wave[22050 Hz, 30.00 s, mono]");
        assertThat(SyntheticAnimals.call("cat", 1).rate()).isEqualTo(16_000);
        assertThatThrownBy(() -> SyntheticMusic.song("polka", 1)).hasMessageStartingWith("style must be one of [");
    }
}
