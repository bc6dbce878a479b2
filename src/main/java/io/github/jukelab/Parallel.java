package io.github.jukelab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Independent jobs on all cores. */
public final class Parallel {

    /** More threads would need more memory than a notebook has: a track being rendered takes some 16 MB. */
    private static final int MAX_THREADS = 16;

    private static final int LONGEST_JOB_SECONDS = 5;

    private Parallel() {}

    /**
     * Runs jobs and gives their results in order. An interrupt stops them: those that have begun come to their end, so
     * that nothing is written after the call; the others never begin.
     *
     * @param jobs what to do
     * @param names what to tell of each job when it is done
     * @param progress told after each job, from this thread
     * @param <T> what a job gives
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
            throw new CancellationException("interrupted");
        } finally {
            stop(pool);
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
