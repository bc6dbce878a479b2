package io.github.jukelab.extraction;

import io.github.jukelab.extraction.FeatureTable.Row;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The computed rows of a table: a hidden file beside the table to which each finished track is added at once. After an
 * interrupted run, the next one computes only the tracks that are not in the journal. If the journal is missing or has
 * other settings, all tracks are computed again.
 *
 * <p>The first line has the settings. Then there is one line per track: its fingerprint, a space, and for each of its
 * rows the length and the features. Text after the last line end was not written completely and is dropped.
 */
final class Journal implements AutoCloseable {

    /** The position of a line in the file. */
    private record Position(long offset, int length) {}

    private static final String ROW_SEPARATOR = ";";
    private static final String NUMBER_SEPARATOR = ",";

    private final Path path;
    private final RandomAccessFile file;
    private final Map<String, Position> positions = new HashMap<>();
    private long end;

    private Journal(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens and locks the journal of a table.
     *
     * @param table the table's path
     * @param settings one line with everything the rows depend on besides the tracks
     */
    static Journal open(Path table, String settings) throws IOException {
        Path absolute = table.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path path = absolute.resolveSibling("." + absolute.getFileName() + ".journal");
        Journal journal = new Journal(path, new RandomAccessFile(path.toFile(), "rw"));
        try {
            journal.lock(table);
            journal.load(settings);
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private void lock(Path table) throws IOException {
        boolean locked;
        try {
            locked = file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        }
        if (!locked) {
            throw new IOException(table + ": another run is writing this table");
        }
    }

    private void load(String settings) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new FileInputStream(file.getFD()), StandardCharsets.US_ASCII));
        String line = lines.readLine();
        if (settings.equals(line)) {
            while (line != null && end + line.length() < file.length()) {
                positions.put(fingerprint(line), new Position(end, line.length()));
                end += line.length() + 1;
                line = lines.readLine();
            }
        }
        file.setLength(end);
        if (end == 0) {
            append(settings);
        }
    }

    private static String fingerprint(String line) {
        return line.substring(0, Math.max(0, line.lastIndexOf(' ')));
    }

    private void append(String line) throws IOException {
        file.seek(end);
        file.write((line + '\n').getBytes(StandardCharsets.US_ASCII));
        end += line.length() + 1;
    }

    boolean contains(String fingerprint) {
        return positions.containsKey(fingerprint);
    }

    void add(String fingerprint, List<Row> rows) throws IOException {
        String line =
                fingerprint + ' ' + rows.stream().map(Journal::numbers).collect(Collectors.joining(ROW_SEPARATOR));
        positions.put(fingerprint, new Position(end, line.length()));
        append(line);
    }

    private static String numbers(Row row) {
        return Stream.concat(Stream.of(row.length()), row.features().stream())
                .map(Number::toString)
                .collect(Collectors.joining(NUMBER_SEPARATOR));
    }

    /** The rows of a track in the journal. */
    List<Row> rows(String fingerprint, IntFunction<String> filename, String label) throws IOException {
        Position position = positions.get(fingerprint);
        byte[] line = new byte[position.length()];
        file.seek(position.offset());
        file.readFully(line);
        String[] texts = new String(line, StandardCharsets.US_ASCII)
                .substring(fingerprint.length() + 1)
                .split(ROW_SEPARATOR);
        List<Row> rows = new ArrayList<>();
        for (String text : texts) {
            rows.add(row(filename.apply(rows.size()), text.split(NUMBER_SEPARATOR), label));
        }
        return rows;
    }

    private Row row(String filename, String[] numbers, String label) throws IOException {
        try {
            List<Double> features =
                    Stream.of(numbers).skip(1).map(Double::valueOf).toList();
            return new Row(filename, Integer.parseInt(numbers[0]), features, label);
        } catch (IllegalArgumentException e) {
            throw new IOException(path + ": is damaged; delete it and run again", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
