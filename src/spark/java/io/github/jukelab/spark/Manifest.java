package io.github.jukelab.spark;

import io.github.jukelab.Csv;
import io.github.jukelab.CsvException;
import io.github.jukelab.PathText;
import io.github.jukelab.audio.AudioFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Which sound files a table is made of. It is written first, as Parquet, so that a folder is listed once and no list of
 * all files is ever in the driver's memory.
 */
final class Manifest {

    private static final int CHUNK = 10_000;

    private final SparkSession spark;
    private final String folder;
    private final List<Row> chunk = new ArrayList<>();
    private SaveMode mode = SaveMode.Overwrite;

    private Manifest(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder.toString();
    }

    /**
     * Lists folders and files.
     *
     * @param inputs folders, files and globs, with their file system or on the default one
     * @param folder for the manifest; replaced
     * @return the files, at least one
     * @throws IOException if an input is missing or cannot be listed, there is no sound file, or two would have the same
     *     name in the table
     */
    static Dataset<Row> list(SparkSession spark, List<String> inputs, Path folder) throws IOException {
        Manifest manifest = new Manifest(spark, folder);
        for (String input : inputs) {
            manifest.addInput(new Path(input));
        }
        return manifest.written(String.join(", ", inputs));
    }

    /**
     * Reads a table of files: {@code path,bytes,label} and, if names shall not be those of the files, {@code filename}.
     *
     * @param file comma-separated values on any file system; paths in it may be relative to its folder
     * @param folder for the manifest; replaced
     * @return the files, at least one
     * @throws IOException if the table is invalid, with line and column, or as {@link #list}
     */
    static Dataset<Row> read(SparkSession spark, String file, Path folder) throws IOException {
        Manifest manifest = new Manifest(spark, folder);
        manifest.addTable(manifest.qualified(new Path(file)));
        return manifest.written(file);
    }

    private void addInput(Path input) throws IOException {
        FileSystem files = files(input);
        FileStatus[] found = files.globStatus(input);
        if (found == null || found.length == 0) {
            throw new FileNotFoundException(input + ": no such file or folder");
        }
        for (FileStatus status : found) {
            if (status.isFile()) {
                add(status, status.getPath().getName());
            } else {
                addFolder(files, status.getPath(), "");
            }
        }
    }

    /** Folder by folder: a listing of everything at once would not say which folders are hidden. */
    private void addFolder(FileSystem files, Path folder, String name) throws IOException {
        for (FileStatus status : files.listStatus(folder)) {
            String last = status.getPath().getName();
            String below = name.isEmpty() ? last : name + "/" + last;
            if (last.startsWith(".")) {
                continue;
            }
            if (status.isDirectory()) {
                addFolder(files, status.getPath(), below);
            } else if (AudioFiles.isAudioFile(last)) {
                add(status, below);
            }
        }
    }

    /** The first folder below the input is the label, as for a folder of classes; else the folder that has the file. */
    private void add(FileStatus status, String name) {
        String track = Normalizer.normalize(name, Normalizer.Form.NFC);
        int slash = track.indexOf('/');
        Path parent = status.getPath().getParent();
        String label =
                slash < 0 ? Normalizer.normalize(parent.getName(), Normalizer.Form.NFC) : track.substring(0, slash);
        add(new SoundEntry(status.getPath().toString(), status.getLen(), track, PathText.label(label)));
    }

    private void addTable(Path file) throws IOException {
        try (Csv table = Csv.of(file.toString(), files(file).open(file))) {
            int path = table.column("path");
            int bytes = table.column("bytes");
            int label = table.column("label");
            int filename = table.columns().contains("filename") ? table.column("filename") : -1;
            for (Optional<List<String>> row = table.next(); row.isPresent(); row = table.next()) {
                List<String> fields = row.get();
                Path sound = qualified(new Path(file.getParent(), filled(table, "path", fields.get(path))));
                String track = filename < 0 ? sound.getName() : filled(table, "filename", fields.get(filename));
                String known = filled(table, "label", fields.get(label));
                add(new SoundEntry(sound.toString(), bytes(table, fields.get(bytes)), track, known));
            }
        }
    }

    private static String filled(Csv table, String column, String text) throws CsvException {
        if (text.isBlank()) {
            throw table.invalid(column, "must not be empty");
        }
        return text;
    }

    private static long bytes(Csv table, String text) throws CsvException {
        if (!text.matches("\\d{1,18}")) {
            throw table.invalid("bytes", "must be a whole number, got '" + text + "'");
        }
        return Long.parseLong(text);
    }

    private FileSystem files(Path path) throws IOException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        return path.getFileSystem(hadoop);
    }

    private Path qualified(Path path) throws IOException {
        return files(path).makeQualified(path);
    }

    private void add(SoundEntry entry) {
        chunk.add(entry.toRow());
        if (chunk.size() == CHUNK) {
            flush();
        }
    }

    private void flush() {
        spark.createDataFrame(chunk, SoundEntry.SCHEMA).write().mode(mode).parquet(folder);
        chunk.clear();
        mode = SaveMode.Append;
    }

    /** A file that is listed twice counts once. */
    private Dataset<Row> written(String source) throws IOException {
        flush();
        Dataset<Row> files =
                spark.read().schema(SoundEntry.SCHEMA).parquet(folder).distinct();
        if (files.isEmpty()) {
            throw new IOException(source + ": no sound files");
        }
        List<Row> twice =
                files.groupBy("track").count().filter("count > 1").limit(1).collectAsList();
        if (!twice.isEmpty()) {
            throw new IOException(
                    "several files would be called " + twice.get(0).getString(0)
                            + " in the table: name the folder that has them all, or a manifest with the column filename");
        }
        return files;
    }
}
