package io.github.jukelab.evaluation;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Csv;
import io.github.jukelab.CsvException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Writes and reads predictions as comma-separated values, quoted as in RFC 4180. */
final class PredictionTable {

    private static final List<String> FIXED = List.of("id", "track", "actual", "predicted");

    private PredictionTable() {}

    static void write(Predictions predictions, Path file) throws IOException {
        List<String> labels = predictions.labels();
        List<String> columns = new ArrayList<>(FIXED);
        columns.addAll(labels);
        Stream<String> header = Stream.of(Csv.line(columns));
        Stream<String> lines = predictions.rows().stream().map(row -> Csv.line(fields(row, labels)));
        AtomicFile.write(file, part -> Files.write(part, (Iterable<String>) Stream.concat(header, lines)::iterator));
    }

    private static List<String> fields(Prediction row, List<String> labels) {
        List<String> fields =
                new ArrayList<>(List.of(row.id(), row.track(), actual(row, labels), labels.get(row.predicted())));
        for (float probability : row.probabilities()) {
            fields.add(Float.toString(probability));
        }
        return fields;
    }

    /** The true label; empty if it is not known. */
    private static String actual(Prediction row, List<String> labels) {
        return row.label().isPresent() ? labels.get(row.label().getAsInt()) : "";
    }

    static Predictions read(Path file) throws IOException {
        try (Csv table = Csv.open(file)) {
            List<String> labels = labels(table);
            List<Prediction> rows = new ArrayList<>();
            for (var fields = table.next(); fields.isPresent(); fields = table.next()) {
                rows.add(row(fields.get(), labels, table));
            }
            return new Predictions(labels, rows);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> labels(Csv table) throws CsvException {
        List<String> columns = table.columns();
        if (columns.size() <= FIXED.size() || !columns.subList(0, FIXED.size()).equals(FIXED)) {
            throw table.invalid("columns must be " + FIXED + " and the labels, got " + columns);
        }
        return columns.subList(FIXED.size(), columns.size());
    }

    private static Prediction row(List<String> fields, List<String> labels, Csv table) throws CsvException {
        int actual = labels.indexOf(fields.get(2));
        boolean known = !fields.get(2).isEmpty();
        if (known && actual < 0) {
            throw table.invalid("actual", "must be one of " + labels + ", got " + fields.get(2));
        }
        float[] probabilities = new float[labels.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = probability(fields.get(FIXED.size() + i), labels.get(i), table);
        }
        OptionalInt label = known ? OptionalInt.of(actual) : OptionalInt.empty();
        try {
            return new Prediction(fields.get(0), fields.get(1), label, probabilities);
        } catch (IllegalArgumentException e) {
            throw table.invalid(e.getMessage());
        }
    }

    private static float probability(String field, String label, Csv table) throws CsvException {
        try {
            return Float.parseFloat(field);
        } catch (NumberFormatException e) {
            throw table.invalid(label, "must be a number, got " + field);
        }
    }
}
