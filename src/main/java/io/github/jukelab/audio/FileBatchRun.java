package io.github.jukelab.audio;

import io.github.jukelab.Parallel;
import io.github.jukelab.Progress;
import io.github.jukelab.codec.AudioException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One run of a batch: a pool does the work, the calling thread receives the results. */
final class FileBatchRun<F, T> implements AutoCloseable {

    /** After so many files in a row without lack of memory, one more is read at a time. */
    private static final int CALM = 16;

    private final FileBatch<F> batch;
    private final FileBatch.Work<F, T> work;
    private final FileBatch.Results<F, T> results;
    private final Progress progress;
    private final ExecutorService pool;
    private final CompletionService<Done<F, T>> pending;
    private final List<F> outOfMemory = new ArrayList<>();
    private int atATime;
    private int running;
    private int finished;
    private int calm;

    /** A file with either a result or the reason why it is skipped. */
    private record Done<F, T>(F file, T result, AudioException reason) {

        boolean outOfMemory() {
            return reason != null && reason.getCause() instanceof OutOfMemoryError;
        }
    }

    FileBatchRun(FileBatch<F> batch, FileBatch.Work<F, T> work, FileBatch.Results<F, T> results, Progress progress) {
        this.batch = batch;
        this.work = work;
        this.results = results;
        this.progress = progress;
        this.pool = Executors.newFixedThreadPool(batch.threads());
        this.pending = new ExecutorCompletionService<>(pool);
        this.atATime = batch.threads();
    }

    /** Works on all files; those that failed for lack of memory, though others were read beside them, are kept. */
    void together() throws IOException, InterruptedException {
        Deque<F> waiting = new ArrayDeque<>(batch.files());
        submit(waiting);
        while (running > 0) {
            Done<F, T> done = Parallel.result(pending.take());
            running--;
            adapt(done);
            submit(waiting);
            if (done.outOfMemory() && batch.threads() > 1) {
                outOfMemory.add(done.file());
            } else {
                deliver(done);
            }
        }
    }

    /** Works on the files that were kept. */
    void oneByOne() throws IOException, InterruptedException {
        for (F file : outOfMemory) {
            deliver(Parallel.result(pool.submit(() -> done(file))));
        }
    }

    private void submit(Deque<F> waiting) {
        while (running < atATime && !waiting.isEmpty()) {
            F next = waiting.remove();
            pending.submit(() -> done(next));
            running++;
        }
    }

    private void adapt(Done<F, T> done) {
        calm = done.outOfMemory() ? 0 : calm + 1;
        if (done.outOfMemory()) {
            atATime = Math.max(1, atATime - 1);
        } else if (calm % CALM == 0) {
            atATime = Math.min(batch.threads(), atATime + 1);
        }
    }

    private Done<F, T> done(F file) throws IOException {
        try {
            return new Done<>(file, FileWork.run(batch.path().apply(file), () -> work.on(file)), null);
        } catch (AudioException e) {
            return new Done<>(file, null, e);
        }
    }

    private void deliver(Done<F, T> done) throws IOException {
        if (done.reason() == null) {
            results.computed(done.file(), done.result());
        } else {
            results.skipped(done.file(), done.reason());
        }
        finished++;
        progress.report(finished, batch.files().size(), batch.name().apply(done.file()));
    }

    /** Interrupts what is still at work. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
