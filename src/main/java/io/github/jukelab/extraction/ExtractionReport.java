package io.github.jukelab.extraction;

import java.nio.file.Path;
import java.util.List;

/**
 * The result of an extraction.
 *
 * @param table the file that was written, unless there are no rows
 * @param rows number of rows of the table
 * @param computed number of files whose rows were computed in this run
 * @param reused number of files whose rows were computed in an earlier run
 * @param skipped a line for each file that could not be used, with the reason, in the order of files
 * @param warnings a line for each file computed in this run with a warning, such as a truncated one
 */
public record ExtractionReport(
        Path table, int rows, int computed, int reused, List<String> skipped, List<String> warnings) {

    /**
     * Copies the lists.
     *
     * @param table the file that was written
     * @param rows number of rows
     * @param computed files computed in this run
     * @param reused files computed in an earlier run
     * @param skipped a line for each file that could not be used
     * @param warnings a line for each file with a warning
     */
    public ExtractionReport {
        skipped = List.copyOf(skipped);
        warnings = List.copyOf(warnings);
    }

    @Override
    public String toString() {
        return "ExtractionReport[" + rows + " rows, " + computed + " files computed, " + reused + " reused, "
                + skipped.size() + " skipped, in " + table + "]";
    }
}
