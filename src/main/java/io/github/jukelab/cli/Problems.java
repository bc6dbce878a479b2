package io.github.jukelab.cli;

import java.io.PrintWriter;
import java.util.List;

/** What was wrong with some files, at the end of a run. */
final class Problems {

    private Problems() {}

    /** A line that says how many, and one each; nothing if there is none. */
    static void list(PrintWriter err, String what, List<String> lines) {
        if (!lines.isEmpty()) {
            err.printf("jukelab: %s: %d%n", what, lines.size());
            lines.forEach(line -> err.println("  " + line));
        }
    }
}
