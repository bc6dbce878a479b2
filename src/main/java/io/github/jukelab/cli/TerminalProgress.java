package io.github.jukelab.cli;

import io.github.jukelab.Progress;
import java.io.PrintWriter;

/** Progress as lines in a terminal: one each ten percent. */
final class TerminalProgress implements Progress {

    private final PrintWriter out;
    private long tenth = -1;

    TerminalProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void report(long done, long total, String what) {
        long now = 10 * done / total;
        if (now != tenth) {
            tenth = now;
            out.printf("  %3d %%  %s%n", 100 * done / total, what);
            out.flush();
        }
    }
}
