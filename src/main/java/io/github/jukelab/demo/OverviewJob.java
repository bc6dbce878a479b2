package io.github.jukelab.demo;

import io.github.jukelab.Interrupts;
import io.github.jukelab.Parallel;
import io.github.jukelab.audio.Recording;
import java.io.IOException;
import java.util.concurrent.FutureTask;

/**
 * Makes the overview of a sound while the models predict, if both can read it at the same time; else before. It takes a
 * third as long as a small network.
 */
final class OverviewJob implements AutoCloseable {

    private final FutureTask<SoundOverview> task;

    private OverviewJob(FutureTask<SoundOverview> task) {
        this.task = task;
    }

    static OverviewJob of(Recording recording) {
        FutureTask<SoundOverview> task = new FutureTask<>(() -> SoundOverview.of(recording));
        if (recording.held()) {
            new Thread(task, "jukelab-demo-overview").start();
        } else {
            task.run();
        }
        return new OverviewJob(task);
    }

    /**
     * The overview, as soon as it is there.
     *
     * @throws io.github.jukelab.codec.AudioException if the sound cannot be read
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    SoundOverview get() throws IOException {
        try {
            return Parallel.result(task);
        } catch (InterruptedException e) {
            throw Interrupts.stopped("interrupted");
        }
    }

    /** Stops it if nobody waits for it any more. */
    @Override
    public void close() {
        task.cancel(true);
    }

    @Override
    public String toString() {
        return "OverviewJob[" + (task.isDone() ? "done" : "running") + "]";
    }
}
