package io.github.jukelab.extraction;

import io.github.jukelab.Csv;
import io.github.jukelab.extraction.FeatureTable.Row;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a feature table row by row. */
final class FeatureTableWriter implements AutoCloseable {

    private final BufferedWriter lines;

    FeatureTableWriter(Path file, List<String> features) throws IOException {
        lines = Files.newBufferedWriter(file);
        line(FeatureTable.columns(features));
    }

    void row(Row row) throws IOException {
        List<String> fields = new ArrayList<>(List.of(row.filename(), Integer.toString(row.length())));
        row.features().forEach(value -> fields.add(value.toString()));
        fields.add(row.label());
        line(fields);
    }

    private void line(List<String> fields) throws IOException {
        lines.append(Csv.line(fields)).append('\n');
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
