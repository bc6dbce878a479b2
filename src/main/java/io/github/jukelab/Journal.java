package io.github.jukelab;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The finished pieces of a long work: a hidden file beside its output to which each piece is added at once. After an
 * interrupted run, the next one computes only what is not in the journal. If the journal is missing or has other
 * settings, all is computed again. Only one run has a journal at a time.
 *
 * <p>The first line has the settings. Then there is one line per piece: its key, a space, its text, a space, and a
 * checksum of all before. A line whose checksum does not fit is damaged and counts as missing. Text after the last line
 * end was not written completely and is dropped.
 */
public final class Journal implements AutoCloseable {

    /** The position of a line in the file. */
    private record Position(long offset, int length) {}

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

    /**
     * The place of a file's journal.
     *
     * @param output the file
     * @return a hidden file in the same folder
     */
    public static Path beside(OutputFile output) {
        Path target = output.target();
        return target.resolveSibling("." + target.getFileName() + ".journal");
    }

    /**
     * Opens the journal of a file, and waits while another run has it. That of a file that goes through a pipe or device
     * is kept until it is closed only.
     *
     * @param output the file's place
     * @param settings one line with everything the pieces depend on besides their keys
     * @param progress told when it has to wait
     * @return the journal, to be closed
     * @throws IOException if it cannot be read or written
     */
    public static Journal open(OutputFile output, String settings, Progress progress) throws IOException {
        return output.isStream()
                ? temporary(settings)
                : open(beside(output), true, output.target().getFileName(), settings, progress);
    }

    /**
     * Opens a journal at a place of its own, for work that writes several files, and waits while another run has it.
     *
     * @param path the journal
     * @param settings one line with everything the pieces depend on besides their keys
     * @param progress told when it has to wait
     * @return the journal, to be closed
     * @throws IOException if it cannot be read or written
     */
    public static Journal at(Path path, String settings, Progress progress) throws IOException {
        return open(path, true, path.toAbsolutePath().getParent().getFileName(), settings, progress);
    }

    /**
     * A journal that is deleted when it is closed.
     *
     * @param settings one line
     * @return the journal, to be closed
     * @throws IOException if it cannot be written
     */
    public static Journal temporary(String settings) throws IOException {
        Path path = Files.createTempFile("jukelab", ".journal");
        return open(path, false, path, settings, Progress.NONE);
    }

    private static Journal open(Path path, boolean kept, Object what, String settings, Progress progress)
            throws IOException {
        Journal journal = new Journal(path, kept, WriteLock.of(path, what, progress));
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
                key(line.get()).ifPresent(key -> positions.put(key, position));
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
    private static Optional<String> key(String line) {
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

    /**
     * Whether a piece is finished.
     *
     * @param key of the piece
     * @return true if its text is here
     */
    public boolean contains(String key) {
        return positions.containsKey(key);
    }

    /**
     * Stores a finished piece.
     *
     * @param key what it is of, in ASCII, on one line
     * @param text in ASCII, without spaces and line ends
     * @throws IOException if it cannot be written
     */
    public void add(String key, String text) throws IOException {
        String fields = key + FIELD_SEPARATOR + text;
        String line = fields + FIELD_SEPARATOR + checksum(fields);
        positions.put(key, new Position(end, line.length()));
        append(line);
    }

    /**
     * The text of a finished piece.
     *
     * @param key of a piece that is {@linkplain #contains here}
     * @return as it was stored
     * @throws IOException if it cannot be read
     */
    public String text(String key) throws IOException {
        Position position = positions.get(key);
        byte[] line = new byte[position.length()];
        file.seek(position.offset());
        file.readFully(line);
        String fields = new String(line, StandardCharsets.US_ASCII).substring(key.length() + 1);
        return fields.substring(0, fields.indexOf(FIELD_SEPARATOR));
    }

    @Override
    public void close() throws IOException {
        lock.close();
        if (!kept) {
            Files.delete(path);
        }
    }

    @Override
    public String toString() {
        return "Journal[" + positions.size() + " pieces, in " + path + "]";
    }
}
