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

/** Reads a feature table by its fixed columns, and says where it does not fit. */
final class FeatureTableReader {

    private static final List<String> COLUMNS = FeatureTable.COLUMNS;

    /** Narrower than what Java takes for a number: no NaN, no hexadecimal digits, no suffix, no blanks. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][-+]?+\\d++)?+");

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String NOT_DECODED = "\uFFFD";

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
            require(COLUMNS.contains(column), column, "is no column of a feature table");
            require(found.indexOf(column) == found.lastIndexOf(column), column, "comes twice");
        }
        for (int i = 0; i < found.size(); i++) {
            require(
                    found.get(i).equals(COLUMNS.get(i)),
                    found.get(i),
                    "stands where " + COLUMNS.get(i) + " must stand");
        }
    }

    private Row row(List<String> fields) throws FeatureTableException {
        require(
                !fields.isEmpty(),
                COLUMNS.get(0),
                "the line has a quote where none may be, or one that does not close");
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
        require(length >= 1 && length == (int) length, "length", "must be a whole number from 1, got " + fields.get(1));
        return (int) length;
    }

    private double number(List<String> fields, int place) throws FeatureTableException {
        String field = text(fields, place);
        double number = NUMBER.matcher(field).matches() ? Double.parseDouble(field) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw wrong(COLUMNS.get(place), "must be a finite number, got " + field);
        }
        return number;
    }

    private String label(List<String> fields, int place) throws FeatureTableException {
        String label = text(fields, place);
        if (labels.isPresent() && !labels.get().contains(label)) {
            throw wrong(COLUMNS.get(place), "must be one of " + labels.get() + ", got " + label);
        }
        return label;
    }

    private String text(List<String> fields, int place) throws FeatureTableException {
        String field = fields.get(place);
        if (field.isEmpty()) {
            throw wrong(COLUMNS.get(place), "is empty");
        }
        if (field.contains(NOT_DECODED)) {
            throw wrong(COLUMNS.get(place), "must be UTF-8, got " + field);
        }
        return field;
    }

    private void require(boolean fits, String column, String reason) throws FeatureTableException {
        if (!fits) {
            throw wrong(column, reason);
        }
    }

    private FeatureTableException wrong(String column, String reason) {
        return new FeatureTableException(file, line, column, reason);
    }
}
