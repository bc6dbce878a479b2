package io.github.jukelab.spark;

import io.github.jukelab.Phrases;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What is in a table, counted in the table: Spark's accumulators count failed and repeated tasks, too.
 *
 * @param used files with values
 * @param bad files without
 * @param rows with values
 * @param reasons of the first bad files, one line each
 */
record TableCounts(long used, long bad, long rows, List<String> reasons) {

    private static final int SHOWN = 5;

    /** Copies the list. */
    TableCounts {
        reasons = List.copyOf(reasons);
    }

    /**
     * Counts.
     *
     * @throws IllegalStateException if a row is there twice, because two runs wrote at the same time
     */
    static TableCounts of(Dataset<Row> table) {
        long used = 0;
        long bad = 0;
        long rows = 0;
        for (Row status : table.groupBy("status")
                .agg(
                        functions.count("path"),
                        functions.countDistinct("path"),
                        functions.countDistinct("path", "segment"))
                .collectAsList()) {
            long all = status.getLong(1);
            if (all != status.getLong(3)) {
                throw new IllegalStateException((all - status.getLong(3))
                        + " rows are there twice: two runs have written them at the same time. Remove the folder of"
                        + " batches, and run one at a time");
            }
            if (status.getString(0).equals(TableSchema.OK)) {
                used = status.getLong(2);
                rows = all;
            } else {
                bad = status.getLong(2);
            }
        }
        return new TableCounts(used, bad, rows, bad == 0 ? List.of() : reasons(table));
    }

    private static List<String> reasons(Dataset<Row> table) {
        return table
                .filter(functions.col("status").equalTo(TableSchema.BAD))
                .select("path", "problem", "error")
                .orderBy("path")
                .takeAsList(SHOWN)
                .stream()
                .map(row -> row.getString(0) + ": " + row.getString(2) + " (" + row.getString(1) + ")")
                .toList();
    }

    long files() {
        return used + bad;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d rows; files: %,d used, %,d bad (%s)",
                rows,
                used,
                bad,
                Phrases.percent((double) bad / Math.max(1, files())));
    }
}
