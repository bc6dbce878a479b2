package io.github.jukelab.extraction;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Csv;
import io.github.jukelab.CsvException;
import io.github.jukelab.Require;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segment;
import io.github.jukelab.feature.FeatureRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The features of many tracks or segments, one row each, with the columns of the published GTZAN tables: filename,
 * length, 57 features, label. Immutable.
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

    /** The names of the 57 features, in order. */
    public static final List<String> FEATURES = features();

    /** The names of the 60 columns, in order: filename, length, {@link #FEATURES}, label. */
    public static final List<String> COLUMNS = Stream.of(List.of("filename", "length"), FEATURES, List.of("label"))
            .flatMap(List::stream)
            .toList();

    /**
     * One track or segment.
     *
     * @param filename the key, unique in a table
     * @param length samples, at least 1
     * @param features 57 finite values, in the order of {@link #FEATURES}
     * @param label its class
     */
    public record Row(String filename, int length, List<Double> features, String label) {

        /**
         * Checks the values.
         *
         * @param filename not empty
         * @param length samples, at least 1
         * @param features 57 finite values
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
            if (features.size() != FEATURES.size()) {
                throw new IllegalArgumentException(
                        "a row must have " + FEATURES.size() + " features, got " + features.size());
            }
            for (int i = 0; i < features.size(); i++) {
                if (!Double.isFinite(features.get(i))) {
                    throw new IllegalArgumentException(
                            FEATURES.get(i) + " must be a finite number, got " + features.get(i));
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
         * @throws IllegalArgumentException if filename or label is empty, or a feature is missing or not finite
         */
        public static Row of(String filename, int length, FeatureRow features, String label) {
            List<Double> values = FEATURES.stream().map(features::value).toList();
            return new Row(filename, length, values, label);
        }
    }

    private final List<Row> rows;

    private FeatureTable(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * A table of rows.
     *
     * @param rows at least one, with unique filenames
     * @return the table
     * @throws IllegalArgumentException if there is no row, or a filename is not unique
     */
    public static FeatureTable of(List<Row> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a feature table must have at least one row, got none");
        }
        Require.unique("filename", rows.stream().map(Row::filename).toList());
        return new FeatureTable(List.copyOf(rows));
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
        return Csv.hasHeader(file, COLUMNS);
    }

    /**
     * Writes the table; the file is replaced only when it is complete.
     *
     * @param file comma-separated values in UTF-8, with a header; replaced if it exists, its folder created if missing
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, part -> {
            try (FeatureTableWriter out = new FeatureTableWriter(part)) {
                for (Row row : rows) {
                    out.row(row);
                }
            }
        });
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

    private static List<String> features() {
        Stream<String> framewise = Stream.of(
                "chroma_stft",
                "rms",
                "spectral_centroid",
                "spectral_bandwidth",
                "rolloff",
                "zero_crossing_rate",
                "harmony",
                "perceptr");
        Stream<String> mfcc = IntStream.rangeClosed(1, 20).mapToObj(k -> "mfcc" + k);
        return Stream.of(moments(framewise), Stream.of("tempo"), moments(mfcc))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<String> moments(Stream<String> names) {
        return names.flatMap(name -> Stream.of(name + "_mean", name + "_var"));
    }

    @Override
    public String toString() {
        long labels = rows.stream().map(Row::label).distinct().count();
        return "FeatureTable[" + rows.size() + " rows, " + FEATURES.size() + " features, " + labels + " labels]";
    }
}
