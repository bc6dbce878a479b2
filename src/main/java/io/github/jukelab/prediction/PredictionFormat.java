package io.github.jukelab.prediction;

import io.github.jukelab.Csv;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How predictions for many files are written as one file. */
public enum PredictionFormat {
    /** A table of comma-separated values, a line per file or segment. */
    CSV {
        @Override
        public void write(FilePredictions predictions, PredictionView view, Writer out) throws IOException {
            CsvPredictions.write(predictions, view, out);
        }

        @Override
        public boolean is(Path file) throws IOException {
            return Csv.hasHeader(file, CsvPredictions.columns(false))
                    || Csv.hasHeader(file, CsvPredictions.columns(true));
        }
    },
    /** A JSON object with the model, the view, a prediction per file, and the files that were skipped. */
    JSON {
        @Override
        public void write(FilePredictions predictions, PredictionView view, Writer out) throws IOException {
            JsonPredictions.write(predictions, view, out);
        }

        @Override
        public boolean is(Path file) throws IOException {
            try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                return JsonPredictions.BEGINNING.equals(List.of(text.readLine(), String.valueOf(text.readLine())));
            }
        }
    };

    /**
     * Writes all predictions, one at a time.
     *
     * @param predictions to be written
     * @param view what is shown of them
     * @param out stays open
     * @throws IOException if something cannot be read or written
     */
    public abstract void write(FilePredictions predictions, PredictionView view, Writer out) throws IOException;

    /**
     * Whether a file has predictions in this format, by its beginning.
     *
     * @param file not empty
     * @return true if it was written like this
     * @throws IOException if it cannot be read
     */
    public abstract boolean is(Path file) throws IOException;
}
