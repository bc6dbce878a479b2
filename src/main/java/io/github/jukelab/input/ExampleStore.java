package io.github.jukelab.input;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of floats, all of the same length, appended once and then only read. The first 64 MB stay on the heap; the rest
 * goes to a temporary file, since the windows of a thousand tracks (2.6 GB) do not fit into a usual heap, and reading a
 * file costs less than a hundredth of a training step. It is not a memory-mapped file, whose pages would count as
 * memory of the process, and with which a full disk would end the process instead of raising an error. It is not a
 * channel, which an interrupted cell would close.
 */
final class ExampleStore {

    private static final long HEAP_LIMIT = 64L << 20;

    private final int columns;
    private final long heapLimit;
    private final List<float[]> heap = new ArrayList<>();
    private RandomAccessFile file;
    private ByteBuffer bytes;
    private int rows;

    ExampleStore(int columns) {
        this(columns, HEAP_LIMIT);
    }

    ExampleStore(int columns, long heapLimit) {
        this.columns = columns;
        this.heapLimit = heapLimit;
    }

    synchronized int append(float[] row) {
        if ((heap.size() + 1L) * columns * Float.BYTES <= heapLimit) {
            heap.add(row);
        } else {
            write(row);
        }
        return rows++;
    }

    synchronized void read(int row, float[] target) {
        if (row < heap.size()) {
            System.arraycopy(heap.get(row), 0, target, 0, columns);
            return;
        }
        try {
            file.seek((long) (row - heap.size()) * bytes.capacity());
            file.readFully(bytes.array());
            bytes.asFloatBuffer().get(target, 0, columns);
        } catch (IOException e) {
            throw new UncheckedIOException("examples in a temporary file cannot be read back", e);
        }
    }

    private void write(float[] row) {
        try {
            if (file == null) {
                open();
            }
            bytes.asFloatBuffer().put(row);
            file.seek((long) (rows - heap.size()) * bytes.capacity());
            file.write(bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "examples beyond " + heapLimit + " bytes cannot be written to a temporary file: " + e.getMessage(),
                    e);
        }
    }

    /** Where the system allows it, the file is deleted while it is open; elsewhere it is deleted at exit. */
    private void open() throws IOException {
        Path path = Files.createTempFile("jukelab-examples", ".bin");
        path.toFile().deleteOnExit();
        file = new RandomAccessFile(path.toFile(), "rw");
        bytes = ByteBuffer.allocate(columns * Float.BYTES).order(ByteOrder.nativeOrder());
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.delete(path);
        }
    }
}
