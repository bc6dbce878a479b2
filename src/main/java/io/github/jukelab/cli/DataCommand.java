package io.github.jukelab.cli;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.DatasetInfo;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.Fault;
import io.github.jukelab.dataset.Finding;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.GtzanImport;
import io.github.jukelab.dataset.ImportReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Imports a copy of GTZAN, or prints where GTZAN can be found. */
@Command(
        name = "data",
        description = {"Import a copy of GTZAN, or print where it can be found.", ""})
final class DataCommand implements Callable<Integer> {

    /** Labels with fewer tracks are named: they are hard to train. */
    private static final int FEW_TRACKS = 10;

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description = "A folder, Kaggle's zip or Marsyas' tar.gz with WAV or AU files; it may be incomplete. "
                    + "Files that cannot be read are listed with the reason; the others are imported. "
                    + "Without it, the usual sources are printed.")
    private Path from;

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = "Folder to import into (default: ${DEFAULT-VALUE}).",
            defaultValue = "data/gtzan")
    private Path into;

    @Option(
            names = "--list",
            description = "List the recordings that notebooks and results use: one folder per data set, or synthetic.")
    private boolean list;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            DatasetLocator locator = Jukelab.locator();
            for (DefaultDataset kind : DefaultDataset.values()) {
                String recordings = locator.recordings(kind).map(Path::toString).orElse("synthetic");
                out.printf(Locale.ROOT, "%-10s %s%n", kind.variable(), recordings);
            }
            return 0;
        }
        if (from == null) {
            printSources(out);
            return 0;
        }
        ImportReport imported = GtzanImport.into(into, from, new TerminalProgress(out));
        printFindings(imported.findings(), out);
        out.println(imported);
        if (imported.added() + imported.same() > 0) {
            printTracks(out);
        }
        return 0;
    }

    /** Every file with a fault; of those that were imported in spite of a warning, the first. */
    private static void printFindings(List<Finding> findings, PrintWriter out) {
        List<String> warnings = new ArrayList<>();
        for (Finding finding : findings) {
            String line = finding.file() + ": " + finding.detail();
            if (finding.fault() == Fault.DAMAGED) {
                warnings.add(line);
            } else {
                out.printf(Locale.ROOT, "  %-10s %s%n", finding.fault().name().toLowerCase(Locale.ROOT), line);
            }
        }
        Problems.printFirst(out, "warnings", warnings);
    }

    private void printTracks(PrintWriter out) throws DatasetException {
        Dataset dataset = Gtzan.at(into);
        out.println(dataset);
        List<String> small = dataset.labelsBelow(FEW_TRACKS);
        if (!small.isEmpty()) {
            out.printf(Locale.ROOT, "fewer than %d tracks: %s%n", FEW_TRACKS, String.join(", ", small));
        }
    }

    private static void printSources(PrintWriter out) {
        DatasetInfo gtzan = Gtzan.INFO;
        out.println("GTZAN is not downloaded by Jukelab.");
        out.println("  source   " + gtzan.source());
        out.println("  terms    " + gtzan.licence());
        out.println("  cite     " + gtzan.citation());
        out.println("To import your copy, complete or not: make data FROM=folder-or-archive");
        out.println("Without GTZAN, everything runs on the synthetic data set.");
    }
}
