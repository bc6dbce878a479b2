package io.github.jukelab.dataset;

import io.github.jukelab.TimeSpan;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A row of a label table whose recording was found.
 *
 * @param place table and line, for messages
 * @param file relative to the folder of the recordings
 * @param label without blanks around it
 * @param group empty if the row has none
 * @param part empty for the whole file
 */
record LabelRow(String place, Path file, String label, Optional<String> group, Optional<TimeSpan> part) {

    private static final TimeSpan WHOLE = new TimeSpan(0, Double.POSITIVE_INFINITY);

    TimeSpan span() {
        return part.orElse(WHOLE);
    }

    /** Such as {@code cat from 1.500 to 3.250 s in line 3}. */
    String claim() {
        return label + part.map(span -> " from " + span).orElse("") + " in " + place;
    }
}
