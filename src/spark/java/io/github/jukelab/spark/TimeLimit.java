package io.github.jukelab.spark;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends work that takes too long. Spark has no such limit: a task that hangs holds up its job for ever.
 *
 * <p>The work is interrupted, and its caller does not wait for it. Work that ignores that, as in native code that never
 * returns, keeps its thread, and so a processor, until the JVM ends.
 */
final class TimeLimit {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "jukelab-file");
        thread.setDaemon(true);
        return thread;
    });

    private TimeLimit() {}

    /**
     * Does the work in another thread, and waits for it.
     *
     * @param limit after which it is interrupted
     * @param work whatever it throws is thrown here
     * @param <T> type of the result
     * @return its result
     * @throws TimeoutException if it took longer
     * @throws InterruptedException if this thread was interrupted; then the work is, too
     * @throws Exception of the work
     */
    static <T> T run(Duration limit, Callable<T> work) throws Exception {
        Future<T> result = THREADS.submit(work);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            result.cancel(true);
        }
    }
}
