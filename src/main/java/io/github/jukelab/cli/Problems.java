package io.github.jukelab.cli;

import java.io.PrintWriter;
import java.util.List;

/** Prints the problems with files at the end of a run. */
final class Problems {

    private Problems() {}

    /** One line with the number of problems, then one line per problem; nothing if there are none. */
    static void print(PrintWriter err, String title, List<String> problems) {
        if (!problems.isEmpty()) {
            err.printf("jukelab: %s: %d%n", title, problems.size());
            problems.forEach(problem -> err.println("  " + problem));
        }
    }
}
