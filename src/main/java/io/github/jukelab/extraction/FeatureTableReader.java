package io.github.jukelab.extraction;

import io.github.jukelab.extraction.FeatureTable.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a feature table and checks its columns and values. */
final class FeatureTableReader {

    private static final List<String> COLUMNS = FeatureTable.COLUMNS;

    /** Stricter than Java: no NaN, no hexadecimal digits, no suffix, no spaces. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][-+]?+\\d++)?+");

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String REPLACEMENT_CHARACTER = "\uFFFD";

    private final Path file;
    private final Optional<List<String>> labels;
    private final Set<String> filenames = new HashSet<>();
    private int line = 1;

    FeatureTableReader(Path file, Optional<List<String>> labels) {
        this.file = file;
        this.labels = labels;
    }

    FeatureTable read() throws IOException {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            Csv csv = new Csv(in);
            checkHeader(csv.record().orElse(List.of("")));
            List<Row> rows = new ArrayList<>();
            Optional<List<String>> record = csv.record();
            while (record.isPresent()) {
                line = csv.line();
                rows.add(row(record.get()));
                record = csv.record();
            }
            return FeatureTable.of(rows);
        }
    }

    private void checkHeader(List<String> header) throws FeatureTableException {
        List<String> found = new ArrayList<>(header);
        found.replaceAll(name -> name.startsWith(BYTE_ORDER_MARK) ? name.substring(1) : name);
        for (String column : COLUMNS) {
            require(found.contains(column), column, "is missing");
        }
        for (String column : found) {
            require(COLUMNS.contains(column), column, "is not a column of a feature table");
            require(found.indexOf(column) == found.lastIndexOf(column), column, "must be unique");
        }
        for (int i = 0; i < found.size(); i++) {
            require(found.get(i).equals(COLUMNS.get(i)), found.get(i), "is in the position of " + COLUMNS.get(i));
        }
    }

    private Row row(List<String> fields) throws FeatureTableException {
        require(!fields.isEmpty(), COLUMNS.get(0), "the line has a misplaced or unclosed quote");
        int last = Math.min(fields.size(), COLUMNS.size() - 1);
        require(
                fields.size() == COLUMNS.size(),
                COLUMNS.get(last),
                "the line must have " + COLUMNS.size() + " fields, got " + fields.size());
        String filename = text(fields, 0);
        require(filenames.add(filename), COLUMNS.get(0), "must be unique, got " + filename + " twice");
        List<Double> features = new ArrayList<>();
        for (int i = 2; i < last; i++) {
            features.add(number(fields, i));
        }
        return new Row(filename, length(fields), features, label(fields, last));
    }

    private int length(List<String> fields) throws FeatureTableException {
        double length = number(fields, 1);
        require(
                length >= 1 && length == (int) length,
                "length",
                "must be an integer of at least 1, got " + fields.get(1));
        return (int) length;
    }

    private double number(List<String> fields, int index) throws FeatureTableException {
        String field = text(fields, index);
        double number = NUMBER.matcher(field).matches() ? Double.parseDouble(field) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw invalid(COLUMNS.get(index), "must be a finite number, got " + field);
        }
        return number;
    }

    private String label(List<String> fields, int index) throws FeatureTableException {
        String label = text(fields, index);
        if (labels.isPresent() && !labels.get().contains(label)) {
            throw invalid(COLUMNS.get(index), "must be one of " + labels.get() + ", got " + label);
        }
        return label;
    }

    private String text(List<String> fields, int index) throws FeatureTableException {
        String field = fields.get(index);
        if (field.isEmpty()) {
            throw invalid(COLUMNS.get(index), "is empty");
        }
        if (field.contains(REPLACEMENT_CHARACTER)) {
            throw invalid(COLUMNS.get(index), "must be UTF-8, got " + field);
        }
        return field;
    }

    private void require(boolean valid, String column, String reason) throws FeatureTableException {
        if (!valid) {
            throw invalid(column, reason);
        }
    }

    private FeatureTableException invalid(String column, String reason) {
        return new FeatureTableException(file, line, column, reason);
    }
}
