package io.github.jukelab.audio;

import io.github.jukelab.Interrupts;
import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.codec.AudioException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Many audio files to be read, several at a time. No file ends the run: one that cannot be used is skipped, with the
 * reason. Which files are skipped depends neither on the number of threads nor, as long as each file fits into memory
 * alone, on the size of the heap: when memory runs out, fewer files are read at a time, and those that failed are read
 * once more at the end, one by one.
 *
 * @param files what is read, such as tracks
 * @param path the file of each
 * @param name what the progress calls each
 * @param threads how many files are read at a time, at least 1
 * @param <F> what stands for a file
 * @see FileWork
 */
public record FileBatch<F>(List<F> files, Function<F, Path> path, Function<F, String> name, int threads) {

    /** More threads would need more memory than a notebook has. */
    private static final int MAX_THREADS = 16;

    /**
     * Copies the list.
     *
     * @param files what is read
     * @param path the file of each
     * @param name what the progress calls each
     * @param threads at least 1
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    public FileBatch {
        files = List.copyOf(files);
        Require.atLeast("threads", 1, threads);
    }

    /** Work on one file, called from several threads. */
    @FunctionalInterface
    public interface Work<F, T> {

        /**
         * Reads and computes.
         *
         * @param file one of the batch
         * @return the result
         * @throws IOException an {@link AudioException} if the file cannot be used, another one if something else fails
         */
        T on(F file) throws IOException;
    }

    /** Receives the results, in the thread that called {@link #run} and in the order in which files are finished. */
    public interface Results<F, T> {

        /**
         * A file was read.
         *
         * @param file one of the batch
         * @param result of the work
         * @throws IOException ends the run
         */
        void computed(F file, T result) throws IOException;

        /**
         * A file was skipped.
         *
         * @param file one of the batch
         * @param reason why it cannot be used
         * @throws IOException ends the run
         */
        void skipped(F file, AudioException reason) throws IOException;
    }

    /**
     * On all cores, at most 16 files at a time.
     *
     * @param files what is read
     * @param path the file of each
     * @param name what the progress calls each
     * @param <F> what stands for a file
     * @return the batch
     */
    public static <F> FileBatch<F> of(List<F> files, Function<F, Path> path, Function<F, String> name) {
        return new FileBatch<>(
                files, path, name, Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Does the work on each file.
     *
     * @param work on one file; done once more on a file that ran out of memory beside others
     * @param results receives what became of each file, each once
     * @param progress told the name of each finished file, in this thread
     * @param <T> type of a result
     * @throws IOException if something else than a file failed, in the work or in {@code results}
     * @throws IllegalStateException if the work threw an {@link Error} other than {@link OutOfMemoryError}
     * @throws CancellationException if the thread was interrupted
     */
    public <T> void run(Work<F, T> work, Results<F, T> results, Progress progress) throws IOException {
        try (FileBatchRun<F, T> run = new FileBatchRun<>(this, work, results, progress)) {
            run.together();
            run.oneByOne();
        } catch (InterruptedException e) {
            throw Interrupts.stopped("interrupted");
        }
    }
}
