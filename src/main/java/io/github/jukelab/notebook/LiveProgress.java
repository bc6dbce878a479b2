package io.github.jukelab.notebook;

import io.github.jukelab.HtmlText;
import io.github.jukelab.Interrupts;
import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.plot.Plots;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A progress bar in a cell's output, updated in place: at most three times per second, and always at the end. If the
 * cell was interrupted, the next report stops the work. Work that starts within two seconds of an interrupt is stopped
 * too: after <i>Run All</i> and <i>Stop</i>, kernels go on with the next cell.
 *
 * <p>Example: {@code training.fit(network, train, validation, progress, progress::curve)} also draws the curves as they grow.
 */
public final class LiveProgress implements Progress {

    private static final long THROTTLE = 330_000_000L;
    private static final long AFTER_STOP = 2_000_000_000L;

    private final String title;
    private final Display display;
    private final LongSupplier nanoTime;
    private final long start;
    private long shown;
    private boolean finished;
    private String bar = "";
    private String text;
    private String curve = "";

    LiveProgress(String title, Display display, LongSupplier nanoTime) {
        this.title = title;
        this.text = title;
        this.display = display;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.shown = start - THROTTLE;
        checkStopped();
    }

    @Override
    public synchronized void report(long done, long total, String what) {
        Progress.checkInterrupted();
        checkStopped();
        long now = nanoTime.getAsLong();
        if (finished || done < total && now - shown < THROTTLE) {
            return;
        }
        finished = done >= total;
        shown = now;
        bar = show(bar, bar(done, total, what, (now - start) / 1e9));
    }

    /** The interrupt may be noticed after the next cell has begun: its thread runs on until then. */
    private void checkStopped() {
        if (Interrupts.near(start, AFTER_STOP)) {
            throw Interrupts.stopped("stopped with the cell before; run it again");
        }
    }

    /**
     * Shows the training curves so far below the bar, updated in place.
     *
     * @param history the epochs so far
     */
    public synchronized void curve(History history) {
        curve = show(curve, Renderers.figure(Plots.history(history)));
    }

    /**
     * The same where the epochs were measured on the test set, as articles do: the curves say so.
     *
     * @param history the epochs so far
     */
    public synchronized void testCurve(History history) {
        curve = show(curve, Renderers.figure(Plots.history(history, "test")));
    }

    private String show(String id, MimeBundle bundle) {
        if (id.isEmpty()) {
            return display.show(bundle);
        }
        display.update(id, bundle);
        return id;
    }

    private MimeBundle bar(long done, long total, String what, double seconds) {
        text = done >= total
                ? String.format(Locale.ROOT, "%s: %d of %d in %s", title, done, total, duration(seconds))
                : String.format(
                        Locale.ROOT,
                        "%s: %d of %d, %s%s",
                        title,
                        done,
                        total,
                        what,
                        done == 0 ? "" : ", " + duration(seconds * (total - done) / done) + " left");
        return MimeBundle.html(
                "<progress max=\"" + total + "\" value=\"" + done + "\" aria-label=\"" + HtmlText.escape(title)
                        + "\"></progress> " + HtmlText.escape(text),
                text);
    }

    static String duration(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
        }
        return String.format(Locale.ROOT, "%d min %02d s", (long) seconds / 60, (long) seconds % 60);
    }

    /** The title, and what was shown last. */
    @Override
    public synchronized String toString() {
        return "LiveProgress[" + text + "]";
    }
}
