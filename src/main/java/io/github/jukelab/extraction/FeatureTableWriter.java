package io.github.jukelab.extraction;

import io.github.jukelab.Csv;
import io.github.jukelab.extraction.FeatureTable.Row;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a feature table row by row, wherever it is kept, so that tables of any size need no memory. Equal rows give
 * equal bytes.
 */
public final class FeatureTableWriter implements Closeable {

    private final BufferedWriter lines;

    /**
     * Writes the header.
     *
     * @param out receives the table in UTF-8; closed with this writer
     * @param features their names, in the order of the values of rows
     * @throws IOException if it cannot be written
     */
    public FeatureTableWriter(OutputStream out, List<String> features) throws IOException {
        lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
        line(FeatureTable.columns(features));
    }

    /**
     * Writes a row.
     *
     * @param row has one value per feature
     * @throws IOException if it cannot be written, or has a character that UTF-8 does not have
     */
    public void row(Row row) throws IOException {
        row(row.filename(), row.length(), row.features(), row.label());
    }

    /**
     * Writes a row whose values need not be numbers, such as a label that was predicted.
     *
     * @param filename the key
     * @param length samples
     * @param values one per column between length and label
     * @param label its class
     * @throws IOException as {@link #row(Row)}
     */
    public void row(String filename, int length, List<?> values, String label) throws IOException {
        List<String> fields = new ArrayList<>(List.of(filename, Integer.toString(length)));
        values.forEach(value -> fields.add(value.toString()));
        fields.add(label);
        line(fields);
    }

    private void line(List<String> fields) throws IOException {
        lines.append(Csv.line(fields)).append('\n');
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    @Override
    public String toString() {
        return "FeatureTableWriter";
    }
}
