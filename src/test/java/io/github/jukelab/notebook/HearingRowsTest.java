package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.Gtzan;
import io.github.jukelab.corpus.Song;
import io.github.jukelab.table.FeatureTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a feature table, heard. */
class HearingRowsTest {

    private static final int RATE = 22_050;

    @TempDir
    Path folder;

    /** A song of three seconds and its pieces of one, another one without a recording. */
    private SongFeatures features() throws IOException {
        Path file = folder.resolve("blues.00000.wav");
        Files.write(file, Wave.of(new float[3 * RATE], RATE).toWav());
        Corpus corpus = new Corpus(
                Gtzan.DECLARATION,
                folder,
                List.of(
                        new Song("blues.00000", "blues", Optional.of("7"), file),
                        new Song("blues.00001", "blues", Optional.empty(), folder.resolve("missing.wav"))));
        FeatureTable table = FeatureTable.of(Stream.of("blues.00000", "blues.00000.1", "blues.00001")
                .map(id -> new FeatureTable.Row(id + ".wav", RATE - 1, Collections.nCopies(57, 1.0), "blues"))
                .toList());
        return new SongFeatures(table, corpus, "by hand", List.of());
    }

    @Test
    void piecesAreCutAndSilentOnesNamed() throws IOException {
        Playlist heard = features().hear("blues.00000.1", "blues.00001");

        assertThat(heard).hasToString("Playlist[blues.00000.1, artist 7], without a recording of [blues.00001]");
        String html = heard.bundle().data().get(MimeBundle.HTML);
        assertThat(html).contains("<p>blues.00001: no recording here</p>").containsOnlyOnce("<audio");
    }

    @Test
    void otherRowsAreNone() throws IOException {
        SongFeatures features = features();
        assertThatThrownBy(() -> features.hear("blues.00000.2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no row of blues.00000.2");
    }
}
