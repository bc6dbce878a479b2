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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes and reads predictions as comma-separated values, quoted as in RFC 4180. The column of a label has its name; if
 * that is the name of another column, {@code label } stands before it.
 */
final class PredictionTable {

    private static final List<String> FIXED = List.of("id", "track", "actual", "predicted");

    private static final String PREFIX = "label ";
    private static final Pattern AMBIGUOUS = Pattern.compile("(" + PREFIX + ")*(" + String.join("|", FIXED) + ")");

    private PredictionTable() {}

    static void write(Predictions predictions, Path file) throws IOException {
        List<String> labels = predictions.labels();
        List<String> columns = new ArrayList<>(FIXED);
        labels.stream().map(PredictionTable::column).forEach(columns::add);
        Stream<String> header = Stream.of(Csv.line(columns));
        Stream<String> lines = predictions.rows().stream().map(row -> Csv.line(fields(row, labels)));
        AtomicFile.write(file, part -> Files.write(part, (Iterable<String>) Stream.concat(header, lines)::iterator));
    }

    private static String column(String label) {
        return AMBIGUOUS.matcher(label).matches() ? PREFIX + label : label;
    }

    private static String label(String column) {
        boolean prefixed =
                column.startsWith(PREFIX) && AMBIGUOUS.matcher(column).matches();
        return prefixed ? column.substring(PREFIX.length()) : column;
    }

    static boolean isTable(Path file) throws IOException {
        return Csv.hasHeader(file, FIXED);
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
        return columns.stream().skip(FIXED.size()).map(PredictionTable::label).toList();
    }

    private static Prediction row(List<String> fields, List<String> labels, Csv table) throws CsvException {
        OptionalInt actual = fields.get(2).isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(index(fields.get(2), "actual", labels, table));
        int predicted = index(fields.get(3), "predicted", labels, table);
        float[] probabilities = new float[labels.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Float.parseFloat(table.number(labels.get(i), fields.get(FIXED.size() + i)));
        }
        Prediction row = prediction(fields, actual, probabilities, table);
        if (row.probability(predicted) < row.probability(row.predicted())) {
            throw table.invalid(
                    "predicted",
                    "must be " + labels.get(row.predicted()) + ", the most probable, got " + fields.get(3));
        }
        return row;
    }

    private static int index(String label, String column, List<String> labels, Csv table) throws CsvException {
        int index = labels.indexOf(label);
        if (index < 0) {
            throw table.invalid(column, "must be one of " + labels + ", got " + label);
        }
        return index;
    }

    private static Prediction prediction(List<String> fields, OptionalInt actual, float[] probabilities, Csv table)
            throws CsvException {
        try {
            return new Prediction(fields.get(0), fields.get(1), actual, probabilities);
        } catch (IllegalArgumentException e) {
            throw table.invalid(e.getMessage());
        }
    }
}
