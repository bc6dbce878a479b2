package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tracks of a declared data set may have been made MP3. */
class TrackFinderMp3Test {

    @TempDir
    Path folder;

    @Test
    void theyAreTracksUnlessThereIsAWav() throws IOException {
        Tree.put(folder, "blues/blues.00000.mp3", new byte[0]);
        Tree.put(folder, "blues/blues.00001.mp3", new byte[0]);
        Tree.put(folder, "blues/blues.00001.wav", new byte[0]);

        Dataset dataset = Gtzan.at(folder);

        assertThat(dataset.tracks())
                .extracting(track -> track.file().getFileName().toString())
                .containsExactly("blues.00000.mp3", "blues.00001.wav");
    }

    @Test
    void anImportKeepsTheEnding() throws IOException {
        byte[] mp3 = Wave.of(new float[Tree.WHOLE], SyntheticMusic.RATE).toMp3();
        Path from = Tree.put(folder.resolve("from"), "blues.00007.MP3", mp3).getParent();

        ImportReport imported = GtzanImport.into(folder.resolve("into"), from, Progress.NONE);

        assertThat(imported.added()).isEqualTo(1);
        assertThat(imported.findings()).isEmpty();
        assertThat(folder.resolve("into/genres_original/blues/blues.00007.mp3")).hasBinaryContent(mp3);
    }
}
