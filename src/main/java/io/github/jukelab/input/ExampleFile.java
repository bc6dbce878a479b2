package io.github.jukelab.input;

import io.github.jukelab.Progress;
import io.github.jukelab.WriteLock;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Rows of floats in a file, all of the same length: written once from first to last, then read in any order. A finished
 * file also says what its rows are of, and has a checksum of all its bytes. Numbers are little endian:
 *
 * <pre>
 * "jukeex01", int columns, int 0                    16 bytes
 * float[rows * columns]                             the rows
 * the index                                         as it was given to {@link #finish}
 * int rows, int bytes of the index, long CRC-32     16 bytes; the checksum is of all before it
 * </pre>
 *
 * <p>It is neither mapped into memory nor a channel. The pages of a map count as memory of the process, a file that
 * somebody shortens would end the process, and an interrupt closes a channel. A map would save 8 of 17 microseconds for
 * a window of 66 kB, a thousandth of a training step.
 */
final class ExampleFile implements Closeable {

    /** A file is not finished, is of another kind, or is not as it was written. */
    static final class DamagedException extends IOException {

        private static final long serialVersionUID = 1;

        private DamagedException(String reason) {
            super(reason);
        }
    }

    /** What the names of files begin with that are still written, as those of {@link io.github.jukelab.AtomicFile}. */
    static final String PART = ".part-";

    private static final byte[] MAGIC = "jukeex01".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 16;
    private static final int FOOTER = 16;
    private static final int BLOCK = 1 << 20;

    private final int columns;
    private final ByteBuffer row;
    private final CRC32 checksum = new CRC32();
    private Path path;
    private Closeable owner;
    private RandomAccessFile file;
    private int rows;

    private ExampleFile(Path path, Closeable owner, RandomAccessFile file, int columns) {
        this.path = path;
        this.owner = owner;
        this.file = file;
        this.columns = columns;
        this.row = littleEndian(new byte[columns * Float.BYTES]);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * A new file that only this program reads. Where the system allows it, it has no name; elsewhere it is deleted at
     * exit.
     */
    static ExampleFile temporary(Path folder, int columns) throws IOException {
        Path path = part(folder);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        ExampleFile created = new ExampleFile(path, file, file, columns);
        created.removeName();
        created.writeHeader();
        return created;
    }

    /** A new file that can be {@linkplain #moveTo kept}. It is locked, so that others know that it is being written. */
    static ExampleFile create(Path folder, int columns) throws IOException {
        Path path = part(folder);
        WriteLock lock = WriteLock.attempt(path).orElseThrow(() -> new IOException(path + ": is locked"));
        ExampleFile created = new ExampleFile(path, lock, lock.file(), columns);
        created.writeHeader();
        return created;
    }

    private static Path part(Path folder) throws IOException {
        return Files.createDirectories(folder).resolve(PART + UUID.randomUUID());
    }

    /**
     * Opens a finished file and reads all of it once, to check it.
     *
     * @throws DamagedException if it is not whole, or has rows of another length
     */
    static ExampleFile open(Path path, int columns, Progress progress) throws IOException {
        ExampleFile opened = reopened(path, columns);
        try {
            opened.verify(progress);
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static ExampleFile reopened(Path path, int columns) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        return new ExampleFile(path, file, file, columns);
    }

    private void writeHeader() throws IOException {
        write(header());
    }

    private ByteBuffer header() {
        return littleEndian(new byte[HEADER]).put(MAGIC).putInt(columns).putInt(0);
    }

    private void write(ByteBuffer bytes) throws IOException {
        file.write(bytes.array());
        checksum.update(bytes.array());
    }

    /** Adds a row; if that fails, no other can be added. */
    void append(float[] values) throws IOException {
        row.asFloatBuffer().put(values);
        file.seek(offset(rows));
        write(row);
        rows++;
    }

    private long offset(int index) {
        return HEADER + (long) index * row.capacity();
    }

    void read(int index, float[] target) throws IOException {
        file.seek(offset(index));
        file.readFully(row.array());
        row.asFloatBuffer().get(target, 0, columns);
    }

    int rows() {
        return rows;
    }

    /** Writes index and checksum, and waits until all of the file is on the disk. */
    void finish(byte[] index) throws IOException {
        file.seek(offset(rows));
        write(ByteBuffer.wrap(index));
        ByteBuffer footer = littleEndian(new byte[FOOTER]).putInt(rows).putInt(index.length);
        checksum.update(footer.array(), 0, footer.position());
        file.write(footer.putLong(checksum.getValue()).array());
        file.getFD().sync();
    }

    /** Gives a finished file its name, in place of any other, and goes on reading it. */
    void moveTo(Path target) throws IOException {
        close(); // an open file cannot be moved everywhere
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
            path = target;
        } finally {
            file = new RandomAccessFile(path.toFile(), "r");
            owner = file;
        }
    }

    /** Deletes the file; where the system allows it, it can still be read. */
    void removeName() throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.deleteIfExists(path);
        } else {
            path.toFile().deleteOnExit();
        }
    }

    /** The index of a finished file. */
    byte[] index() throws IOException {
        byte[] index = new byte[(int) (file.length() - FOOTER - offset(rows))];
        file.seek(offset(rows));
        file.readFully(index);
        return index;
    }

    private void verify(Progress progress) throws IOException {
        long length = file.length();
        if (length < HEADER + FOOTER) {
            throw new DamagedException("was cut short");
        }
        byte[] header = new byte[HEADER];
        file.readFully(header);
        if (!Arrays.equals(header().array(), header)) {
            throw new DamagedException("is no file of such examples");
        }
        byte[] footer = new byte[FOOTER];
        file.seek(length - FOOTER);
        file.readFully(footer);
        ByteBuffer end = littleEndian(footer);
        rows = end.getInt();
        long index = end.getInt();
        if (rows < 0 || index < 0 || offset(rows) + index + FOOTER != length) {
            throw new DamagedException("was cut short or damaged");
        }
        if (end.getLong() != checksum(length - Long.BYTES, progress)) {
            throw new DamagedException("was damaged: its checksum does not fit");
        }
    }

    private long checksum(long length, Progress progress) throws IOException {
        CRC32 crc = new CRC32();
        byte[] block = new byte[BLOCK];
        file.seek(0);
        for (long done = 0; done < length; ) {
            Progress.checkInterrupted();
            int read = (int) Math.min(BLOCK, length - done);
            file.readFully(block, 0, read);
            crc.update(block, 0, read);
            progress.report(done >> 20, (length >> 20) + 1, "checking what an earlier run has kept");
            done += read;
        }
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        owner.close();
    }

    Path path() {
        return path;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
