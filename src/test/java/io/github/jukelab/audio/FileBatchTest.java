package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileBatchTest {

    private static final List<Integer> FILES = IntStream.range(0, 40).boxed().toList();

    /** What became of each file; a second word on a file fails. */
    private static final class Outcomes implements FileBatch.Results<Integer, Integer> {

        private final TreeMap<Integer, Integer> computed = new TreeMap<>();
        private final TreeMap<Integer, String> skipped = new TreeMap<>();
        private final Set<Thread> threads = new HashSet<>();

        @Override
        public void computed(Integer file, Integer result) {
            assertThat(computed.put(file, result)).isNull();
            threads.add(Thread.currentThread());
        }

        @Override
        public void skipped(Integer file, AudioException reason) {
            assertThat(skipped.put(file, reason.getMessage())).isNull();
            threads.add(Thread.currentThread());
        }
    }

    private final Outcomes outcomes = new Outcomes();

    private static FileBatch<Integer> batch(int threads) {
        return new FileBatch<>(FILES, file -> Path.of(file + ".wav"), file -> "file " + file, threads);
    }

    private void run(int threads, FileBatch.Work<Integer, Integer> work) throws IOException {
        batch(threads).run(work, outcomes, Progress.NONE);
    }

    @Test
    void resultsAndReasonsComeToTheCallingThread() throws IOException {
        List<String> reports = new ArrayList<>();
        batch(3).run(
                        file -> {
                            if (file == 7) {
                                throw new AudioException("7.wav", Problem.EMPTY, "is empty");
                            }
                            if (file == 9) {
                                throw new IllegalArgumentException("too short");
                            }
                            return 10 * file;
                        },
                        outcomes,
                        (done, total, what) -> reports.add(done + " of " + total + " " + what.substring(0, 5)));
        assertThat(outcomes.computed).hasSize(38).containsEntry(8, 80);
        assertThat(outcomes.skipped)
                .hasSize(2)
                .containsEntry(7, "7.wav: is empty")
                .containsEntry(9, "9.wav: too short");
        assertThat(outcomes.threads).containsExactly(Thread.currentThread());
        assertThat(reports).hasSize(40).startsWith("1 of 40 file ").endsWith("40 of 40 file ");
    }

    /** A heap that holds two files at a time, and never the twentieth. */
    @Test
    void whatFitsAloneIsComputedWhateverTheNumberOfThreads() throws IOException {
        for (int threads : new int[] {1, 2, 4, 8}) {
            outcomes.computed.clear();
            outcomes.skipped.clear();
            Semaphore heap = new Semaphore(2);
            run(threads, file -> {
                if (file == 20 || !heap.tryAcquire()) {
                    throw new OutOfMemoryError("Java heap space");
                }
                Thread.yield();
                heap.release();
                return file;
            });
            assertThat(outcomes.computed).hasSize(39);
            assertThat(outcomes.skipped).containsOnlyKeys(20);
            assertThat(outcomes.skipped.get(20)).startsWith("20.wav: too long for this memory: ");
        }
    }

    /** The first two meet and run out of memory; the next 16 are read one by one, then 18 and 19 meet. */
    @Test
    void afterALackOfMemoryFewerFilesAreReadAtATime() throws IOException {
        CyclicBarrier meeting = new CyclicBarrier(2);
        Set<Integer> tried = ConcurrentHashMap.newKeySet();
        AtomicInteger running = new AtomicInteger();
        run(2, file -> {
            int others = running.getAndIncrement();
            try {
                if (tried.add(file) && (file < 2 || file == 18 || file == 19)) {
                    await(meeting);
                }
                if (file < 2 && tried.add(-1 - file)) {
                    throw new OutOfMemoryError();
                }
                return others;
            } finally {
                running.decrementAndGet();
            }
        });
        assertThat(outcomes.computed).hasSize(40);
        assertThat(outcomes.computed.subMap(2, 18).values()).containsOnly(0);
        assertThat(outcomes.computed.subMap(0, 2).values()).containsOnly(0);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void withOneThreadAFileIsTriedOnce() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        run(1, file -> {
            tries.incrementAndGet();
            throw new OutOfMemoryError();
        });
        assertThat(tries).hasValue(40);
        assertThat(outcomes.skipped).hasSize(40);
    }

    @Test
    void whatIsNoFaultOfAFileEndsTheRun() {
        assertThatThrownBy(() -> run(2, file -> {
                    throw new FileNotFoundException("table.csv");
                }))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage("table.csv");
        assertThatThrownBy(() -> run(2, file -> {
                    throw new CancellationException("interrupted");
                }))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> run(2, file -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("files cannot be read: java.lang.StackOverflowError");
        assertThat(outcomes.threads).isEmpty();
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run(2, file -> file))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted");
    }

    @Test
    void needsAThread() {
        assertThatThrownBy(() -> batch(0)).hasMessage("threads must be at least 1, got 0");
        assertThat(FileBatch.of(FILES, file -> Path.of("a"), Object::toString).threads())
                .isBetween(1, 16);
    }
}
