package io.github.jukelab.input;

import io.github.jukelab.WriteLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Says that a file of the cache is in use: a hidden file beside it, one for each use, that stays locked until the
 * examples are no longer needed, or the program ends.
 */
final class UseMark implements AutoCloseable {

    private static final String END = ".use";
    private static final Cleaner CLEANER = Cleaner.create();

    private final Path path;
    private final WriteLock lock;
    private boolean closes = true;

    private UseMark(Path path, WriteLock lock) {
        this.path = path;
        this.lock = lock;
    }

    static UseMark of(Path kept) throws IOException {
        Path path = kept.resolveSibling("." + kept.getFileName() + "." + UUID.randomUUID() + END);
        return new UseMark(path, WriteLock.attempt(path).orElseThrow(() -> new IOException(path + ": is locked")));
    }

    /** The names of all marks of a kept file; without a name, of all files. */
    static String pattern(String kept) {
        return "." + kept + "*" + END;
    }

    /** The mark stays until the file can no longer be read. */
    void whileReachable(ExampleFile file) {
        closes = false;
        CLEANER.register(file, () -> remove(path, lock));
    }

    @Override
    public void close() {
        if (closes) {
            remove(path, lock);
        }
    }

    private static void remove(Path path, WriteLock lock) {
        try {
            lock.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
