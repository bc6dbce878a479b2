package io.github.jukelab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs independent jobs on all cores. */
public final class Parallel {

    /** More threads would need more memory than a notebook has: rendering a track takes about 16 MB. */
    private static final int MAX_THREADS = 16;

    private static final int LONGEST_JOB_SECONDS = 5;

    private Parallel() {}

    /**
     * Runs jobs and returns their results in order. After an interrupt, jobs that have started are finished, so that
     * nothing is written after this call returns; the others never start.
     *
     * @param jobs the jobs
     * @param names the name of each job, for the progress
     * @param progress reported to after each job, from this thread
     * @param <T> type of a job's result
     * @return one result per job
     * @throws ExecutionException if a job failed; its cause is the job's exception
     * @throws CancellationException if the thread was interrupted
     */
    public static <T> List<T> run(List<? extends Callable<T>> jobs, List<String> names, Progress progress)
            throws ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(
                StrictMath.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()));
        try {
            List<Future<T>> futures = new ArrayList<>();
            jobs.forEach(job -> futures.add(pool.submit(job)));
            List<T> results = new ArrayList<>();
            for (int i = 0; i < futures.size(); i++) {
                results.add(futures.get(i).get());
                progress.report(i + 1, futures.size(), names.get(i));
            }
            return results;
        } catch (InterruptedException e) {
            throw Interrupts.stopped("interrupted");
        } finally {
            stop(pool);
        }
    }

    /**
     * Waits for a job. What it threw, other than an error, is thrown here.
     *
     * @param job that reads files, so that its only checked exception is an {@link IOException}
     * @param <T> type of its result
     * @return its result
     * @throws IOException if the job threw it
     * @throws InterruptedException if the thread was interrupted
     * @throws IllegalStateException if the job ended with an error, which is its cause
     */
    public static <T> T result(Future<T> job) throws IOException, InterruptedException {
        try {
            return job.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("files cannot be read: " + e.getCause(), e.getCause());
        }
    }

    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        try {
            pool.awaitTermination(LONGEST_JOB_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
