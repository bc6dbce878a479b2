package io.github.jukelab.spark;

import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.provenance.Build;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of the Parquet table: those of the manifest, what became of the file, and the {@linkplain
 * TableSettings#columns values}. A file that was used has a row per track or segment; one that was not has a single row,
 * whose values are null. {@code docs/scale.md} describes each column.
 *
 * @param settings of the table
 * @param rows the columns, in order
 */
record TableSchema(TableSettings settings, StructType rows) {

    static final String OK = "ok";
    static final String BAD = "bad";

    /** What every table has, before its values. */
    private static final StructType FIRST = SoundEntry.SCHEMA
            .add("segment", DataTypes.IntegerType, false)
            .add("filename", DataTypes.StringType)
            .add("checksum", DataTypes.StringType)
            .add("length", DataTypes.IntegerType)
            .add("duration", DataTypes.DoubleType)
            .add("rate", DataTypes.IntegerType, false)
            .add("problem", DataTypes.StringType)
            .add("error", DataTypes.StringType)
            .add("warnings", DataTypes.createArrayType(DataTypes.StringType))
            .add("version", DataTypes.StringType, false)
            .add("settings", DataTypes.StringType, false);

    private static final int FIRST_VALUE = FIRST.size();

    private static final String STATUS = "status";

    /** The names that no value may have: the columns of every table, and the folders of {@link Batches}. */
    static final List<String> NAMES = Stream.concat(Stream.of(FIRST.fieldNames()), Stream.of(STATUS, Batches.FOLDER))
            .toList();

    static TableSchema of(TableSettings settings) {
        StructType columns = FIRST;
        for (StructField value : settings.columns().fields()) {
            columns = columns.add(value);
        }
        return new TableSchema(settings, columns.add(STATUS, DataTypes.StringType, false));
    }

    Row ok(SoundEntry file, int segment, FeatureTable.Row row, String checksum, List<String> warnings) {
        double seconds = (double) row.length() / settings.rate();
        List<Object> values = new ArrayList<>(Arrays.asList(
                file.path(),
                file.bytes(),
                file.track(),
                file.label(),
                segment,
                row.filename(),
                checksum,
                row.length(),
                seconds,
                settings.rate(),
                null,
                null,
                warnings.toArray(new String[0]),
                version(),
                settings.fingerprint()));
        values.addAll(settings.values(row.features()));
        values.add(OK);
        return RowFactory.create(values.toArray());
    }

    Row bad(SoundEntry file, String problem, String reason) {
        Object[] values = new Object[rows.size()];
        List<Object> known = Arrays.asList(
                file.path(),
                file.bytes(),
                file.track(),
                file.label(),
                0,
                null,
                null,
                null,
                null,
                settings.rate(),
                problem,
                reason,
                null,
                version(),
                settings.fingerprint());
        System.arraycopy(known.toArray(), 0, values, 0, FIRST_VALUE);
        values[rows.size() - 1] = BAD;
        return RowFactory.create(values);
    }

    private static String version() {
        return Build.current().toString();
    }

    /** The names of the values. */
    List<String> names() {
        return List.of(settings.columns().fieldNames());
    }

    /** The values of a row that is {@link #OK}. */
    List<Object> values(Row row) {
        return IntStream.range(FIRST_VALUE, rows.size() - 1).mapToObj(row::get).toList();
    }
}
