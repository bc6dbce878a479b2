package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import io.github.jukelab.evaluation.Comparison;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.McNemar;
import io.github.jukelab.evaluation.Predictions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two runs on the same tracks. */
@Command(
        name = "compare",
        sortOptions = false,
        customSynopsis = "jukelab compare [OPTIONS] A B",
        description = {
            "Compare two runs on the same tracks.",
            "",
            "A run is a folder that 'jukelab evaluate' wrote, a table of predictions, a run card, or a model with its "
                    + "card. Tracks that only one run has are left out.",
            "",
            "Intervals and test take tracks as independent. If several are of one group, such as a speaker, the intervals "
                    + "are too narrow, and p is too small.",
            ""
        },
        footer = {"", "Example: jukelab compare evaluated/first evaluated/second"})
final class CompareCommand implements Callable<Integer> {

    private static final long SEED = 42;

    @Parameters(index = "0", paramLabel = "A", hideParamSyntax = true, description = "The first run.")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", hideParamSyntax = true, description = "The second run.")
    private Path b;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RunResult first = RunResult.read(a);
        RunResult second = RunResult.read(b);
        SortedSet<String> both = common(first, second);
        List<String> labels = Stream.of(first, second)
                .flatMap(run -> run.tracks().values().stream())
                .flatMap(track -> Stream.of(track.actual(), track.predicted()))
                .distinct()
                .sorted()
                .toList();
        print(first.predictions(both, labels), second.predictions(both, labels));
        printOthers("A", first, both);
        printOthers("B", second, both);
        return 0;
    }

    private SortedSet<String> common(RunResult first, RunResult second) throws IOException {
        SortedSet<String> both = new TreeSet<>(first.tracks().keySet());
        both.retainAll(second.tracks().keySet());
        if (both.isEmpty()) {
            throw new IOException(a + " and " + b + " have no track in common, so they cannot be compared");
        }
        for (String id : both) {
            String one = first.tracks().get(id).actual();
            String other = second.tracks().get(id).actual();
            if (!one.equals(other)) {
                throw new IOException("the true label of " + id + " is " + one + " in " + a + " and " + other + " in "
                        + b + ", so they cannot be compared");
            }
        }
        return both;
    }

    private void print(Predictions first, Predictions second) {
        Comparison comparison = Comparison.of(first, second, SEED);
        McNemar test = McNemar.of(first, second);
        print("A  %s: %s", a, EvaluationReport.accuracy(Evaluation.of(first)));
        print("B  %s: %s", b, EvaluationReport.accuracy(Evaluation.of(second)));
        print(
                "A - B: %+.1f points, 95 %% interval %+.1f to %+.1f",
                100 * comparison.difference(), 100 * comparison.low(), 100 * comparison.high());
        print(
                "Of %d tracks, A alone is right on %d and B alone on %d; both are right on %d, neither on %d.",
                first.rows().size(), test.onlyFirst(), test.onlySecond(), test.bothCorrect(), test.bothWrong());
        print("McNemar's test: p %s", test.p() < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", test.p()));
        print("%s", meaning(test));
    }

    private static String meaning(McNemar test) {
        if (!test.significant()) {
            return String.format(
                    Locale.ROOT,
                    "These tracks cannot tell which is better: equally good models differ by as much in %.0f of 100 cases.",
                    100 * test.p());
        }
        return (test.onlyFirst() > test.onlySecond() ? "A" : "B")
                + " is better on tracks like these: equally good models differ by as much in fewer than 5 of 100 cases."
                + " Other seeds of the training may tell otherwise.";
    }

    private void printOthers(String name, RunResult run, SortedSet<String> both) {
        int others = run.tracks().size() - both.size();
        if (others > 0) {
            print("Left out: %d tracks that only %s has.", others, name);
        }
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Printable.of(String.format(Locale.ROOT, format, values)));
    }
}
