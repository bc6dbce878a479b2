package io.github.jukelab.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtzanTest {

    @TempDir
    Path folder;

    @Test
    void declaresTenGenresOfAHundred() {
        assertThat(Gtzan.DECLARATION.labels()).hasSize(10).startsWith("blues").endsWith("rock");
        assertThat(Gtzan.DECLARATION.songs())
                .hasSize(1000)
                .contains("jazz.00054")
                .doesNotHaveDuplicates();
        assertThat(Gtzan.DECLARATION.licence()).contains("none stated");
        assertThat(Gtzan.DECLARATION.citation()).contains("Tzanetakis");
        assertThat(Gtzan.DECLARATION).hasToString("Declaration[GTZAN, 10 labels, 1000 songs]");
    }

    @Test
    void knowsThePublishedLists() {
        assertThat(Gtzan.DECLARATION.artists()).hasSize(948);
        assertThat(Gtzan.DECLARATION.artists().values().stream().distinct()).hasSize(412);
        assertThat(Gtzan.DECLARATION.folds().values()).containsOnly(1, 2, 3);
        assertThat(Gtzan.DECLARATION.filtered()).hasSize(930);
        assertThat(Gtzan.DECLARATION.songs())
                .containsAll(Gtzan.DECLARATION.filtered().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "genres_original", "outer/genres_original", "outer/Data/genres_original"})
    void findsTheFolderItselfOrItsParents(String inner) throws IOException {
        Tree.put(folder.resolve(inner), "blues/blues.00000.wav", new byte[0]);

        Corpus corpus = Gtzan.at(inner.startsWith("outer") ? folder.resolve("outer") : folder);

        assertThat(corpus.songs()).extracting(Song::id).containsExactly("blues.00000");
        assertThat(corpus.songs().get(0).artist()).contains("0");
    }

    @Test
    void readsTheFirstLayout() throws IOException {
        Tree.put(folder, "genres/jazz/jazz.00007.au", new byte[0]);

        assertThat(Gtzan.at(folder).songs())
                .hasToString("[Song[jazz.00007, jazz, artist "
                        + Gtzan.DECLARATION.artists().get("jazz.00007") + "]]");
    }

    @Test
    void takesOnlySongsInTheOrderOfLabels() throws IOException {
        for (String file : List.of(
                "rock/rock.00002.wav",
                "rock/rock.00001.WAV",
                "rock/._rock.00001.wav",
                "pop/pop.00100.wav",
                "pop/notes.txt",
                "blues/blues.00001.wav",
                "blues/blues.00001.au")) {
            Tree.put(folder, file, new byte[0]);
        }

        Corpus corpus = Gtzan.at(folder);

        assertThat(corpus.songs()).extracting(Song::id).containsExactly("blues.00001", "rock.00001", "rock.00002");
        assertThat(corpus.songs().get(0).file()).hasFileName("blues.00001.wav");
        assertThat(corpus.labels()).containsExactly("blues", "rock");
        assertThat(corpus.scarce(2)).hasSize(9).doesNotContain("rock");
        assertThat(corpus.complete()).isFalse();
        assertThat(corpus).hasToString("Corpus[GTZAN, 3 of 1000 songs, 2 labels]");
        assertThat(corpus.only(List.of("rock")).songs()).hasSize(2);
        assertThat(corpus.without(List.of("rock.00001")).songs()).hasSize(2);
        assertThat(corpus.artists()).hasSizeBetween(1, 3);
        assertThat(corpus.song("pop.00000")).isEmpty();
        assertThat(corpus.licence() + corpus.citation()).contains("none stated", "2002");
    }

    @Test
    void saysThatNoSongIsLeft() throws IOException {
        Corpus corpus = Tree.names(folder, 1, "blues", "rock");
        assertThatThrownBy(() -> corpus.without(List.of("blues.00000", "rock.00000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GTZAN: no song is left in " + corpus.folder() + ", all 2 were to be left out");
    }

    @Test
    void saysThatAFolderIsMissing() {
        assertThatThrownBy(() -> Gtzan.at(folder.resolve("none")))
                .isInstanceOfSatisfying(
                        CorpusException.class, e -> assertThat(e.place()).hasFileName("none"))
                .hasMessageEndingWith("none: no such folder");
    }

    @Test
    void saysThatAFileIsNoFolder() throws IOException {
        assertThatThrownBy(() -> Gtzan.at(Files.createFile(folder.resolve("x.zip"))))
                .hasMessageEndingWith("is a file, not a folder");
    }

    @Test
    void saysThatAFolderHoldsNoGenre() {
        assertThatThrownBy(() -> Gtzan.at(folder)).hasMessageContainingAll("holds no GTZAN song", "blues, classical");
    }

    @Test
    void saysThatGenresHoldNoSong() throws IOException {
        Files.createDirectories(folder.resolve("genres/blues"));

        assertThatThrownBy(() -> Gtzan.at(folder)).hasMessageContaining("holds no GTZAN song");
    }

    @Test
    void aCorpusNeedsSongsOfItsLabelsOnce() {
        Song song = Tree.whole(Gtzan.DECLARATION).songs().get(0);
        Song alien = new Song("polka.00000", "polka", Optional.empty(), folder);

        assertThatThrownBy(() -> new Corpus(Gtzan.DECLARATION, folder, List.of()))
                .hasMessageContaining("got none");
        assertThatThrownBy(() -> new Corpus(Gtzan.DECLARATION, folder, List.of(song, song)))
                .hasMessageContaining("blues.00000 twice");
        assertThatThrownBy(() -> new Corpus(Gtzan.DECLARATION, folder, List.of(alien)))
                .hasMessageContaining("got polka");
    }

    @Test
    void readsARealPartialCopy() throws IOException {
        Path real = TestData.shared("data/gtzan").orElse(null);
        Assumptions.assumeTrue(real != null);

        Corpus corpus = Gtzan.at(real);

        assertThat(corpus.labels()).hasSize(10);
        assertThat(corpus.scarce(10)).containsExactly("disco", "hiphop", "jazz", "pop", "reggae", "rock");
        assertThat(corpus.split(Shares.of(0.7, 0.3), 42).toString()).contains("artists cross");
    }
}
