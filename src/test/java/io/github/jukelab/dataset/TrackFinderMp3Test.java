package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tracks of a declared data set as MP3 files. */
class TrackFinderMp3Test {

    @TempDir
    Path folder;

    @Test
    void findsMp3FilesUnlessThereIsAWav() throws IOException {
        Tree.put(folder, "blues/blues.00000.mp3", new byte[0]);
        Tree.put(folder, "blues/blues.00001.mp3", new byte[0]);
        Tree.put(folder, "blues/blues.00001.wav", new byte[0]);

        Dataset dataset = Gtzan.at(folder);

        assertThat(dataset.tracks())
                .extracting(track -> track.file().getFileName().toString())
                .containsExactly("blues.00000.mp3", "blues.00001.wav");
    }
}
