package io.github.jukelab.demo;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that decode and predict, a job each; the others wait. */
final class Workers implements AutoCloseable {

    /** Work looks for an interrupt at least once a second; a decoder may take a little longer. */
    private static final int STOP_SECONDS = 10;

    private final ThreadPoolExecutor pool;

    Workers(int threads) {
        AtomicInteger number = new AtomicInteger();
        this.pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                job -> new Thread(job, "jukelab-demo-worker-" + number.incrementAndGet()));
    }

    int running() {
        return pool.getActiveCount();
    }

    int waiting() {
        return pool.getQueue().size();
    }

    /** A job that tells when its thread is done with it, which is after it was cancelled. */
    private static final class Job<T> extends FutureTask<T> {

        private final CountDownLatch ended = new CountDownLatch(1);

        Job(Callable<T> work) {
            super(work);
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                ended.countDown();
            }
        }
    }

    /**
     * Runs work and waits for it; after the call, no thread works on it.
     *
     * @param work reacts to an interrupt
     * @param seconds for waiting and working; then it is interrupted
     * @throws ExecutionException if the work failed
     * @throws RequestFailure if the time is over, or the workers were stopped
     */
    <T> T run(Callable<T> work, int seconds) throws ExecutionException, RequestFailure {
        Job<T> job = new Job<>(work);
        try {
            pool.execute(job);
            return job.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            stop(job);
            throw RequestFailure.tookTooLong("The prediction", seconds);
        } catch (InterruptedException e) {
            stop(job);
            Thread.currentThread().interrupt();
            throw RequestFailure.busy();
        } catch (CancellationException | RejectedExecutionException e) {
            throw RequestFailure.busy();
        }
    }

    private void stop(Job<?> job) {
        job.cancel(true);
        if (pool.remove(job)) {
            return;
        }
        try {
            job.ended.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Interrupts what runs and drops what waits. */
    @Override
    public void close() {
        pool.shutdownNow().forEach(job -> ((Job<?>) job).cancel(true));
        try {
            pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
