package io.github.jukelab.extraction;

import io.github.jukelab.Csv;
import io.github.jukelab.CsvException;
import io.github.jukelab.PathText;
import io.github.jukelab.embedding.EmbeddingFeatures;
import io.github.jukelab.extraction.FeatureTable.Row;
import io.github.jukelab.feature.MelStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a feature table and checks its columns and values. */
final class FeatureTableReader {

    /** Also the no-break space and characters without width. */
    private final Optional<List<String>> labels;

    private final Set<String> filenames = new HashSet<>();
    private final Csv table;
    private final List<String> features;
    private final List<String> columns;

    private FeatureTableReader(Csv table, Optional<List<String>> labels) {
        this.table = table;
        this.features = features(table.columns());
        this.columns = FeatureTable.columns(features);
        this.labels = labels;
    }

    static FeatureTable read(Path file, Optional<List<String>> labels) throws IOException {
        try (Csv table = Csv.open(file)) {
            return new FeatureTableReader(table, labels).read();
        }
    }

    /** Whether a file has the columns of a feature table. */
    static boolean hasHeader(Path file) throws IOException {
        try (Csv table = Csv.open(file)) {
            return table.columns().equals(FeatureTable.columns(features(table.columns())));
        } catch (CsvException e) {
            return false;
        }
    }

    /**
     * The features that a table with such a header has: mel statistics and values of an embedding, if it names one of
     * them; before them the published ones, if it names one of these or nothing else.
     */
    private static List<String> features(List<String> header) {
        List<String> others = Stream.concat(
                        MelStatistics.named(header).map(MelStatistics::names).stream(),
                        Stream.of(EmbeddingFeatures.named(header)))
                .flatMap(List::stream)
                .toList();
        boolean hasPublished = others.isEmpty() || header.stream().anyMatch(FeatureTable.FEATURES::contains);
        return Stream.concat(hasPublished ? FeatureTable.FEATURES.stream() : Stream.empty(), others.stream())
                .toList();
    }

    private FeatureTable read() throws IOException {
        checkHeader(table.columns().stream().map(PathText::withoutBlanks).toList());
        List<Row> rows = new ArrayList<>();
        for (var fields = table.next(); fields.isPresent(); fields = table.next()) {
            rows.add(row(fields.get()));
        }
        if (rows.isEmpty()) {
            throw table.invalid("has no row");
        }
        return FeatureTable.of(features, rows);
    }

    private void checkHeader(List<String> found) throws CsvException {
        if (found.isEmpty()) {
            throw table.invalid("is empty");
        }
        if (found.contains("")) {
            throw table.invalid("has a column without a name; pandas writes one unless index=False");
        }
        for (String column : columns) {
            require(found.contains(column), column, "is missing");
        }
        for (String column : found) {
            require(columns.contains(column), column, "is not a column of a feature table");
            require(found.indexOf(column) == found.lastIndexOf(column), column, "must be unique");
        }
        for (int i = 0; i < found.size(); i++) {
            require(found.get(i).equals(columns.get(i)), found.get(i), "is in the position of " + columns.get(i));
        }
    }

    private Row row(List<String> fields) throws CsvException {
        int last = columns.size() - 1;
        String filename = text(fields, 0);
        require(filenames.add(filename), columns.get(0), "must be unique, got " + filename + " twice");
        List<Double> values = new ArrayList<>();
        for (int i = 2; i < last; i++) {
            values.add(number(fields, i));
        }
        return new Row(filename, length(fields), values, label(fields, last));
    }

    private int length(List<String> fields) throws CsvException {
        double length = number(fields, 1);
        require(
                length >= 1 && length == (int) length,
                "length",
                "must be an integer of at least 1, got " + fields.get(1));
        return (int) length;
    }

    private double number(List<String> fields, int index) throws CsvException {
        String column = columns.get(index);
        double number = Double.parseDouble(table.number(column, text(fields, index)));
        if (!Double.isFinite(number)) {
            throw table.invalid(column, "must be a finite number, got " + fields.get(index));
        }
        return number;
    }

    /** Blanks around it are dropped, as nobody sees them in a spreadsheet, unless the label is declared with them. */
    private String label(List<String> fields, int index) throws CsvException {
        String field = text(fields, index);
        String label = labels.isPresent() && labels.get().contains(field) ? field : PathText.withoutBlanks(field);
        require(!label.isEmpty(), columns.get(index), "is empty");
        if (labels.isPresent() && !labels.get().contains(label)) {
            throw table.invalid(columns.get(index), "must be one of " + labels.get() + ", got " + label);
        }
        return label;
    }

    private String text(List<String> fields, int index) throws CsvException {
        String field = fields.get(index);
        if (field.isEmpty()) {
            throw table.invalid(columns.get(index), "is empty");
        }
        return field;
    }

    private void require(boolean valid, String column, String reason) throws CsvException {
        if (!valid) {
            throw table.invalid(column, reason);
        }
    }
}
