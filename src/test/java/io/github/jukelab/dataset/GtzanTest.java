package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtzanTest {

    @TempDir
    Path folder;

    @Test
    void declaresTenGenresWithAHundredTracksEach() {
        assertThat(Gtzan.INFO.labels()).hasSize(10).startsWith("blues").endsWith("rock");
        assertThat(Gtzan.INFO.trackIds()).hasSize(1000).contains("jazz.00054").doesNotHaveDuplicates();
        assertThat(Gtzan.INFO.licence()).contains("none stated");
        assertThat(Gtzan.INFO.citation()).contains("Tzanetakis");
        assertThat(Gtzan.INFO).hasToString("DatasetInfo[GTZAN, 10 labels, 1000 tracks]");
    }

    @Test
    void declaresThePublishedLists() {
        assertThat(Gtzan.INFO.artists()).hasSize(948);
        assertThat(Gtzan.INFO.artists().values().stream().distinct()).hasSize(412);
        assertThat(Gtzan.INFO.folds().values()).containsOnly(1, 2, 3);
        assertThat(Gtzan.INFO.faultFiltered()).hasSize(930);
        assertThat(Gtzan.INFO.trackIds()).containsAll(Gtzan.INFO.faultFiltered().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "genres_original", "outer/genres_original", "outer/Data/genres_original"})
    void opensTheFolderOrItsParents(String inner) throws IOException {
        Tree.put(folder.resolve(inner), "blues/blues.00000.wav", new byte[0]);

        Dataset dataset = Gtzan.at(inner.startsWith("outer") ? folder.resolve("outer") : folder);

        assertThat(dataset.tracks()).extracting(Track::id).containsExactly("blues.00000");
        assertThat(dataset.tracks().get(0).artist()).contains("0");
    }

    @Test
    void opensTheOriginalLayout() throws IOException {
        Tree.put(folder, "genres/jazz/jazz.00007.au", new byte[0]);

        assertThat(Gtzan.at(folder).tracks())
                .hasToString("[Track[jazz.00007, jazz, artist "
                        + Gtzan.INFO.artists().get("jazz.00007") + "]]");
    }

    @Test
    void listsOnlyTracksInTheOrderOfLabels() throws IOException {
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

        Dataset dataset = Gtzan.at(folder);

        assertThat(dataset.tracks()).extracting(Track::id).containsExactly("blues.00001", "rock.00001", "rock.00002");
        assertThat(dataset.tracks().get(0).file()).hasFileName("blues.00001.wav");
        assertThat(dataset.labels()).containsExactly("blues", "rock");
        assertThat(dataset.labelsBelow(2)).hasSize(9).doesNotContain("rock");
        assertThat(dataset.isComplete()).isFalse();
        assertThat(dataset).hasToString("Dataset[GTZAN, 3 of 1000 tracks, 2 labels]");
        assertThat(dataset.withLabels(List.of("rock")).tracks()).hasSize(2);
        assertThat(dataset.without(List.of("rock.00001")).tracks()).hasSize(2);
        assertThat(dataset.artists()).hasSizeBetween(1, 3);
        assertThat(dataset.track("pop.00000")).isEmpty();
        assertThat(dataset.licence() + dataset.citation()).contains("none stated", "2002");
    }

    @Test
    void refusesAMissingFolder() {
        assertThatThrownBy(() -> Gtzan.at(folder.resolve("none")))
                .isInstanceOfSatisfying(
                        DatasetException.class, e -> assertThat(e.place()).hasFileName("none"))
                .hasMessageEndingWith("none: no such folder");
    }

    @Test
    void refusesAFile() throws IOException {
        assertThatThrownBy(() -> Gtzan.at(Files.createFile(folder.resolve("x.zip"))))
                .hasMessageEndingWith("is a file, not a folder");
    }

    @Test
    void refusesAFolderWithoutGenres() {
        assertThatThrownBy(() -> Gtzan.at(folder))
                .hasMessageContainingAll("holds no track of GTZAN", "blues, classical");
    }

    @Test
    void refusesGenresWithoutTracks() throws IOException {
        Files.createDirectories(folder.resolve("genres/blues"));

        assertThatThrownBy(() -> Gtzan.at(folder)).hasMessageContaining("holds no track of GTZAN");
    }

    @Test
    void opensTheSharedPartialCopy() throws IOException {
        Path real = TestData.shared("data/gtzan").orElse(null);
        Assumptions.assumeTrue(real != null);

        Dataset dataset = Gtzan.at(real);

        assertThat(dataset.labels()).hasSize(10);
        assertThat(dataset.labelsBelow(10)).containsExactly("disco", "hiphop", "jazz", "pop", "reggae", "rock");
        assertThat(dataset.split(SplitRatio.of(0.7, 0.3), 42).toString()).contains("shared artists");
    }
}
