package io.github.jukelab.extraction;

import io.github.jukelab.PathText;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segment;
import io.github.jukelab.dataset.Track;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Joins the filenames of a feature table to the tracks of a data set. A filename matches the track whose path ends with
 * it, in any format: {@code blues.00000.wav} matches {@code genres/blues/blues.00000.au}, {@code cat/01.wav} matches
 * {@code pets/cat/01.wav}. A track's id matches, too. A number before the extension is that of a segment if no track
 * matches, or if every row has one: then {@code take.0.wav} is a segment of {@code take.wav}, even beside a track of that
 * name.
 */
final class TableJoin {

    private final Dataset dataset;
    private final Map<String, Optional<Track>> tracks = new HashMap<>();

    private TableJoin(Dataset dataset) {
        this.dataset = dataset;
        dataset.tracks().forEach(this::add);
    }

    static Map<String, Segment> of(FeatureTable table, Dataset dataset) {
        TableJoin join = new TableJoin(dataset);
        boolean ofSegments = table.rows().stream()
                .allMatch(row ->
                        join.numbered(PathText.withoutExtension(row.filename())).isPresent());
        Map<String, Segment> segments = new LinkedHashMap<>();
        table.rows().forEach(row -> segments.put(row.filename(), join.segment(row, ofSegments)));
        return segments;
    }

    /**
     * Adds the track's id and each suffix of its path without extension, for a part of a file with the part. What
     * matches several tracks matches none.
     */
    private void add(Track track) {
        put(track.id(), track);
        Path file = track.file();
        String suffix = PathText.withoutExtension(PathText.of(file.getFileName()));
        put(suffix + track.partId(), track);
        for (int i = file.getNameCount() - 2; i >= 0; i--) {
            suffix = PathText.of(file.getName(i)) + "/" + suffix;
            put(suffix + track.partId(), track);
        }
    }

    private void put(String suffix, Track track) {
        tracks.merge(suffix, Optional.of(track), (one, other) -> one.equals(other) ? one : Optional.empty());
    }

    private Segment segment(FeatureTable.Row row, boolean ofSegments) {
        String name = PathText.withoutExtension(row.filename());
        Segment segment = (ofSegments ? numbered(name) : find(name))
                .orElseThrow(() -> new IllegalArgumentException(dataset + " has no track for " + row.filename()));
        if (!row.label().equals(segment.track().label())) {
            throw new IllegalArgumentException(
                    "label of " + row.filename() + " must be " + segment.track().label() + ", got " + row.label());
        }
        return segment;
    }

    private Optional<Segment> find(String name) {
        Optional<Segment> whole = tracks.getOrDefault(name, Optional.empty()).map(Segment::whole);
        return whole.isPresent() ? whole : numbered(name);
    }

    private Optional<Segment> numbered(String name) {
        int dot = name.lastIndexOf('.');
        OptionalInt number = dot < 0 ? OptionalInt.empty() : number(name.substring(dot + 1));
        return number.isEmpty()
                ? Optional.empty()
                : tracks.getOrDefault(name.substring(0, dot), Optional.empty())
                        .map(track -> Segment.of(track, number.getAsInt()));
    }

    private static OptionalInt number(String text) {
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
