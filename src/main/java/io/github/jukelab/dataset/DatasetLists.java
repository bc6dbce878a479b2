package io.github.jukelab.dataset;

import io.github.jukelab.Csv;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the small tables of data/lists from the class path. */
final class DatasetLists {

    private DatasetLists() {}

    /** A column of a table: value of the first column → value of this one. */
    static Map<String, String> column(String table, String name) {
        try (InputStream in = DatasetLists.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException(
                        table + " is not on the class path; the build copies it from data/lists");
            }
            return column(Csv.of(table, in), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> column(Csv table, String name) throws IOException {
        int index = table.column(name);
        Map<String, String> column = new LinkedHashMap<>();
        table.rows().forEach(row -> column.put(row.get(0), row.get(index)));
        return column;
    }

    /** The fold of each track. */
    static Map<String, Integer> folds(String table) {
        Map<String, Integer> folds = new LinkedHashMap<>();
        column(table, "fold").forEach((track, fold) -> folds.put(track, Integer.valueOf(fold)));
        return folds;
    }

    /** The subset of each track. */
    static Map<String, Subset> subsets(String table) {
        Map<String, Subset> subsets = new LinkedHashMap<>();
        column(table, "side")
                .forEach((track, subset) -> subsets.put(track, Subset.valueOf(subset.toUpperCase(Locale.ROOT))));
        return subsets;
    }
}
