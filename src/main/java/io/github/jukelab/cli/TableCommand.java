package io.github.jukelab.cli;

import io.github.jukelab.extraction.ExtractionReport;
import io.github.jukelab.extraction.FeatureExtraction;
import io.github.jukelab.feature.Preset;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the feature table of many sound files. */
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "jukelab table [OPTIONS] DIR|FILE... --out TABLE.csv",
        description = {
            "Make a table of 57 features per track: the 60 columns of the published GTZAN tables.",
            "",
            "The label is the name's part before the number (blues.00000.wav), else the folder's name. Files that cannot "
                    + "be read are skipped and listed at the end. Run again, it computes only what is new or changed; "
                    + "what was computed is kept beside the table, in .TABLE.csv.journal.",
            ""
        },
        footer = {"", "Example: jukelab table recordings --out table.csv"})
final class TableCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|FILE...",
            hideParamSyntax = true,
            description =
                    "Sound files, and folders with sound files anywhere below. Links are followed, hidden files not read.")
    private List<Path> places;

    @Option(names = "--out", required = true, paramLabel = "TABLE.csv", description = "Where the table goes.")
    private Path out;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "librosa: as librosa 0.11 does by default. kaggle-2020: as in the published tables, with "
                    + "mirrored ends (default: ${DEFAULT-VALUE}).",
            defaultValue = "librosa")
    private Preset preset;

    @Option(
            names = "--segment",
            paramLabel = "SECONDS",
            description =
                    "A row for each segment of this length, as the published table of segments of 3 s (default: whole tracks).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Double> segment;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "Rate to which each sound is brought first (default: ${DEFAULT-VALUE}).",
            defaultValue = "22050")
    private int rate;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Tracks computed side by side (default: one each core). The table does not depend on it.",
            defaultValue = Option.NULL_VALUE)
    private Optional<Integer> threads;

    @Option(names = "--strict", description = "Exit with 1 if a file was skipped; the table is written all the same.")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        ExtractionReport extracted = extract(extraction(), err);
        Problems.list(err, "warnings", extracted.notes());
        Problems.list(err, "skipped", extracted.skipped());
        if (extracted.rows() == 0) {
            err.println("jukelab: no file could be used, so no table was written");
            return 1;
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %d rows; files: %d computed, %d kept from before, %d skipped%n",
                        out,
                        extracted.rows(),
                        extracted.computed(),
                        extracted.kept(),
                        extracted.skipped().size());
        return strict && !extracted.skipped().isEmpty() ? 1 : 0;
    }

    private FeatureExtraction extraction() {
        try {
            FeatureExtraction whole = FeatureExtraction.of(preset).withRate(rate);
            FeatureExtraction cut = segment.map(whole::withSegments).orElse(whole);
            return threads.map(cut::withThreads).orElse(cut);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** Ctrl-C ends the whole program at any time, so what there is to say then must be said by a hook. */
    private ExtractionReport extract(FeatureExtraction extraction, PrintWriter err) throws IOException {
        TerminalProgress progress = new TerminalProgress(err);
        AtomicBoolean ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!ended.get()) {
                progress.breakOff();
                err.println("jukelab: interrupted; what was computed is kept, the same command goes on from there");
            }
        }));
        try {
            return extraction.into(out, places, progress);
        } finally {
            ended.set(true);
        }
    }
}
