package io.github.jukelab.spark;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.FileWork;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.extraction.TrackRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The rows of the files of a task; what executors do. A file that cannot be used becomes a row with the reason. An {@link
 * Error}, such as lack of memory, ends the executor: {@link BatchRun} finds out which file did that.
 */
final class FileRows implements FlatMapFunction<List<SoundEntry>, Row> {

    private static final long serialVersionUID = 1;

    /** The problem of a file that took too long. */
    private static final String TIME = "TIME_LIMIT";

    private final TableSettings settings;
    private final Duration limit;
    private final Broadcast<SerializableConfiguration> hadoop;

    /**
     * For tasks that are sent to executors.
     *
     * @param settings of the table
     * @param limit of the time for one file
     * @param hadoop the settings of file systems, which executors do not have of their own
     */
    FileRows(TableSettings settings, Duration limit, Broadcast<SerializableConfiguration> hadoop) {
        this.settings = settings;
        this.limit = limit;
        this.hadoop = hadoop;
    }

    /** Rows are computed when they are asked for, so that those of one file at a time are in memory. */
    @Override
    public Iterator<Row> call(List<SoundEntry> files) {
        Path folder = folder();
        TableSchema schema = TableSchema.of(settings);
        return files.stream()
                .flatMap(file -> rows(file, schema, folder).stream())
                .iterator();
    }

    /**
     * The folder of this JVM alone: an executor's is its container's, that of {@code local} mode is removed at the end.
     * FFmpeg's libraries are unpacked there, since the home of a container's user may be missing or shared.
     */
    private static Path folder() {
        Path folder = Path.of(SparkFiles.getRootDirectory()).toAbsolutePath();
        setDefault("org.bytedeco.javacpp.cachedir", folder.resolve("javacpp").toString());
        setDefault("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        setDefault("io.github.jukelab.ffmpeg.quiet", "true");
        return folder;
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private List<Row> rows(SoundEntry file, TableSchema schema, Path folder) {
        try {
            return TimeLimit.run(
                    limit,
                    () -> rows(
                            file,
                            schema,
                            LocalCopy.of(file.path(), hadoop.value().value(), folder)));
        } catch (AudioException e) {
            return List.of(schema.bad(file, e.problem().name(), e.reason()));
        } catch (TimeoutException e) {
            return List.of(schema.bad(file, TIME, "took longer than " + limit.toSeconds() + " s"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Progress.checkInterrupted();
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException(file.path() + ": " + e.getMessage(), e));
        }
    }

    private List<Row> rows(SoundEntry file, TableSchema schema, LocalCopy copy) throws IOException {
        try (copy) {
            TrackRows track = track(file, copy);
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < track.rows().size(); i++) {
                rows.add(schema.ok(file, i, track.rows().get(i), copy.checksum(), track.warnings()));
            }
            return rows;
        }
    }

    private TrackRows track(SoundEntry file, LocalCopy copy) throws AudioException {
        try {
            return settings.rows(copy, file.track(), file.label());
        } catch (RuntimeException e) {
            throw FileWork.unusable(copy.file(), e);
        }
    }
}
