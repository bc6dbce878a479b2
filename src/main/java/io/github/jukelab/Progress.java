package io.github.jukelab;

import java.util.concurrent.CancellationException;

/**
 * Receives the progress of long work. A method that runs for more than a second takes one, reports each finished step
 * to it, and never prints.
 */
@FunctionalInterface
public interface Progress {

    /** Ignores all reports. */
    Progress NONE = (done, total, what) -> {};

    /**
     * Called after each finished step.
     *
     * @param done steps finished, from 0 to {@code total}
     * @param total steps in all, at least 1
     * @param what the step just finished, in a few words, such as a file's name
     */
    void report(long done, long total, String what);

    /**
     * Stops the calling work if its thread was interrupted. Work that can take longer than a second calls this at least
     * once a second, so that an interrupted notebook cell really stops.
     *
     * @throws CancellationException if the current thread was interrupted; the flag is cleared
     */
    static void checkInterrupted() {
        if (Thread.interrupted()) {
            throw Interrupts.stopped("interrupted");
        }
    }
}
