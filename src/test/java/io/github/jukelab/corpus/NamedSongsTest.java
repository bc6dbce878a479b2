package io.github.jukelab.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedSongsTest {

    private final Corpus corpus =
            Corpus.of(Gtzan.DECLARATION, List.of("jazz.00003", "blues.00000", "jazz.00003", "blues.00098"));

    @Test
    void aCorpusNeedsNoFiles() {
        assertThat(corpus.songs())
                .containsExactly(
                        new Song("blues.00000", "blues", Optional.of("0"), Path.of("blues", "blues.00000.wav")),
                        new Song("blues.00098", "blues", Optional.of("8"), Path.of("blues", "blues.00098.wav")),
                        new Song("jazz.00003", "jazz", Optional.of("226"), Path.of("jazz", "jazz.00003.wav")));
        assertThat(corpus).hasToString("Corpus[GTZAN, 3 of 1000 songs, 2 labels]");
    }

    @Test
    void piecesStandForTheirSongs() {
        assertThat(corpus.songsOf(List.of("jazz.00003.7", "blues.00000", "jazz.00003.0")))
                .containsExactly(
                        Map.entry("jazz.00003.7", corpus.songs().get(2)),
                        Map.entry("blues.00000", corpus.songs().get(0)),
                        Map.entry("jazz.00003.0", corpus.songs().get(2)));
    }

    @Test
    void songsThatDoNotExistAreNamed() {
        assertThatThrownBy(() -> Corpus.of(Gtzan.DECLARATION, List.of("blues.00000", "polka.00000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GTZAN has no song polka.00000");
        assertThatThrownBy(() -> Corpus.of(Gtzan.DECLARATION, List.of()))
                .hasMessage("a corpus needs at least one song, got none");
        for (String id : List.of("blues.00001.3", "blues", "blues.00000.3.wav")) {
            assertThatThrownBy(() -> corpus.songsOf(List.of(id)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Corpus[GTZAN, 3 of 1000 songs, 2 labels] has no song for " + id);
        }
    }
}
