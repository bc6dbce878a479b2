package io.github.jukelab.recipe;

import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.LoadOptions;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.classic.FeatureVectors;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.extraction.FeatureExtraction;
import io.github.jukelab.extraction.FeatureTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A feature table and the tracks that its rows are of. Notebooks get one by {@code features()} and {@code segmentFeatures()}.
 *
 * @param table a row per track or segment
 * @param dataset the tracks of the rows, with label and artist; their files may not be there
 * @param source where the table is from, in words
 * @param skipped a line for each label with too few tracks and for each file that could not be used
 */
public record TrackFeatures(FeatureTable table, Dataset dataset, String source, List<String> skipped) {

    /**
     * Copies the list.
     *
     * @param table a row per track or segment
     * @param dataset the tracks of the rows
     * @param source where the table is from
     * @param skipped a line for each label with too few tracks and for each file that could not be used
     */
    public TrackFeatures {
        skipped = List.copyOf(skipped);
    }

    /**
     * The rows as models learn from them.
     *
     * @return one per row of the table, in its order
     */
    public FeatureVectors samples() {
        return FeatureVectors.of(table, dataset);
    }

    /**
     * What some rows were computed of: tracks, or segments of them, as far as there are recordings.
     *
     * @param ids of rows
     * @return id and artist → wave, in the order of the ids; empty where there is no recording
     * @throws IllegalArgumentException if there is no such row
     */
    public Map<String, Optional<Wave>> waves(String... ids) {
        Map<String, Optional<Wave>> waves = new LinkedHashMap<>();
        dataset.tracksOf(List.of(ids)).forEach((id, track) -> {
            String title =
                    id + track.artist().map(artist -> ", artist " + artist).orElse("");
            waves.put(title, wave(id, track));
        });
        return waves;
    }

    private Optional<Wave> wave(String id, Track track) {
        FeatureTable.Row row = row(id);
        try {
            return Optional.of(cut(id, track, row));
        } catch (AudioException e) {
            return Optional.empty();
        }
    }

    /** Segment k begins one sample behind the end of the one before. */
    private static Wave cut(String id, Track track, FeatureTable.Row row) throws AudioException {
        Wave whole = Wave.read(track.file(), LoadOptions.WHOLE.withRate(FeatureExtraction.RATE));
        if (id.equals(track.id())) {
            return whole;
        }
        int start = Integer.parseInt(id.substring(track.id().length() + 1)) * (row.length() + 1);
        return whole.slice(start, start + row.length());
    }

    private FeatureTable.Row row(String id) {
        return table.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no row of " + id));
    }

    @Override
    public String toString() {
        String less = skipped.isEmpty() ? "" : ", " + skipped.size() + " labels or files skipped";
        return "TrackFeatures[" + dataset.title() + ", " + source + ": "
                + table.rows().size() + " rows of "
                + dataset.tracks().size() + " tracks, " + FeatureTable.FEATURES.size() + " features, "
                + dataset.labels().size() + " labels" + less + "]";
    }
}
