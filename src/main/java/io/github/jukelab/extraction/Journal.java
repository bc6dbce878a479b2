package io.github.jukelab.extraction;

import io.github.jukelab.Crc32;
import io.github.jukelab.OutputFile;
import io.github.jukelab.Progress;
import io.github.jukelab.Reasons;
import io.github.jukelab.WriteLock;
import io.github.jukelab.extraction.FeatureTable.Row;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The computed rows of a table: a hidden file beside the table to which each finished track is added at once. After an
 * interrupted run, the next one computes only the tracks that are not in the journal. If the journal is missing or has
 * other settings, all tracks are computed again. Only one run has a journal at a time.
 *
 * <p>The first line has the settings. Then there is one line per track: its fingerprint, a space, for each of its rows
 * the length and the features, a space, and a checksum of all before. A line whose checksum does not fit is damaged and
 * counts as missing. Text after the last line end was not written completely and is dropped.
 */
final class Journal implements AutoCloseable {

    /** The position of a line in the file. */
    private record Position(long offset, int length) {}

    private static final String ROW_SEPARATOR = ";";
    private static final String NUMBER_SEPARATOR = ",";
    private static final char FIELD_SEPARATOR = ' ';

    private final Path path;
    private final boolean kept;
    private final WriteLock lock;
    private final RandomAccessFile file;
    private final Map<String, Position> positions = new HashMap<>();
    private long end;

    private Journal(Path path, boolean kept, WriteLock lock) {
        this.path = path;
        this.kept = kept;
        this.lock = lock;
        this.file = lock.file();
    }

    /** The journal's name. */
    static Path beside(OutputFile table) {
        Path target = table.target();
        return target.resolveSibling("." + target.getFileName() + ".journal");
    }

    /**
     * Opens the journal of a table, and waits while another run has it. That of a table that goes through a pipe or
     * device is kept until it is closed only.
     *
     * @param table the table's place
     * @param settings one line with everything the rows depend on besides the tracks
     * @param progress told when it has to wait
     */
    static Journal open(OutputFile table, String settings, Progress progress) throws IOException {
        boolean kept = !table.isStream();
        Path path = kept ? beside(table) : Files.createTempFile("jukelab", ".journal");
        Journal journal =
                new Journal(path, kept, WriteLock.of(path, table.target().getFileName(), progress));
        try {
            journal.load(settings);
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private void load(String settings) throws IOException {
        InputStream bytes = new BufferedInputStream(new FileInputStream(file.getFD()));
        Optional<String> line = line(bytes);
        if (line.equals(Optional.of(settings))) {
            while (line.isPresent()) {
                Position position = new Position(end, line.get().length());
                fingerprint(line.get()).ifPresent(fingerprint -> positions.put(fingerprint, position));
                end += position.length() + 1;
                line = line(bytes);
            }
        }
        file.setLength(end);
        if (end == 0) {
            append(settings);
        }
    }

    /** The next line, a character per byte; empty if there is none with a line end. */
    private static Optional<String> line(InputStream bytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = bytes.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = bytes.read();
        }
        return next < 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.ISO_8859_1));
    }

    /** Empty if the line is damaged. */
    private static Optional<String> fingerprint(String line) {
        int last = line.lastIndexOf(FIELD_SEPARATOR);
        String fields = line.substring(0, Math.max(0, last));
        boolean whole = line.substring(last + 1).equals(checksum(fields));
        return whole ? Optional.of(fields.substring(0, fields.lastIndexOf(FIELD_SEPARATOR))) : Optional.empty();
    }

    private static String checksum(String text) {
        return Crc32.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void append(String line) throws IOException {
        try {
            file.seek(end);
            file.write((line + '\n').getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IOException(path + ": cannot be written: " + Reasons.of(e), e);
        }
        end += line.length() + 1;
    }

    boolean contains(String fingerprint) {
        return positions.containsKey(fingerprint);
    }

    void add(String fingerprint, List<Row> rows) throws IOException {
        String numbers = rows.stream().map(Journal::numbers).collect(Collectors.joining(ROW_SEPARATOR));
        String fields = fingerprint + FIELD_SEPARATOR + numbers;
        String line = fields + FIELD_SEPARATOR + checksum(fields);
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
        String fields = new String(line, StandardCharsets.US_ASCII).substring(fingerprint.length() + 1);
        List<Row> rows = new ArrayList<>();
        for (String text : fields.substring(0, fields.indexOf(FIELD_SEPARATOR)).split(ROW_SEPARATOR)) {
            rows.add(row(filename.apply(rows.size()), text.split(NUMBER_SEPARATOR), label));
        }
        return rows;
    }

    private static Row row(String filename, String[] numbers, String label) {
        List<Double> features = Stream.of(numbers).skip(1).map(Double::valueOf).toList();
        return new Row(filename, Integer.parseInt(numbers[0]), features, label);
    }

    @Override
    public void close() throws IOException {
        lock.close();
        if (!kept) {
            Files.delete(path);
        }
    }
}
