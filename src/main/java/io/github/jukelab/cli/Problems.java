package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import io.github.jukelab.dataset.FolderReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

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

    /** What a folder was taken for and what of it is not used, before work on it begins. */
    static void printFolder(PrintWriter err, FolderReport folder) {
        err.println(Printable.of(folder.toString()));
        printFirst(err, "passed over", folder.passedOver());
        printFirst(err, "rows of the label table not used", folder.skippedRows());
    }

    private static void print(PrintWriter err, String title, List<String> problems, int most) {
        if (!problems.isEmpty()) {
            err.printf(Locale.ROOT, "jukelab: %s: %d%n", title, problems.size());
            print(err, problems, most);
        }
    }

    /** The first ten problems, and the number of the others, without a title. */
    static void printFirst(PrintWriter err, List<String> problems) {
        print(err, problems, FIRST);
    }

    private static void print(PrintWriter err, List<String> problems, int most) {
        problems.stream().limit(most).forEach(problem -> err.println("  " + Printable.of(problem)));
        if (problems.size() > most) {
            err.println("  … and " + (problems.size() - most) + " more");
        }
    }
}
