package io.github.jukelab.recipe;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.extraction.ExtractionReport;
import io.github.jukelab.extraction.FeatureExtraction;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.feature.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which feature table a notebook reads: the published one where the user has it, else one that is computed of the tracks
 * that are there. A budget takes as many tracks of every label.
 */
public final class FeatureTables {

    /** What a row is of. */
    public enum Rows {
        /** Whole tracks. */
        TRACKS("features_30_sec.csv", "whole tracks"),
        /** Segments of 3 s. */
        SEGMENTS("features_3_sec.csv", "segments of 3 s");

        private final String file;
        private final String words;

        Rows(String file, String words) {
            this.file = file;
            this.words = words;
        }

        private FeatureExtraction extraction() {
            FeatureExtraction tracks = FeatureExtraction.of(Preset.KAGGLE_2020);
            return this == TRACKS ? tracks : tracks.withSegments(3);
        }
    }

    /** Fewer tracks of a label than this cannot be split; every notebook leaves such labels out. */
    private static final int LEAST = 5;

    /** Where the tables lie in a copy: beside the genres' folders, above them, or as in Kaggle's archive. */
    private static final List<String> PLACES = List.of("", "..", "Data");

    private final Path home;
    private final DatasetLocator locator;
    private final Budget budget;

    /**
     * The tables of a project.
     *
     * @param home the project's folder; computed tables are kept in its {@code build/features}
     * @param locator says where recordings and published tables are
     * @param budget how many tracks may be used
     */
    public FeatureTables(Path home, DatasetLocator locator, Budget budget) {
        this.home = home;
        this.locator = locator;
        this.budget = budget;
    }

    /**
     * Opens the table; one that was computed before is brought up to date, which is done at once if nothing changed.
     *
     * @param rows what a row is of
     * @param rendering listens to the rendering of the synthetic data set
     * @param measuring listens to the computing
     * @return table and tracks
     * @throws IOException if the published table is damaged, or there is none and no track can be used
     */
    public TrackFeatures open(Rows rows, Progress rendering, Progress measuring) throws IOException {
        Optional<Path> published = published(rows.file);
        return published.isPresent()
                ? read(published.get())
                : computed(rows, locator.open(DefaultDataset.MUSIC, rendering), measuring);
    }

    private Optional<Path> published(String file) {
        return locator.folder(DefaultDataset.MUSIC).stream()
                .flatMap(folder ->
                        PLACES.stream().map(place -> folder.resolve(place).resolve(file)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private TrackFeatures read(Path file) throws IOException {
        FeatureTable table = FeatureTable.read(file, Gtzan.INFO.labels());
        Dataset tracks = budget.tracks(tracksOf(table, Dataset.of(Gtzan.INFO, Gtzan.INFO.trackIds())));
        return new TrackFeatures(
                rowsOf(tracks, table), withFiles(tracks), file.getFileName().toString(), List.of());
    }

    private TrackFeatures computed(Rows rows, Dataset all, Progress progress) throws IOException {
        Dataset dataset = budget.tracks(all.withAtLeastPerLabel(LEAST));
        String name = dataset.id().toLowerCase(Locale.ROOT) + "_" + rows.file;
        List<Path> files = dataset.tracks().stream().map(Track::file).toList();
        ExtractionReport extracted =
                rows.extraction().into(home.resolve("build/features").resolve(name), files, progress);
        FeatureTable table = FeatureTable.read(extracted.table(), dataset.info().labels());
        Stream<String> labelsBelow = all.labels().stream()
                .filter(label -> !dataset.labels().contains(label))
                .map(label -> label + ": fewer than " + LEAST + " tracks");
        List<String> skipped =
                Stream.concat(labelsBelow, extracted.skipped().stream()).toList();
        return new TrackFeatures(table, tracksOf(table, dataset), rows.words, skipped);
    }

    /** Those that have a row. */
    private static Dataset tracksOf(FeatureTable table, Dataset dataset) {
        Set<Track> there = new HashSet<>(dataset.tracksOf(ids(table)).values());
        return new Dataset(
                dataset.info(),
                dataset.folder(),
                dataset.tracks().stream().filter(there::contains).toList());
    }

    private static FeatureTable rowsOf(Dataset tracks, FeatureTable table) {
        Set<String> kept = new HashSet<>(tracks.tracks().stream().map(Track::id).toList());
        return FeatureTable.of(table.rows().stream()
                .filter(row -> Stream.of(row.id(), Split.trackOf(row.id())).anyMatch(kept::contains))
                .toList());
    }

    private static List<String> ids(FeatureTable table) {
        return table.rows().stream().map(FeatureTable.Row::id).toList();
    }

    /** The same tracks with the files that are there. */
    private Dataset withFiles(Dataset tracks) {
        try {
            Dataset heard = Gtzan.at(locator.folder(DefaultDataset.MUSIC).orElseThrow());
            return new Dataset(
                    tracks.info(),
                    heard.folder(),
                    tracks.tracks().stream()
                            .map(track -> heard.track(track.id()).orElse(track))
                            .toList());
        } catch (DatasetException e) {
            return tracks; // tables without recordings
        }
    }
}
