package io.github.jukelab.extraction;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.CsvException;
import io.github.jukelab.Require;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segment;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.feature.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The features of many tracks or segments, one row each: filename, length, features, label. The features are those of
 * the published GTZAN tables, 57, or {@link MelStatistics}. Immutable.
 *
 * <p>The columns, their order and their types are fixed. A file that does not have them causes a {@link
 * CsvException} with line and column. Numbers are written so that reading gives the same doubles.
 *
 * <pre>{@code
 * FeatureExtraction.of(Preset.KAGGLE_2020).into(csv, List.of(folder), progress);
 * FeatureTable table = FeatureTable.read(csv, Gtzan.INFO.labels());
 * }</pre>
 *
 * <p>Notebook: 02-feature-tables
 */
public final class FeatureTable {

    /** The names of the 57 features of the published tables, in order. */
    public static final List<String> FEATURES = Preset.LIBROSA.names();

    /** The names of the 60 columns, in order: filename, length, {@link #FEATURES}, label. */
    public static final List<String> COLUMNS = columns(FEATURES);

    /**
     * One track or segment.
     *
     * @param filename the key, unique in a table
     * @param length samples, at least 1
     * @param features finite values, in the order of {@link FeatureTable#features}
     * @param label its class
     */
    public record Row(String filename, int length, List<Double> features, String label) {

        /**
         * Checks the values.
         *
         * @param filename not empty
         * @param length samples, at least 1
         * @param features finite values
         * @param label not empty
         * @throws IllegalArgumentException if a value is invalid
         */
        public Row {
            features = List.copyOf(features);
            if (filename.isEmpty() || label.isEmpty()) {
                throw new IllegalArgumentException(
                        "filename and label must not be empty, got '" + filename + "' and '" + label + "'");
            }
            Require.atLeast("length", 1, length);
            for (double value : features) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("features must be finite numbers, got " + value);
                }
            }
        }

        /**
         * The row of a track or segment.
         *
         * @param filename the key
         * @param length samples, at least 1
         * @param features its features
         * @param label its class
         * @return the row
         * @throws IllegalArgumentException if filename or label is empty, or a feature is not finite
         */
        public static Row of(String filename, int length, FeatureRow features, String label) {
            double[] values = features.values();
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    throw new IllegalArgumentException(
                            features.names().get(i) + " must be a finite number, got " + values[i]);
                }
            }
            return new Row(filename, length, DoubleStream.of(values).boxed().toList(), label);
        }
    }

    private final List<String> features;
    private final List<Row> rows;

    private FeatureTable(List<String> features, List<Row> rows) {
        this.features = features;
        this.rows = rows;
    }

    /**
     * A table of rows with the features of the published tables.
     *
     * @param rows at least one, with unique filenames
     * @return the table
     * @throws IllegalArgumentException as {@link #of(List, List)}
     */
    public static FeatureTable of(List<Row> rows) {
        return of(FEATURES, rows);
    }

    /**
     * A table of rows.
     *
     * @param features their names, unique, such as {@code MelStatistics.DEFAULT.names()}
     * @param rows at least one, with unique filenames and one value per feature
     * @return the table
     * @throws IllegalArgumentException if there is no row, a filename is not unique, or a row has too few or too many
     *     features
     */
    public static FeatureTable of(List<String> features, List<Row> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a feature table must have at least one row, got none");
        }
        Require.unique("filename", rows.stream().map(Row::filename).toList());
        for (Row row : rows) {
            if (row.features().size() != features.size()) {
                throw new IllegalArgumentException("a row must have " + features.size() + " features, got "
                        + row.features().size() + " of " + row.filename());
            }
        }
        return new FeatureTable(List.copyOf(features), List.copyOf(rows));
    }

    /**
     * Reads a table with any labels. Blanks around a label, also no-break spaces, do not belong to it.
     *
     * @param file comma-separated values in UTF-8, with a header
     * @return the table
     * @throws CsvException if a column is missing, unknown or out of order, there is no row, a value is missing, not a
     *     number or not finite, or a filename is not unique
     * @throws IOException if the file cannot be read
     */
    public static FeatureTable read(Path file) throws IOException {
        return FeatureTableReader.read(file, Optional.empty());
    }

    /**
     * Reads a table with given labels.
     *
     * @param file comma-separated values in UTF-8, with a header
     * @param labels the allowed labels
     * @return the table
     * @throws CsvException if the file is invalid, as for {@link #read(Path)}, or has another label
     * @throws IOException if the file cannot be read
     */
    public static FeatureTable read(Path file, List<String> labels) throws IOException {
        return FeatureTableReader.read(file, Optional.of(labels));
    }

    /**
     * Whether a file is a feature table, by its header.
     *
     * @param file any file
     * @return whether it has the columns of one
     * @throws IOException if the file cannot be read
     */
    public static boolean isTable(Path file) throws IOException {
        return FeatureTableReader.hasHeader(file);
    }

    /**
     * Writes the table; the file is replaced only when it is complete.
     *
     * @param file comma-separated values in UTF-8, with a header; replaced if it exists, its folder created if missing
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, part -> {
            try (FeatureTableWriter out = new FeatureTableWriter(Files.newOutputStream(part), features)) {
                for (Row row : rows) {
                    out.row(row);
                }
            }
        });
    }

    static List<String> columns(List<String> features) {
        return Stream.of(List.of("filename", "length"), features, List.of("label"))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The names of the features.
     *
     * @return unique, in the order of a row's values
     */
    public List<String> features() {
        return features;
    }

    /**
     * The rows.
     *
     * @return in the order of the file
     */
    public List<Row> rows() {
        return rows;
    }

    /**
     * Joins this table with a data set. A row belongs to the track whose path ends with the row's filename, including
     * its folders and without the extension. Otherwise a number before the extension, as in {@code blues.00000.3.wav},
     * is that of a segment.
     *
     * @param dataset has the track of every row
     * @return filename → track or segment, in the order of the rows
     * @throws IllegalArgumentException if a row matches no track or several, or has another label than its track
     */
    public Map<String, Segment> segments(Dataset dataset) {
        return TableJoin.of(this, dataset);
    }

    @Override
    public String toString() {
        long labels = rows.stream().map(Row::label).distinct().count();
        return "FeatureTable[" + rows.size() + " rows, " + features.size() + " features, " + labels + " labels]";
    }
}
