package io.github.jukelab.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the small tables of data/lists from the class path. */
final class DatasetLists {

    private DatasetLists() {}

    /** A column of a table: value of the first column → value of this one. */
    static Map<String, String> column(String table, String name) {
        List<String[]> rows = rows(table);
        int index = List.of(rows.get(0)).indexOf(name);
        Map<String, String> column = new LinkedHashMap<>();
        rows.stream().skip(1).forEach(row -> column.put(row[0], row[index]));
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

    private static List<String[]> rows(String table) {
        try (InputStream in = DatasetLists.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException(
                        table + " is not on the class path; the build copies it from data/lists");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
