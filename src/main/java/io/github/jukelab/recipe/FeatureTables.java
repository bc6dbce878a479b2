package io.github.jukelab.recipe;

import io.github.jukelab.Progress;
import io.github.jukelab.WriteLock;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.extraction.AudioInputs;
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
 * The feature table of a session: the published one if the user has it, else one that is computed from the available
 * tracks. A budget takes the same number of tracks of every label.
 */
public final class FeatureTables {

    /** What a row describes. */
    public enum Rows {
        /** Whole tracks. */
        TRACKS("features_30_sec.csv", "whole tracks"),
        /** Segments of 3 s. */
        SEGMENTS("features_3_sec.csv", "segments of 3 s");

        private final String file;
        private final String description;

        Rows(String file, String description) {
            this.file = file;
            this.description = description;
        }

        private FeatureExtraction extraction() {
            FeatureExtraction tracks = FeatureExtraction.of(Preset.KAGGLE_2020);
            return this == TRACKS ? tracks : tracks.withSegments(3);
        }
    }

    /** Where the tables are in a copy: beside the folders of the genres, above them, or as in Kaggle's archive. */
    private static final List<String> FOLDERS = List.of("", "..", "Data");

    private final Path workspace;
    private final DatasetLocator locator;
    private final Budget budget;

    /**
     * The tables of a project.
     *
     * @param workspace computed tables are stored in its {@code build/features}; see {@link io.github.jukelab.Workspace}
     * @param locator finds recordings and published tables
     * @param budget how many tracks may be used
     */
    public FeatureTables(Path workspace, DatasetLocator locator, Budget budget) {
        this.workspace = workspace;
        this.locator = locator;
        this.budget = budget;
    }

    /**
     * Opens the table. A table that was computed before is updated, which takes no time if nothing has changed. While
     * another session computes it, this one waits, and says so.
     *
     * @param rows what a row describes
     * @param rendering progress of rendering the synthetic data set
     * @param extracting progress of computing the table
     * @return table and tracks
     * @throws IOException if the published table is damaged, or there is none and no track can be used
     */
    public TrackFeatures open(Rows rows, Progress rendering, Progress extracting) throws IOException {
        Optional<Path> published = published(rows.file);
        return published.isPresent()
                ? read(published.get())
                : computed(rows, locator.open(DefaultDataset.MUSIC, rendering), extracting);
    }

    /**
     * What to say where the published table is missing, so that nobody takes other rows for it.
     *
     * @param rows what a row describes
     * @return what the rows are computed from, and how to get the published ones; empty if there is the published table
     * @throws IOException if a folder cannot be listed
     */
    public Optional<String> missing(Rows rows) throws IOException {
        if (published(rows.file).isPresent()) {
            return Optional.empty();
        }
        String source = locator.recordings(DefaultDataset.MUSIC)
                .map(folder -> "computed here, from your recordings")
                .orElse("OF SYNTHETIC MUSIC, computed here");
        return Optional.of("THERE IS NO " + rows.file + ": the rows are " + source + ", and not those of the article."
                + " To get its rows, take " + rows.file
                + " from the archive \"GTZAN Dataset - Music Genre Classification\""
                + " of Kaggle, put it into data/gtzan or the folder that GTZAN names, and run this cell again.");
    }

    private Optional<Path> published(String file) {
        return locator.folder(DefaultDataset.MUSIC).stream()
                .flatMap(folder ->
                        FOLDERS.stream().map(name -> folder.resolve(name).resolve(file)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private TrackFeatures read(Path file) throws IOException {
        FeatureTable table = FeatureTable.read(file, Gtzan.INFO.labels());
        Dataset all = Dataset.of(Gtzan.INFO, Gtzan.INFO.trackIds());
        TrackFeatures features = new TrackFeatures(
                table, withFiles(withRows(table, all)), file.getFileName().toString(), List.of());
        return features.only(budget.tracks(features.dataset()));
    }

    private TrackFeatures computed(Rows rows, Dataset all, Progress progress) throws IOException {
        Dataset dataset = budget.tracks(all.withAtLeastPerLabel(Recipe.MIN_TRACKS));
        List<String> tooFew = all.labels().stream()
                .filter(label -> !dataset.labels().contains(label))
                .map(label -> label + ": fewer than " + Recipe.MIN_TRACKS + " tracks")
                .toList();
        return computed(rows.extraction(), rows.file, dataset, rows.description, tooFew, progress);
    }

    /**
     * The features of given tracks, even if a table of them is published. A table that was computed before is updated.
     *
     * @param kind which features
     * @param dataset tracks that can be read
     * @param progress told about the computing
     * @return table and tracks
     * @throws IOException if no track can be used, or the table cannot be written
     */
    public TrackFeatures of(FeatureKind kind, Dataset dataset, Progress progress) throws IOException {
        return computed(
                FeatureExtraction.of(kind.features()), file(kind), dataset, "whole tracks", List.of(), progress);
    }

    private static String file(FeatureKind kind) {
        return switch (kind) {
            case TABLE -> "features_librosa.csv";
            case MEL_STATISTICS -> "mel_statistics.csv";
            case EMBEDDING -> "embedding.csv";
        };
    }

    private TrackFeatures computed(
            FeatureExtraction extraction,
            String file,
            Dataset dataset,
            String description,
            List<String> tooFew,
            Progress progress)
            throws IOException {
        String name = dataset.id().toLowerCase(Locale.ROOT) + "_" + file;
        Path place = workspace.resolve("build/features").resolve(name);
        ExtractionReport report;
        FeatureTable table;
        WriteLock lock = WriteLock.of(place.resolveSibling("." + name + WriteLock.NAME), name, progress);
        try (lock) {
            report = extraction.into(place, AudioInputs.of(dataset), progress);
            if (report.rows() == 0) {
                throw new IOException(
                        "no track can be used; the first: " + report.skipped().get(0));
            }
            table = FeatureTable.read(place, dataset.info().labels());
        }
        List<String> skipped =
                Stream.concat(tooFew.stream(), report.skipped().stream()).toList();
        return new TrackFeatures(table, withRows(table, dataset), description, skipped);
    }

    /** The tracks that have a row. */
    private static Dataset withRows(FeatureTable table, Dataset dataset) {
        Set<Track> present = new HashSet<>();
        table.segments(dataset).values().forEach(segment -> present.add(segment.track()));
        List<Track> tracks = dataset.tracks().stream().filter(present::contains).toList();
        return new Dataset(dataset.info(), dataset.folder(), tracks);
    }

    /** The same tracks with the files that exist. */
    private Dataset withFiles(Dataset tracks) {
        try {
            Dataset recorded =
                    Datasets.open(locator.folder(DefaultDataset.MUSIC).orElseThrow(), DefaultDataset.MUSIC);
            return new Dataset(
                    tracks.info(),
                    recorded.folder(),
                    tracks.tracks().stream()
                            .map(track -> recorded.track(track.id()).orElse(track))
                            .toList());
        } catch (DatasetException e) {
            return tracks; // tables without recordings
        }
    }

    @Override
    public String toString() {
        return "FeatureTables[" + workspace + ", " + budget + "]";
    }
}
