package io.github.jukelab.extraction;

import java.nio.file.Path;
import java.util.List;

/**
 * What an extraction did.
 *
 * @param table the file that was written, unless there was no row for it
 * @param rows of the table
 * @param computed files whose rows were computed now
 * @param kept files whose rows were there from an earlier run
 * @param skipped a line for each file that could not be used, naming it and the reason, in the order of files
 * @param notes a line for each file that was computed now and odd but usable, such as a truncated one
 */
public record ExtractionReport(Path table, int rows, int computed, int kept, List<String> skipped, List<String> notes) {

    /**
     * Copies the lists.
     *
     * @param table the file that was written
     * @param rows of the table
     * @param computed files whose rows were computed now
     * @param kept files whose rows were there
     * @param skipped a line for each file that could not be used
     * @param notes a line for each file that was odd
     */
    public ExtractionReport {
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
    }

    @Override
    public String toString() {
        return "ExtractionReport[" + rows + " rows, " + computed + " files computed, " + kept + " kept, "
                + skipped.size() + " skipped, in " + table + "]";
    }
}
