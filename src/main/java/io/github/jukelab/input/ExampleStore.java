package io.github.jukelab.input;

import io.github.jukelab.Reasons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of floats, all of the same length, appended once and then only read. Up to 64 MB they stay on the heap; beyond
 * that all go to a file, since the windows of a thousand tracks (2.6 GB) do not fit into a usual heap. Reading them back
 * costs less than a hundredth of a training step.
 */
final class ExampleStore {

    static final long HEAP_LIMIT = 64L << 20;

    /** Where the file of a store is created. */
    interface Place {

        /** For a temporary file: in the folder of the cache if there is one. */
        Place TEMPORARY = new Place() {
            @Override
            public Path folder() {
                return ExampleCache.current().map(ExampleCache::folder).orElse(SYSTEM_FOLDER);
            }

            @Override
            public ExampleFile create(int columns) throws IOException {
                return ExampleFile.temporary(folder(), columns);
            }
        };

        Path folder();

        ExampleFile create(int columns) throws IOException;
    }

    private static final Path SYSTEM_FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    private final int columns;
    private final long heapLimit;
    private final Place place;
    private final List<float[]> heap = new ArrayList<>();
    private ExampleFile file;

    ExampleStore(int columns) {
        this(columns, HEAP_LIMIT, Place.TEMPORARY);
    }

    ExampleStore(int columns, long heapLimit, Place place) {
        this.columns = columns;
        this.heapLimit = heapLimit;
        this.place = place;
    }

    /** A store of rows that are in a file already. */
    ExampleStore(int columns, ExampleFile file) {
        this(columns, 0, Place.TEMPORARY);
        this.file = file;
    }

    /**
     * Adds a row.
     *
     * @return its index
     * @throws UncheckedIOException if it cannot be written; the message names folder and reason
     */
    synchronized int append(float[] row) {
        if (file == null && (heap.size() + 1L) * columns * Float.BYTES <= heapLimit) {
            heap.add(row);
            return heap.size() - 1;
        }
        try {
            if (file == null) {
                moveToFile();
            }
            file.append(row);
            return file.rows() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(cannotBeWritten(e), e);
        }
    }

    private String cannotBeWritten(IOException reason) {
        Path folder = place.folder();
        String text = folder + ": " + (heapLimit == 0 ? "" : "more than " + (heapLimit >> 20) + " MB of ")
                + "examples cannot be written to a file: "
                + Reasons.of(reason);
        return folder.equals(SYSTEM_FOLDER)
                ? text
                : text + "; with " + ExampleCache.VARIABLE + "=0 they are written to " + SYSTEM_FOLDER;
    }

    private void moveToFile() throws IOException {
        file = place.create(columns);
        for (float[] row : heap) {
            file.append(row);
        }
        heap.clear();
    }

    synchronized void read(int row, float[] target) {
        if (file == null) {
            System.arraycopy(heap.get(row), 0, target, 0, columns);
            return;
        }
        try {
            file.read(row, target);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": examples cannot be read back: " + Reasons.of(e), e);
        }
    }

    /** The file, if the rows are in one. */
    synchronized Optional<ExampleFile> file() {
        return Optional.ofNullable(file);
    }
}
