package io.github.jukelab;

import java.util.concurrent.CancellationException;

/**
 * Listens to long work. A room that works for more than a second takes one of these, reports each finished step, and
 * never prints by itself.
 */
@FunctionalInterface
public interface Progress {

    /** Listens to nothing. */
    Progress NONE = (done, total, what) -> {};

    /**
     * Takes note of finished work.
     *
     * @param done steps finished, from 0 to {@code total}
     * @param total steps in all, at least 1
     * @param what the step just finished, a few words for a person, such as a file's name
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
            throw new CancellationException("interrupted");
        }
    }
}
