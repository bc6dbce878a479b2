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
 * What was computed for a table, track by track: a hidden file beside the table, to which each finished track is added at
 * once. A run that was broken off loses nothing by it, and the next one computes only what is not here. Where it is
 * missing or was made with other settings, all is computed anew.
 *
 * <p>The first line holds the settings. Then there is a line per track: its stamp, a blank, and for each of its rows the
 * length and the features. What stands behind the last line end was not written to its end, and is dropped.
 */
final class Journal implements AutoCloseable {

    /** Where a line stands in the file. */
    private record Place(long offset, int length) {}

    private static final String ROW_END = ";";
    private static final String NUMBER_END = ",";

    private final Path path;
    private final RandomAccessFile file;
    private final Map<String, Place> places = new HashMap<>();
    private long end;

    private Journal(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens the journal of a table, for one run at a time.
     *
     * @param table its place
     * @param settings one line that names all that the numbers hang on beside the tracks
     */
    static Journal open(Path table, String settings) throws IOException {
        Path place = table.toAbsolutePath();
        Files.createDirectories(place.getParent());
        Path path = place.resolveSibling("." + place.getFileName() + ".journal");
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
        boolean free;
        try {
            free = file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false;
        }
        if (!free) {
            throw new IOException(table + ": another run is making this table");
        }
    }

    private void load(String settings) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new FileInputStream(file.getFD()), StandardCharsets.US_ASCII));
        String line = lines.readLine();
        if (settings.equals(line)) {
            while (line != null && end + line.length() < file.length()) {
                places.put(fingerprint(line), new Place(end, line.length()));
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

    boolean holds(String fingerprint) {
        return places.containsKey(fingerprint);
    }

    void add(String fingerprint, List<Row> rows) throws IOException {
        String line = fingerprint + ' ' + rows.stream().map(Journal::numbers).collect(Collectors.joining(ROW_END));
        places.put(fingerprint, new Place(end, line.length()));
        append(line);
    }

    private static String numbers(Row row) {
        return Stream.concat(Stream.of(row.length()), row.features().stream())
                .map(Number::toString)
                .collect(Collectors.joining(NUMBER_END));
    }

    /** The rows of a track that is here. */
    List<Row> rows(String fingerprint, IntFunction<String> filename, String label) throws IOException {
        Place place = places.get(fingerprint);
        byte[] line = new byte[place.length()];
        file.seek(place.offset());
        file.readFully(line);
        String[] texts = new String(line, StandardCharsets.US_ASCII)
                .substring(fingerprint.length() + 1)
                .split(ROW_END);
        List<Row> rows = new ArrayList<>();
        for (String text : texts) {
            rows.add(row(filename.apply(rows.size()), text.split(NUMBER_END), label));
        }
        return rows;
    }

    private Row row(String filename, String[] numbers, String label) throws IOException {
        try {
            List<Double> features =
                    Stream.of(numbers).skip(1).map(Double::valueOf).toList();
            return new Row(filename, Integer.parseInt(numbers[0]), features, label);
        } catch (IllegalArgumentException e) {
            throw new IOException(path + ": damaged; delete it and run again", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
