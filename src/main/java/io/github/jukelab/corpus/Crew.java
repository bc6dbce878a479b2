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

/** Runs independent jobs on all cores and gives their results in order; an interrupt stops them all. */
final class Crew {

    private Crew() {}

    static <T> List<T> work(List<? extends Callable<T>> jobs, List<String> names, Progress progress)
            throws ExecutionException {
        ExecutorService hands =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
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
            hands.shutdownNow();
        }
    }
}
