package io.github.jukelab.spark;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rows that are there, batch by batch. A batch is one write of Spark, which is there as a whole or not at all, in a
 * folder of its own: {@code batch=000007/status=ok/part-….parquet}. Rows of files that were used, and of those that were
 * not, are apart.
 */
final class Batches {

    /** Written by each attempt of a batch, whether or not it comes to its end, so no number is used twice. */
    private static final Pattern NAME = Pattern.compile("batch=(\\d+)");

    /** How the folders of batches begin, which Spark takes for a column. */
    static final String FOLDER = "batch";

    private final SparkSession spark;
    private final TableSchema schema;
    private final Path folder;
    private int next;

    private Batches(SparkSession spark, TableSchema schema, Path folder, int next) {
        this.spark = spark;
        this.schema = schema;
        this.folder = folder;
        this.next = next;
    }

    /**
     * Opens the batches of earlier runs.
     *
     * @param folder of the batches; created if missing
     * @throws IOException if it cannot be listed or created
     */
    static Batches open(SparkSession spark, TableSchema schema, Path folder) throws IOException {
        FileSystem files = files(spark, folder);
        files.mkdirs(folder);
        int next = 0;
        for (FileStatus status : files.listStatus(folder)) {
            Matcher name = NAME.matcher(status.getPath().getName());
            next = name.matches() ? Math.max(next, Integer.parseInt(name.group(1)) + 1) : next;
        }
        return new Batches(spark, schema, folder, next);
    }

    private static FileSystem files(SparkSession spark, Path folder) throws IOException {
        return folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
    }

    /** Removes the rows of files that could not be used, so that these are read once more. */
    void forgetBad() throws IOException {
        FileSystem files = files(spark, folder);
        FileStatus[] found = files.globStatus(new Path(folder, "batch=*/status=" + TableSchema.BAD));
        for (FileStatus status : found == null ? new FileStatus[0] : found) {
            files.delete(status.getPath(), true);
        }
    }

    /** All rows. Batches that are written later are not among them. */
    Dataset<Row> rows() {
        return spark.read()
                .schema(schema.rows())
                .option("basePath", folder.toString())
                .parquet(folder.toString())
                .drop(FOLDER);
    }

    /** Computes the rows of tasks, and writes them as one batch. */
    void compute(List<List<SoundEntry>> tasks, FileRows work) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        write(spark.createDataFrame(context.parallelize(tasks, tasks.size()).flatMap(work), schema.rows()));
    }

    /** Writes a row as a batch. */
    void add(Row row) {
        write(spark.createDataFrame(List.of(row), schema.rows()));
    }

    private void write(Dataset<Row> rows) {
        rows.write().partitionBy("status").parquet(batch(next++).toString());
    }

    private Path batch(int number) {
        return new Path(folder, String.format(Locale.ROOT, "batch=%06d", number));
    }

    /** The number of the batch that is written next. */
    int next() {
        return next;
    }

    /** How many files could not be used, in the batches from a number on. */
    long bad(int from) throws IOException {
        long bad = 0;
        for (int number = from; number < next; number++) {
            Path place = new Path(batch(number), "status=" + TableSchema.BAD);
            if (files(spark, place).exists(place)) {
                bad += spark.read().parquet(place.toString()).count();
            }
        }
        return bad;
    }
}
