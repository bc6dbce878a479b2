package io.github.jukelab.cli;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.DatasetInfo;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.GtzanImport;
import io.github.jukelab.dataset.ImportReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Imports the user's copy of GTZAN, or says where such a copy is usually had. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Import GTZAN into data/gtzan, or say where it is usually had.")
final class DataCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description = "A folder, Kaggle's zip or Marsyas' tar.gz; wav or au, whole or in part.")
    private Path from;

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = "Where to (default: ${DEFAULT-VALUE}).",
            defaultValue = "data/gtzan")
    private Path into;

    @Option(
            names = "--list",
            description = "Name the recordings that notebooks and results use: a folder for each kind, or synthetic.")
    private boolean list;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            DatasetLocator locator =
                    new DatasetLocator(Path.of(System.getProperty("io.github.jukelab.home", ".")), System.getenv());
            for (DefaultDataset kind : DefaultDataset.values()) {
                String recordings = locator.recordings(kind).map(Path::toString).orElse("synthetic");
                out.printf("%-10s %s%n", kind.variable(), recordings);
            }
            return 0;
        }
        if (from == null) {
            explain(out);
            return 0;
        }
        ImportReport imported = GtzanImport.into(into, from, new TerminalProgress(out));
        imported.findings()
                .forEach(finding -> out.printf(
                        "  %-10s %s: %s%n", finding.fault().name().toLowerCase(), finding.file(), finding.detail()));
        out.println(imported);
        if (imported.added() + imported.same() > 0) {
            tracks(out);
        }
        return 0;
    }

    private void tracks(PrintWriter out) throws DatasetException {
        Dataset dataset = Gtzan.at(into);
        out.println(dataset);
        List<String> scarce = dataset.labelsBelow(SCARCE);
        if (!scarce.isEmpty()) {
            out.printf("fewer than %d tracks: %s%n", SCARCE, String.join(", ", scarce));
        }
    }

    /** With fewer tracks a genre can be heard but hardly learnt. */
    private static final int SCARCE = 10;

    private static void explain(PrintWriter out) {
        DatasetInfo gtzan = Gtzan.INFO;
        out.println("GTZAN is not downloaded by Jukelab.");
        out.println("  where    " + gtzan.source());
        out.println("  terms    " + gtzan.licence());
        out.println("  cite     " + gtzan.citation());
        out.println("Once you have it, whole or in part: make data FROM=folder-or-archive");
        out.println("Without it everything runs on the synthetic data set.");
    }
}
