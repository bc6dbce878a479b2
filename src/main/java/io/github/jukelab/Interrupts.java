package io.github.jukelab;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/** Work that was stopped because its thread was interrupted. */
public final class Interrupts {

    /** Time by {@link System#nanoTime}; null if nothing was stopped yet. */
    private static final AtomicReference<Long> LAST = new AtomicReference<>();

    private Interrupts() {}

    /**
     * Remembers that work is stopped now.
     *
     * @param message why
     * @return the exception to throw
     */
    public static CancellationException stopped(String message) {
        LAST.set(System.nanoTime());
        return new CancellationException(message);
    }

    /**
     * Whether work was last stopped at about a given moment.
     *
     * @param nanoTime by {@link System#nanoTime}
     * @param nanos how long before or after it at most
     * @return whether it was
     */
    public static boolean near(long nanoTime, long nanos) {
        Long last = LAST.get();
        return last != null && StrictMath.abs(last - nanoTime) <= nanos;
    }
}
