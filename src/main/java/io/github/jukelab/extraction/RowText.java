package io.github.jukelab.extraction;

import io.github.jukelab.extraction.FeatureTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a track as the text that a journal keeps: for each row its length and its features. */
final class RowText {

    private static final String ROW_SEPARATOR = ";";
    private static final String NUMBER_SEPARATOR = ",";

    private RowText() {}

    static String of(List<Row> rows) {
        return rows.stream().map(RowText::numbers).collect(Collectors.joining(ROW_SEPARATOR));
    }

    private static String numbers(Row row) {
        return Stream.concat(Stream.of(row.length()), row.features().stream())
                .map(Number::toString)
                .collect(Collectors.joining(NUMBER_SEPARATOR));
    }

    static List<Row> rows(String text, IntFunction<String> filename, String label) {
        List<Row> rows = new ArrayList<>();
        for (String row : text.split(ROW_SEPARATOR)) {
            rows.add(row(filename.apply(rows.size()), row.split(NUMBER_SEPARATOR), label));
        }
        return rows;
    }

    private static Row row(String filename, String[] numbers, String label) {
        List<Double> features = Stream.of(numbers).skip(1).map(Double::valueOf).toList();
        return new Row(filename, Integer.parseInt(numbers[0]), features, label);
    }
}
