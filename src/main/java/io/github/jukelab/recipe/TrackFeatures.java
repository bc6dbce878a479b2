package io.github.jukelab.recipe;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.FileWork;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segment;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.extraction.FeatureExtraction;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.input.FeatureVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A feature table with the tracks of its rows. Notebooks get one with {@code features()} and {@code segmentFeatures()}.
 *
 * @param table one row per track or segment
 * @param dataset the tracks of the rows, with label and artist; their files may not exist
 * @param source where the table is from, as text
 * @param skipped one line per label with too few tracks and per file that could not be used
 */
public record TrackFeatures(FeatureTable table, Dataset dataset, String source, List<String> skipped) {

    /**
     * Copies the list.
     *
     * @param table one row per track or segment
     * @param dataset the tracks of the rows
     * @param source where the table is from
     * @param skipped one line per label with too few tracks and per file that could not be used
     */
    public TrackFeatures {
        skipped = List.copyOf(skipped);
    }

    /**
     * The rows as input of classifiers.
     *
     * @return one per row of the table, in its order
     */
    public FeatureVectors vectors() {
        return FeatureVectors.of(table, dataset);
    }

    /** The rows of some of the tracks. */
    TrackFeatures only(Dataset tracks) {
        Map<String, Segment> segments = table.segments(dataset);
        Set<Track> included = Set.copyOf(tracks.tracks());
        FeatureTable rows = FeatureTable.of(
                table.features(),
                table.rows().stream()
                        .filter(row ->
                                included.contains(segments.get(row.filename()).track()))
                        .toList());
        return new TrackFeatures(rows, tracks, source, skipped);
    }

    /**
     * The track of a row.
     *
     * @param filename of the row
     * @return the track, also if the row is of a segment of it
     * @throws IllegalArgumentException if there is no such row
     */
    public Track track(String filename) {
        Segment segment = table.segments(dataset).get(filename);
        if (segment == null) {
            throw new IllegalArgumentException("there is no row of " + filename);
        }
        return segment.track();
    }

    /**
     * The recordings of some rows: of tracks, or of segments, if the files exist.
     *
     * @param ids of tracks or segments
     * @return id and artist → wave, in the order of the ids; empty if there is no recording
     * @throws IllegalArgumentException if there is no row of an id
     */
    public Map<String, Optional<Wave>> waves(String... ids) {
        Map<String, Segment> segments = table.segments(dataset);
        Map<String, FeatureTable.Row> rows = rows(segments);
        Map<String, Optional<Wave>> waves = new LinkedHashMap<>();
        for (String id : ids) {
            FeatureTable.Row row = row(rows, id);
            Segment segment = segments.get(row.filename());
            waves.put(title(segment), wave(segment, row));
        }
        return waves;
    }

    /**
     * Which part of its track each row is of.
     *
     * @param ids of tracks or segments
     * @return id → part; empty for a whole track
     * @throws IllegalArgumentException if there is no row of an id
     */
    public Map<String, Optional<TimeSpan>> spans(Collection<String> ids) {
        Map<String, Segment> segments = table.segments(dataset);
        Map<String, FeatureTable.Row> rows = rows(segments);
        Map<String, Optional<TimeSpan>> spans = new LinkedHashMap<>();
        for (String id : ids) {
            FeatureTable.Row row = row(rows, id);
            OptionalInt number = segments.get(row.filename()).number();
            spans.put(
                    id,
                    number.isPresent()
                            ? Optional.of(TimeSpan.of(
                                    start(number.getAsInt(), row.length()),
                                    row.length(),
                                    FeatureExtraction.RATE,
                                    Double.POSITIVE_INFINITY))
                            : Optional.empty());
        }
        return spans;
    }

    /** By the ids of tracks and segments. */
    private Map<String, FeatureTable.Row> rows(Map<String, Segment> segments) {
        Map<String, FeatureTable.Row> rows = new HashMap<>();
        table.rows().forEach(row -> rows.put(segments.get(row.filename()).id(), row));
        return rows;
    }

    private static FeatureTable.Row row(Map<String, FeatureTable.Row> rows, String id) {
        FeatureTable.Row row = rows.get(id);
        if (row == null) {
            throw new IllegalArgumentException("there is no row of " + id);
        }
        return row;
    }

    /** Segment k starts one sample after the end of the one before. */
    private static long start(int number, int length) {
        return number * (length + 1L);
    }

    private static String title(Segment segment) {
        return segment.id()
                + segment.track().artist().map(artist -> ", artist " + artist).orElse("");
    }

    private static Optional<Wave> wave(Segment segment, FeatureTable.Row row) {
        Path file = segment.track().file();
        try (AudioSource source = AudioSource.open(file)) {
            return Optional.of(FileWork.run(file, () -> wave(source, segment, row.length())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Wave wave(AudioSource source, Segment segment, int length) throws AudioException {
        LoadOptions options = segment.track().options().withRate(FeatureExtraction.RATE);
        OptionalInt number = segment.number();
        return number.isPresent()
                ? Recording.of(source, options).part(start(number.getAsInt(), length), length)
                : Wave.read(source, options);
    }

    @Override
    public String toString() {
        String skippedCount = skipped.isEmpty() ? "" : ", labels or files skipped: " + skipped.size();
        return "TrackFeatures[" + dataset.title() + ", " + source + ": "
                + table.rows().size() + " rows of "
                + dataset.tracks().size() + " tracks, " + table.features().size() + " features, "
                + dataset.labels().size() + " labels" + skippedCount + "]";
    }
}
