package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteLockTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("new/.lock");
    }

    private WriteLock lock(Progress progress) throws IOException {
        return WriteLock.of(file, "the table", progress);
    }

    @Test
    void anotherThreadWaitsAndSaysSo() throws Exception {
        List<String> events = new CopyOnWriteArrayList<>();
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Void> other;
        try (WriteLock lock = lock(Progress.NONE)) {
            other = CompletableFuture.runAsync(() -> {
                try (WriteLock second = lock((done, total, what) -> {
                    events.add(what);
                    waiting.countDown();
                })) {
                    events.add("locked");
                    second.file().write(2);
                } catch (IOException e) {
                    events.add(e.toString());
                }
            });
            waiting.await();
            lock.file().write(1);
            events.add("released");
        }
        other.get();
        assertThat(events).containsExactly("waiting for another program that writes the table", "released", "locked");
        assertThat(file).hasBinaryContent(new byte[] {2});
    }

    /** The operating system has the lock, so another program waits, too. */
    @Test
    void isALockOfTheOperatingSystem() throws IOException {
        try (WriteLock lock = lock(Progress.NONE);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            assertThat(lock.file().getChannel().isOpen()).isTrue();
            assertThatThrownBy(channel::tryLock).isInstanceOf(OverlappingFileLockException.class);
        }
        lock(Progress.NONE).close();
    }

    @Test
    void waitingCanBeInterrupted() throws IOException {
        try (WriteLock lock = lock(Progress.NONE)) {
            Thread thread = Thread.currentThread();
            assertThatThrownBy(() -> lock((done, total, what) -> thread.interrupt()))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isFalse();
            assertThat(lock.file().length()).isZero();
        }
        lock(Progress.NONE).close();
    }
}
