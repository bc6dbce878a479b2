package io.github.jukelab.evaluation;

import io.github.jukelab.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes and reads predictions as comma-separated values, quoted as in RFC 4180. */
final class PredictionTable {

    private static final List<String> FIXED = List.of("id", "track", "actual", "predicted");

    /** A field, quoted or not, and its end. */
    private static final Pattern FIELD =
            Pattern.compile("(?:\"([^\"]*+(?:\"\"[^\"]*+)*+)\"|([^\",\r\n]*+))(,|\r?\n|\\z)");

    private PredictionTable() {}

    static void write(Predictions predictions, Path file) throws IOException {
        List<String> labels = predictions.labels();
        Stream<String> header = Stream.of(line(Stream.concat(FIXED.stream(), labels.stream())));
        Stream<String> lines = predictions.rows().stream().map(row -> line(fields(row, labels)));
        AtomicFile.write(file, part -> Files.write(part, (Iterable<String>) Stream.concat(header, lines)::iterator));
    }

    private static Stream<String> fields(Prediction row, List<String> labels) {
        List<String> fields =
                new ArrayList<>(List.of(row.id(), row.track(), actual(row, labels), labels.get(row.predicted())));
        for (float probability : row.probabilities()) {
            fields.add(Float.toString(probability));
        }
        return fields.stream();
    }

    /** The true label; empty if it is not known. */
    private static String actual(Prediction row, List<String> labels) {
        return row.label().isPresent() ? labels.get(row.label().getAsInt()) : "";
    }

    private static String line(Stream<String> fields) {
        return fields.map(PredictionTable::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    static Predictions read(Path file) throws IOException {
        try {
            return predictions(records(Files.readString(file)).iterator());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Predictions predictions(Iterator<List<String>> records) {
        List<String> header = records.hasNext() ? records.next() : List.of();
        if (header.size() <= FIXED.size() || !header.subList(0, FIXED.size()).equals(FIXED)) {
            throw new IllegalArgumentException("columns must be " + FIXED + " and the labels, got " + header);
        }
        List<String> labels = header.subList(FIXED.size(), header.size());
        List<Prediction> rows = new ArrayList<>();
        records.forEachRemaining(fields -> rows.add(row(fields, labels, rows.size() + 1)));
        return new Predictions(labels, rows);
    }

    private static Prediction row(List<String> fields, List<String> labels, int number) {
        if (fields.size() != FIXED.size() + labels.size()) {
            throw new IllegalArgumentException(
                    "row " + number + " must have " + (FIXED.size() + labels.size()) + " fields, got " + fields.size());
        }
        int actual = labels.indexOf(fields.get(2));
        boolean known = !fields.get(2).isEmpty();
        if (known && actual < 0) {
            throw new IllegalArgumentException(
                    "row " + number + ": actual must be one of " + labels + ", got " + fields.get(2));
        }
        float[] probabilities = new float[labels.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = number(fields.get(FIXED.size() + i), number);
        }
        OptionalInt label = known ? OptionalInt.of(actual) : OptionalInt.empty();
        return new Prediction(fields.get(0), fields.get(1), label, probabilities);
    }

    private static float number(String field, int row) {
        try {
            return Float.parseFloat(field);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("row " + row + ": a probability must be a number, got " + field, e);
        }
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(text);
        while (field.regionStart() < text.length() && field.lookingAt()) {
            fields.add(field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""));
            if (!field.group(3).equals(",")) {
                records.add(fields);
                fields = new ArrayList<>();
            }
            field.region(field.end(), text.length());
        }
        if (field.regionStart() < text.length()) {
            throw new IllegalArgumentException("row " + records.size() + " has a quote that is not closed");
        }
        return records;
    }
}
