package io.github.jukelab.spark;

import io.github.jukelab.extraction.FeatureTableWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;

/**
 * A table from its manifest to its files: what earlier runs have not computed is computed batch by batch, then all rows
 * are sorted and written. A run that was killed goes on when it is started again.
 */
final class TableRun {

    private final SparkSession spark;
    private final TableSchema schema;
    private final Path folder;
    private final Batches batches;
    private final Dataset<Row> manifest;

    private TableRun(SparkSession spark, TableSchema schema, Path folder, Batches batches, Dataset<Row> manifest) {
        this.spark = spark;
        this.schema = schema;
        this.folder = folder;
        this.batches = batches;
        this.manifest = manifest;
    }

    /**
     * Opens the folder of a table.
     *
     * @param folder of this table alone: its name has the fingerprint of the settings
     * @param manifest the files
     * @throws IOException if the folder cannot be read or created
     */
    static TableRun open(SparkSession spark, TableSettings settings, Path folder, Dataset<Row> manifest)
            throws IOException {
        TableSchema schema = TableSchema.of(settings);
        Batches batches = Batches.open(spark, schema, new Path(folder, "batches"));
        return new TableRun(spark, schema, folder, batches, manifest);
    }

    /** Removes what is known of files that could not be used. */
    void forgetBad() throws IOException {
        batches.forgetBad();
    }

    /** How many files the manifest has. */
    long files() {
        return manifest.count();
    }

    /** The files that have no row. */
    Dataset<Row> missing() {
        return manifest.join(batches.rows().select(columns()), names(), "left_anti");
    }

    /** The rows of the files of the manifest. A file that was removed from it, or has changed, has none. */
    Dataset<Row> rows() {
        return batches.rows().join(manifest, names(), "left_semi");
    }

    private static Column[] columns() {
        return SoundEntry.COLUMNS.stream().map(functions::col).toArray(Column[]::new);
    }

    private static String[] names() {
        return SoundEntry.COLUMNS.toArray(String[]::new);
    }

    /**
     * Computes the rows of all files that have none.
     *
     * @param limit of the time for one file
     * @param cut bytes of a task, and tasks of a batch
     * @param mostBad the run stops when more files are bad
     * @param out told after each batch
     * @return whether all files have rows; else too many are bad
     * @throws IOException if the batches cannot be read
     */
    boolean compute(Duration limit, Cut cut, long mostBad, PrintWriter out) throws IOException {
        Dataset<Row> missing = missing();
        Row sums = missing.agg(functions.count("path"), functions.sum("bytes")).first();
        long bytes = sums.isNullAt(1) ? 0 : sums.getLong(1);
        BatchProgress progress = new BatchProgress(out, schema.settings().name(), sums.getLong(0), bytes);
        BatchRun batch = new BatchRun(batches, schema, work(limit));
        Iterator<Row> files = missing.sort("path").toLocalIterator();
        Iterator<SoundEntry> entries = stream(files).map(SoundEntry::of).iterator();
        TaskCutter tasks = cut.of(entries, bytes);
        long bad = bad();
        while (bad <= mostBad && tasks.hasNext()) {
            List<List<SoundEntry>> next = tasks.next();
            spark.sparkContext().setJobDescription(progress.next(next));
            int first = batches.next();
            batch.run(next);
            spark.sparkContext().setJobDescription("files without a row");
            bad += batches.bad(first);
            progress.done(next, bad);
        }
        return bad <= mostBad;
    }

    /**
     * How work is shared out.
     *
     * @param taskBytes of the files of a task
     * @param tasks of a batch
     */
    record Cut(long taskBytes, int tasks) {

        /** Smaller tasks where one batch has all files, so that all cores have work. */
        TaskCutter of(Iterator<SoundEntry> files, long bytes) {
            return new TaskCutter(files, Math.min(taskBytes, Math.max(1, bytes / tasks)), tasks);
        }
    }

    private FileRows work(Duration limit) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return new FileRows(schema.settings(), limit, context.broadcast(new SerializableConfiguration(hadoop)));
    }

    private static Stream<Row> stream(Iterator<Row> rows) {
        Iterable<Row> all = () -> rows;
        return StreamSupport.stream(all.spliterator(), false);
    }

    private long bad() {
        return rows().filter(functions.col("status").equalTo(TableSchema.BAD)).count();
    }

    /** Counts the rows in the table. */
    TableCounts counts() {
        spark.sparkContext().setJobDescription("count the rows");
        return TableCounts.of(rows());
    }

    /**
     * Writes all rows, sorted by path and segment: as Parquet, and those with values also as the file that one machine
     * would write.
     *
     * @return the CSV file
     * @throws IOException if it cannot be written
     */
    Path publish() throws IOException {
        spark.sparkContext().setJobDescription("write the table");
        Dataset<Row> sorted = rows().sort("path", "segment");
        sorted.write().mode(SaveMode.Overwrite).parquet(new Path(folder, "table").toString());
        Path file = new Path(folder, "table.csv");
        Path part = new Path(folder, "_table.csv.part");
        FileSystem files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
        try (FeatureTableWriter table = new FeatureTableWriter(files.create(part, true), schema.names())) {
            Iterator<Row> rows = sorted.filter(functions.col("status").equalTo(TableSchema.OK))
                    .toLocalIterator();
            while (rows.hasNext()) {
                Row row = rows.next();
                table.row(row.getAs("filename"), row.getAs("length"), schema.values(row), row.getAs("label"));
            }
        }
        files.delete(file, false);
        if (!files.rename(part, file)) {
            throw new IOException(part + " cannot be renamed to " + file);
        }
        return file;
    }
}
