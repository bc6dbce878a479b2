package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.WriteLock;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.dataset.SyntheticMusic;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where feature tables are found, and how a budget limits them. */
class FeatureTablesTest {

    private static final List<Double> VALUES = Collections.nCopies(57, 1.5);

    @TempDir
    Path home;

    @Test
    void opensThePublishedTable() throws IOException {
        table("data/gtzan/features_30_sec.csv", "blues.00000", "blues.00001", "rock.00007");

        TrackFeatures found = open(FeatureTables.Rows.TRACKS, Map.of());

        assertThat(found)
                .hasToString("TrackFeatures[GTZAN, features_30_sec.csv: 3 rows of 3 tracks, 57 features, 2 labels]");
        assertThat(found.vectors()).hasToString("FeatureVectors[3 of 3 tracks, 57 features, 2 labels]");
        assertThat(found.dataset().track("rock.00007").orElseThrow().artist()).isPresent();
    }

    @Test
    void saysLoudlyThatThePublishedTableIsMissing() throws IOException {
        FeatureTables tables = new FeatureTables(home, new DatasetLocator(home, Map.of()), Budget.FULL);
        assertThat(tables.missing(FeatureTables.Rows.SEGMENTS).orElseThrow())
                .startsWith("THERE IS NO features_3_sec.csv: the rows are OF SYNTHETIC MUSIC, computed here")
                .contains("put it into data/gtzan or the folder that GTZAN names");

        Waves.noise(22_050, 1).write(home.resolve("data/gtzan/genres_original/blues/blues.00001.wav"));
        assertThat(tables.missing(FeatureTables.Rows.SEGMENTS).orElseThrow())
                .startsWith(
                        "THERE IS NO features_3_sec.csv: the rows are computed here, from your recordings, and not");

        table("data/gtzan/features_3_sec.csv", "blues.00000.0");
        assertThat(tables.missing(FeatureTables.Rows.SEGMENTS)).isEmpty();
        assertThat(tables.missing(FeatureTables.Rows.TRACKS)).isPresent();
    }

    @Test
    void segmentsHaveTheirTrack() throws IOException {
        table("data/gtzan/features_3_sec.csv", "blues.00000.0", "blues.00000.1", "rock.00007.0");

        FeatureVectors vectors = open(FeatureTables.Rows.SEGMENTS, Map.of()).vectors();

        assertThat(vectors.vectors())
                .extracting("id")
                .containsExactly("blues.00000.0", "blues.00000.1", "rock.00007.0");
        assertThat(vectors.vectors()).extracting("track").containsExactly("blues.00000", "blues.00000", "rock.00007");
    }

    /** A copy with the published table and a few recordings: the features of these alone. */
    @Test
    void computesTheFeaturesOfGivenTracks() throws IOException {
        table("data/gtzan/features_30_sec.csv", "blues.00000", "blues.00001", "rock.00007");
        Path track = home.resolve("data/gtzan/genres_original/blues/blues.00001.wav");
        Waves.noise(22_050, 1).write(track);

        TrackFeatures found = new FeatureTables(home, new DatasetLocator(home, Map.of()), Budget.FULL)
                .of(FeatureKind.TABLE, Gtzan.at(home.resolve("data/gtzan")), Progress.NONE);

        assertThat(found.table().rows()).extracting("filename").containsExactly("blues.00001.wav");
        assertThat(found.track("blues.00001.wav").file()).isEqualTo(track);
        assertThat(home.resolve("build/features/gtzan_features_librosa.csv")).isRegularFile();
        assertThatThrownBy(() -> found.track("rock.00007.wav")).hasMessage("there is no row of rock.00007.wav");
    }

    /** Of two sessions that need one table, the second reads it only after the first has read what it wrote. */
    @Test
    void aSecondSessionWaitsForTheFirst() throws Exception {
        Waves.noise(22_050, 1).write(home.resolve("data/gtzan/genres_original/blues/blues.00001.wav"));
        Dataset dataset = Gtzan.at(home.resolve("data/gtzan"));
        FeatureTables tables = new FeatureTables(home, new DatasetLocator(home, Map.of()), Budget.FULL);
        CountDownLatch started = new CountDownLatch(1);
        List<String> events = new CopyOnWriteArrayList<>();
        CompletableFuture<TrackFeatures> second;
        WriteLock first =
                WriteLock.of(home.resolve("build/features/.gtzan_features_librosa.csv.lock"), "", Progress.NONE);
        try (first) {
            second = CompletableFuture.supplyAsync(() -> {
                try {
                    return tables.of(FeatureKind.TABLE, dataset, (done, total, what) -> {
                        events.add(what);
                        started.countDown();
                    });
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            started.await();
        }
        assertThat(second.get().table().rows()).hasSize(1);
        assertThat(new LinkedHashSet<>(events))
                .containsExactly(
                        "waiting for another program that writes gtzan_features_librosa.csv", "blues.00001.wav");
    }

    @Test
    void findsATableBesideTheFolderOfGenres() throws IOException {
        table("copy/features_30_sec.csv", "blues.00000");
        Path track = home.resolve("copy/genres_original/blues/blues.00000.wav");
        Files.createDirectories(track.getParent());
        Files.createFile(track);

        TrackFeatures found = open(
                FeatureTables.Rows.TRACKS,
                Map.of("GTZAN", home.resolve("copy/genres_original").toString()));

        assertThat(found.dataset().tracks()).extracting(Track::file).containsExactly(track);
    }

    @Test
    void aBudgetTakesTracksOfEveryLabelAndFold() throws IOException {
        table("data/gtzan/features_30_sec.csv", Gtzan.INFO.trackIds().toArray(String[]::new));

        TrackFeatures found = open(FeatureTables.Rows.TRACKS, Map.of("DATASET_LIMIT", "50"));

        assertThat(found.vectors()).hasToString("FeatureVectors[50 of 50 tracks, 57 features, 10 labels]");
        assertThat(Splits.artistFolds(found.dataset())).allSatisfy(split -> assertThat(
                        found.vectors().on(split, Subset.TEST).vectors())
                .hasSizeGreaterThanOrEqualTo(10));
    }

    @Test
    void computesAMissingTable() throws IOException {
        Dataset some = SyntheticMusic.generate(home.resolve("data/standin"), 2026, Progress.NONE);
        Map<String, String> small = Map.of("DATASET_LIMIT", "10");

        TrackFeatures tracks = open(FeatureTables.Rows.TRACKS, small);

        assertThat(tracks)
                .hasToString(
                        "TrackFeatures[synthetic music, whole tracks: 10 rows of 10 tracks, 57 features, 10 labels]");
        assertThat(tracks.dataset().labels()).isEqualTo(some.labels());
        assertThat(home.resolve("build/features/stand-in_features_30_sec.csv")).isRegularFile();
    }

    @Test
    void computesMelStatistics() throws IOException {
        Dataset some = SyntheticMusic.generate(home.resolve("data/standin"), 2026, Progress.NONE);
        Dataset two = some.without(some.trackIds().subList(2, some.trackIds().size()));
        TrackFeatures found = new FeatureTables(home, new DatasetLocator(home, Map.of()), Budget.FULL)
                .of(FeatureKind.MEL_STATISTICS, two, Progress.NONE);
        assertThat(found).asString().endsWith("2 rows of 2 tracks, 480 features, 1 labels]");
        assertThat(found.vectors().features()).isEqualTo(MelStatistics.DEFAULT.names());
        assertThat(home.resolve("build/features/stand-in_mel_statistics.csv")).isRegularFile();
    }

    /** With a part of GTZAN: labels that cannot be split would stop a notebook many cells later. */
    @Test
    void skipsLabelsWithTooFewTracks() throws IOException {
        byte[] second = Waves.noise(22_050, 1).toWav();
        for (String track :
                List.of("blues.00000", "jazz.00000", "jazz.00001", "jazz.00002", "jazz.00003", "jazz.00004")) {
            Path file = home.resolve("data/gtzan/genres")
                    .resolve(track.split("\\.")[0])
                    .resolve(track + ".wav");
            Files.createDirectories(file.getParent());
            Files.write(file, second);
        }

        TrackFeatures tracks = open(FeatureTables.Rows.TRACKS, Map.of());

        assertThat(tracks.dataset().labels()).containsExactly("jazz");
        assertThat(tracks.skipped()).containsExactly("blues: fewer than 5 tracks");
    }

    @Test
    void refusesARowWithoutATrack() throws IOException {
        table("data/gtzan/features_30_sec.csv", "blues.00000", "blues.00100");

        assertThatThrownBy(() -> open(FeatureTables.Rows.TRACKS, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no track for blues.00100");
    }

    private TrackFeatures open(FeatureTables.Rows rows, Map<String, String> environment) throws IOException {
        return new FeatureTables(home, new DatasetLocator(home, environment), Budget.of(environment))
                .open(rows, Progress.NONE, Progress.NONE);
    }

    private void table(String file, String... ids) throws IOException {
        List<FeatureTable.Row> rows = Stream.of(ids)
                .map(id -> new FeatureTable.Row(id + ".wav", 661_794, VALUES, id.substring(0, id.indexOf('.'))))
                .toList();
        FeatureTable.of(rows).write(home.resolve(file));
    }

    @Test
    void failsIfNoTrackCanBeUsed() throws IOException {
        Path track = home.resolve("data/gtzan/genres_original/blues/blues.00001.wav");
        Waves.noise(22_050, 1).write(track);
        FeatureTables tables = new FeatureTables(home, new DatasetLocator(home, Map.of()), Budget.FULL);
        Dataset dataset = Gtzan.at(home.resolve("data/gtzan"));
        tables.of(FeatureKind.TABLE, dataset, Progress.NONE);
        Files.write(track, new byte[0]);

        assertThatThrownBy(() -> tables.of(FeatureKind.TABLE, dataset, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("no track can be used; the first: " + track + ": the file is empty (0 bytes)");
    }
}
