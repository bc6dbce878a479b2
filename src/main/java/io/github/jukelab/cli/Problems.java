package io.github.jukelab.cli;

import java.io.PrintWriter;
import java.util.List;

/** Prints the problems with files at the end of a run. */
final class Problems {

    private static final int FIRST = 10;

    private Problems() {}

    /** One line with the number of problems, then one line per problem; nothing if there are none. */
    static void print(PrintWriter err, String title, List<String> problems) {
        print(err, title, problems, problems.size());
    }

    /** The same, but only the first ten problems, and the number of the others. */
    static void printFirst(PrintWriter err, String title, List<String> problems) {
        print(err, title, problems, FIRST);
    }

    private static void print(PrintWriter err, String title, List<String> problems, int most) {
        if (!problems.isEmpty()) {
            err.printf("jukelab: %s: %d%n", title, problems.size());
            problems.stream().limit(most).forEach(problem -> err.println("  " + problem));
        }
        if (problems.size() > most) {
            err.println("  … and " + (problems.size() - most) + " more");
        }
    }
}
