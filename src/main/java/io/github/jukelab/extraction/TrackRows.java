package io.github.jukelab.extraction;

import io.github.jukelab.extraction.FeatureTable.Row;
import java.util.List;

/**
 * The rows of one track. Equal settings and bytes give equal rows.
 *
 * @param rows one for the whole track, or one per segment in their order; at least one
 * @param warnings what is not quite valid in the file, see {@link io.github.jukelab.audio.Wave#warnings()}
 */
public record TrackRows(List<Row> rows, List<String> warnings) {

    /**
     * Copies the lists.
     *
     * @param rows one for the whole track, or one per segment in their order
     * @param warnings what is not quite valid in the file
     */
    public TrackRows {
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }
}
