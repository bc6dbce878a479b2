package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.classic.Samples;
import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.Gtzan;
import io.github.jukelab.corpus.Library;
import io.github.jukelab.corpus.Side;
import io.github.jukelab.corpus.Song;
import io.github.jukelab.corpus.Splits;
import io.github.jukelab.corpus.StandIn;
import io.github.jukelab.signal.Waves;
import io.github.jukelab.table.FeatureTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where feature tables are looked for, and what is made of a budget. */
class FeatureLibraryTest {

    private static final List<Double> VALUES = Collections.nCopies(57, 1.5);

    @TempDir
    Path home;

    @Test
    void thePublishedTableInTheUsersCopy() throws IOException {
        table("data/gtzan/features_30_sec.csv", "blues.00000", "blues.00001", "rock.00007");

        SongFeatures found = open(FeatureLibrary.Rows.SONGS, Map.of());

        assertThat(found)
                .hasToString("SongFeatures[GTZAN, features_30_sec.csv: 3 rows of 3 songs, 57 features, 2 labels]");
        assertThat(found.samples()).hasToString("Samples[3 of 3 songs, 57 features, 2 labels]");
        assertThat(found.corpus().song("rock.00007").orElseThrow().artist()).isPresent();
    }

    @Test
    void piecesBelongToTheirSong() throws IOException {
        table("data/gtzan/features_3_sec.csv", "blues.00000.0", "blues.00000.1", "rock.00007.0");

        Samples samples = open(FeatureLibrary.Rows.PIECES, Map.of()).samples();

        assertThat(samples.samples())
                .extracting("id")
                .containsExactly("blues.00000.0", "blues.00000.1", "rock.00007.0");
        assertThat(samples.samples()).extracting("track").containsExactly("blues.00000", "blues.00000", "rock.00007");
    }

    @Test
    void aTableBesideTheNamedFolderOfGenres() throws IOException {
        table("copy/features_30_sec.csv", "blues.00000");
        Path song = home.resolve("copy/genres_original/blues/blues.00000.wav");
        Files.createDirectories(song.getParent());
        Files.createFile(song);

        SongFeatures found = open(
                FeatureLibrary.Rows.SONGS,
                Map.of("GTZAN", home.resolve("copy/genres_original").toString()));

        assertThat(found.corpus().songs()).extracting(Song::file).containsExactly(song);
    }

    @Test
    void aBudgetLeavesSongsOfEveryLabelAndFold() throws IOException {
        table("data/gtzan/features_30_sec.csv", Gtzan.DECLARATION.songs().toArray(String[]::new));

        SongFeatures found = open(FeatureLibrary.Rows.SONGS, Map.of("DATASET_LIMIT", "50"));

        assertThat(found.samples()).hasToString("Samples[50 of 50 songs, 57 features, 10 labels]");
        assertThat(Splits.artistFolds(found.corpus())).allSatisfy(split -> assertThat(
                        found.samples().on(split, Side.TEST).samples())
                .hasSizeGreaterThanOrEqualTo(10));
    }

    @Test
    void withoutATableItIsComputed() throws IOException {
        Corpus some = StandIn.generate(home.resolve("data/standin"), 2026, Progress.NONE);
        Map<String, String> small = Map.of("DATASET_LIMIT", "10");

        SongFeatures songs = open(FeatureLibrary.Rows.SONGS, small);

        assertThat(songs)
                .hasToString("SongFeatures[stand-in, whole songs: 10 rows of 10 songs, 57 features, 10 labels]");
        assertThat(songs.corpus().labels()).isEqualTo(some.labels());
        assertThat(home.resolve("build/features/stand-in_features_30_sec.csv")).isRegularFile();
    }

    /** Part of GTZAN: what cannot be split would stop a notebook many cells later. */
    @Test
    void labelsWithTooFewSongsAreLeftOut() throws IOException {
        byte[] second = Waves.noise(22_050, 1).toWav();
        for (String song :
                List.of("blues.00000", "jazz.00000", "jazz.00001", "jazz.00002", "jazz.00003", "jazz.00004")) {
            Path file = home.resolve("data/gtzan/genres")
                    .resolve(song.split("\\.")[0])
                    .resolve(song + ".wav");
            Files.createDirectories(file.getParent());
            Files.write(file, second);
        }

        SongFeatures songs = open(FeatureLibrary.Rows.SONGS, Map.of());

        assertThat(songs.corpus().labels()).containsExactly("jazz");
        assertThat(songs.leftOut()).containsExactly("blues: fewer than 5 songs");
    }

    @Test
    void aRowWithoutASong() throws IOException {
        table("data/gtzan/features_30_sec.csv", "blues.00000", "blues.00100");

        assertThatThrownBy(() -> open(FeatureLibrary.Rows.SONGS, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no song for blues.00100");
    }

    private SongFeatures open(FeatureLibrary.Rows rows, Map<String, String> environment) throws IOException {
        return new FeatureLibrary(home, new Library(home, environment), Budget.of(environment))
                .open(rows, Progress.NONE, Progress.NONE);
    }

    private void table(String file, String... ids) throws IOException {
        List<FeatureTable.Row> rows = Stream.of(ids)
                .map(id -> new FeatureTable.Row(id + ".wav", 661_794, VALUES, id.substring(0, id.indexOf('.'))))
                .toList();
        FeatureTable.of(rows).write(home.resolve(file));
    }
}
