package io.github.jukelab;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one program, and one thread of it, write something at a time; the others wait. A lock is a file that stays when
 * it is released; the operating system releases that of a program that ends in any way.
 */
public final class WriteLock implements Closeable {

    /** The name of the file that locks its folder. */
    public static final String NAME = ".lock";

    private static final int RETRY_MILLIS = 100;

    /** Locks of this program: the operating system knows programs only, and closing one file would release them all. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final RandomAccessFile file;

    private WriteLock(Path key, RandomAccessFile file) {
        this.key = key;
        this.file = file;
    }

    /**
     * Locks a file, and waits until it can.
     *
     * @param path the file; created if missing, and so is its folder
     * @param what is written, for the message; short
     * @param progress told, again and again, while it has to wait
     * @return the lock, to be closed by any thread
     * @throws IOException if the file cannot be opened or locked
     * @throws java.util.concurrent.CancellationException if the thread was interrupted and has to wait
     */
    public static WriteLock of(Path path, Object what, Progress progress) throws IOException {
        Path absolute = path.toAbsolutePath();
        if (!Files.isDirectory(absolute.getParent())) {
            Files.createDirectories(absolute.getParent());
        }
        Path key = absolute.getParent().toRealPath().resolve(absolute.getFileName());
        while (true) {
            WriteLock lock = tryLock(key);
            if (lock != null) {
                return lock;
            }
            progress.report(0, 1, "waiting for another program that writes " + what);
            pause();
        }
    }

    /**
     * Locks a file if that is possible at once.
     *
     * @param path the file, in an existing folder; created if missing
     * @return the lock, to be closed by any thread; empty if another program or thread has it
     * @throws IOException if the file cannot be opened or locked
     */
    public static Optional<WriteLock> attempt(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        return Optional.ofNullable(tryLock(absolute.getParent().toRealPath().resolve(absolute.getFileName())));
    }

    /** Null if another program or thread has the lock. */
    private static WriteLock tryLock(Path key) throws IOException {
        if (!HELD.add(key)) {
            return null;
        }
        RandomAccessFile file = null;
        boolean locked = false;
        try {
            file = new RandomAccessFile(key.toFile(), "rw");
            locked = file.getChannel().tryLock() != null;
            return locked ? new WriteLock(key, file) : null;
        } catch (OverlappingFileLockException e) {
            return null; // this program has the lock by another name of the file
        } finally {
            if (!locked) {
                release(key, file);
            }
        }
    }

    private static void release(Path key, RandomAccessFile file) throws IOException {
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            HELD.remove(key);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            throw Interrupts.stopped("interrupted");
        }
    }

    /**
     * The locked file, for what is written under the lock.
     *
     * @return open until the lock is closed
     */
    public RandomAccessFile file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        release(key, file);
    }
}
