package io.github.jukelab.prediction;

import io.github.jukelab.Csv;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Predictions as comma-separated values. Columns: file, with segments start and end in seconds, then label, probability,
 * label2, probability2 and so on. The first label is empty if it is not probable enough.
 */
final class CsvPredictions {

    private CsvPredictions() {}

    /** The columns that every such table has. */
    static List<String> columns(boolean perSegment) {
        return perSegment
                ? List.of("file", "start", "end", "label", "probability")
                : List.of("file", "label", "probability");
    }

    static void write(FilePredictions predictions, PredictionView view, Writer out) throws IOException {
        int labels = predictions.predictor().model().labels().size();
        List<String> header = new ArrayList<>(columns(view.perSegment()));
        for (int i = 2; i <= Math.min(view.top(), labels); i++) {
            header.addAll(List.of("label" + i, "probability" + i));
        }
        out.append(Csv.line(header)).append('\n');
        predictions.forEach(file -> {
            for (PredictionView.Line line : view.lines(file.prediction())) {
                out.append(Csv.line(fields(file.file(), line, view.perSegment())))
                        .append('\n');
            }
        });
    }

    private static List<String> fields(String file, PredictionView.Line line, boolean withTimes) {
        List<String> fields = new ArrayList<>(List.of(file));
        if (withTimes) {
            fields.addAll(List.of(number("%.3f", line.start()), number("%.3f", line.end())));
        }
        int labelled = fields.size();
        for (Map.Entry<String, Double> label : line.probabilities().entrySet()) {
            fields.addAll(List.of(label.getKey(), number("%.6f", label.getValue())));
        }
        fields.set(labelled, line.label().orElse(""));
        return fields;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
