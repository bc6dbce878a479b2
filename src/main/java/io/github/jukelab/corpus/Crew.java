package io.github.jukelab.corpus;

import io.github.jukelab.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs independent jobs on all cores and gives their results in order; an interrupt stops them all. */
final class Crew {

    /** More would need more memory than a notebook has: a song being rendered takes some 16 MB. */
    private static final int MOST_HANDS = 16;

    private static final int LONGEST_JOB_SECONDS = 5;

    private Crew() {}

    static <T> List<T> work(List<? extends Callable<T>> jobs, List<String> names, Progress progress)
            throws ExecutionException {
        ExecutorService hands = Executors.newFixedThreadPool(
                StrictMath.min(MOST_HANDS, Runtime.getRuntime().availableProcessors()));
        try {
            List<Future<T>> futures = new ArrayList<>();
            jobs.forEach(job -> futures.add(hands.submit(job)));
            List<T> results = new ArrayList<>();
            for (int i = 0; i < futures.size(); i++) {
                results.add(futures.get(i).get());
                progress.report(i + 1, futures.size(), names.get(i));
            }
            return results;
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        } finally {
            rest(hands);
        }
    }

    /** Lets jobs that have begun come to their end, so that nothing is written after the call; the others never begin. */
    private static void rest(ExecutorService hands) {
        hands.shutdownNow();
        try {
            hands.awaitTermination(LONGEST_JOB_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
