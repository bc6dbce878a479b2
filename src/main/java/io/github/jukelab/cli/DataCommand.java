package io.github.jukelab.cli;

import io.github.jukelab.Printable;
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
import io.github.jukelab.input.ExampleCache;
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

/** Imports a copy of GTZAN, prints where GTZAN can be found, or cleans the cache of examples. */
@Command(
        name = "data",
        description = {"Import a copy of GTZAN, or print where it can be found.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was imported except files that are listed",
            "1:a source could not be imported; the others were",
            "2:wrong arguments"
        })
final class DataCommand implements Callable<Integer> {

    /** Labels with fewer tracks are named: they are hard to train. */
    private static final int FEW_TRACKS = 10;

    @Option(
            names = "--from",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Folders, Kaggle's zip, Marsyas' tar.gz or parts of them, with sound files in any format; a "
                    + "copy may be incomplete. Files that cannot be read are listed with the reason; the others are "
                    + "imported. Of a track that is there twice, the first file stays "
                    + "(default: print the usual sources).")
    private List<Path> from = List.of();

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

    @Option(
            names = "--clean-cache",
            description = "Remove the examples of large data sets that train, results and notebooks keep in "
                    + "build/examples, but those in use. Without it, files are removed that were not used for the longest time "
                    + "when all have more than 20 GB, or as many as the environment variable EXAMPLE_CACHE says; "
                    + "with 0, none is kept.")
    private boolean cleanCache;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (cleanCache) {
            cleanCache(out);
            return 0;
        }
        if (list) {
            DatasetLocator locator = Jukelab.locator();
            for (DefaultDataset kind : DefaultDataset.values()) {
                String recordings = locator.recordings(kind).map(Path::toString).orElse("synthetic");
                out.printf(Locale.ROOT, "%-10s %s%n", kind.variable(), recordings);
            }
            return 0;
        }
        if (from.isEmpty()) {
            printSources(out);
            return 0;
        }
        ImportReport imported = GtzanImport.into(into, from, new TerminalProgress(out));
        printFindings(imported, out);
        if (imported.refused().size() < from.size() || imported.added() > 0) {
            out.println(Printable.of(imported.toString()));
        }
        if (imported.added() + imported.same() > 0) {
            printTracks(out);
        }
        imported.refused()
                .forEach(refused -> printRefused(refused, spec.commandLine().getErr()));
        return imported.refused().isEmpty() ? 0 : 1;
    }

    private static void cleanCache(PrintWriter out) throws IOException {
        ExampleCache cache = Jukelab.exampleCache();
        ExampleCache.Cleaned cleaned = cache.clean();
        out.printf(
                Locale.ROOT,
                "files of examples removed from %s: %d, %s%n",
                Printable.of(cache.folder().toString()),
                cleaned.files(),
                ExampleCache.size(cleaned.bytes()));
        if (cleaned.used() > 0) {
            out.printf(Locale.ROOT, "files in use, not removed: %d%n", cleaned.used());
        }
    }

    private static void printRefused(DatasetException refused, PrintWriter err) {
        err.println("jukelab: " + Printable.of(refused.getMessage()));
    }

    /** Every file with a fault; of those that were imported in spite of a warning, the first. */
    private static void printFindings(ImportReport report, PrintWriter out) {
        List<String> warnings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            String line = finding.file() + ": " + finding.detail();
            if (finding.fault() == Fault.DAMAGED) {
                warnings.add(line);
            } else {
                print(finding.fault().name().toLowerCase(Locale.ROOT), line, out);
            }
        }
        report.formats().forEach(format -> print("ignored", format, out));
        Problems.printFirst(out, "warnings", warnings);
    }

    private static void print(String kind, String line, PrintWriter out) {
        out.printf(Locale.ROOT, "  %-10s %s%n", kind, Printable.of(line));
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
        out.println("To import your copy, complete or not: make data FROM='folder archive ...'");
        out.println("Without GTZAN, everything runs on the synthetic data set.");
    }
}
