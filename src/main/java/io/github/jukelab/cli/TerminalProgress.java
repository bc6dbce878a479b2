package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import io.github.jukelab.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Progress with the time left: in a terminal one line that is redrawn, elsewhere one line per ten percent. */
final class TerminalProgress implements Progress {

    private static final double SECOND = 1e9;
    private static final double REDRAW = 0.1 * SECOND;

    /** In seconds. While Java warms up, the time left cannot be estimated. */
    private static final double WARM_UP = 3;

    /** The characters of a step's name that fit on a line of 80. */
    private static final int MAX_NAME = 56;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier clock;
    private final long start;
    private long tenth = -1;
    private long drawn;
    private int width;

    /** Whether there is a terminal is a property set by the launcher: Java itself cannot find out. */
    TerminalProgress(PrintWriter out) {
        this(out, Boolean.getBoolean("io.github.jukelab.terminal"), System::nanoTime);
    }

    TerminalProgress(PrintWriter out, boolean terminal, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.drawn = start;
    }

    @Override
    public void report(long done, long total, String what) {
        long now = clock.getAsLong();
        String line = line(done, total, (now - start) / SECOND, what);
        if (terminal) {
            redraw(line, now, done == total);
        } else if (10 * done / total != tenth) {
            tenth = 10 * done / total;
            out.println(line);
            out.flush();
        }
    }

    private void redraw(String line, long now, boolean last) {
        if (last || now - drawn >= REDRAW) {
            drawn = now;
            out.print('\r' + line + " ".repeat(Math.max(0, width - line.length())) + (last ? "\n" : ""));
            out.flush();
            width = last ? 0 : line.length();
        }
    }

    /** Ends a line that would be redrawn, so that other output can follow. */
    void endLine() {
        if (width > 0) {
            out.println();
            width = 0;
        }
    }

    private static String line(long done, long total, double seconds, String what) {
        String shown = Printable.of(what);
        String name = shown.length() > MAX_NAME ? "..." + shown.substring(shown.length() - MAX_NAME + 3) : shown;
        return String.format(Locale.ROOT, "  %3d %%  %12s  %s", 100 * done / total, time(done, total, seconds), name);
    }

    private static String time(long done, long total, double seconds) {
        if (done == total) {
            return "in " + duration(seconds);
        }
        boolean early = done == 0 || seconds < WARM_UP;
        return early ? "" : duration(seconds * (total - done) / done) + " left";
    }

    private static String duration(double seconds) {
        if (seconds < 100) {
            return Math.round(seconds) + " s";
        }
        return seconds < 6000
                ? Math.round(seconds / 60) + " min"
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
