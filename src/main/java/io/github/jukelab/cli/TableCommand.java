package io.github.jukelab.cli;

import io.github.jukelab.OutputFile;
import io.github.jukelab.extraction.AudioInputs;
import io.github.jukelab.extraction.ExtractionReport;
import io.github.jukelab.extraction.FeatureExtraction;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.feature.FeatureSet;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.recipe.FeatureKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a feature table of sound files. */
@Command(
        name = "table",
        sortOptions = false,
        customSynopsis = "jukelab table [OPTIONS] DIR|FILE... --out TABLE.csv",
        description = {
            "Write a table of features, one row per track.",
            "",
            "It has the 60 columns of the published GTZAN tables, or 480 mel statistics. The label is the name of the folder of the class, as for "
                    + "train; the file name is the track's id with its extension (cat/1.wav, blues.00000.wav). "
                    + "Files that cannot be read are skipped and listed at the end. A later run computes only new and "
                    + "changed files: computed rows are stored beside the table, in .TABLE.csv.journal. If another program is "
                    + "writing the same table, this one waits for it.",
            ""
        },
        footer = {"", "Example: jukelab table recordings --out table.csv"})
final class TableCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|FILE...",
            hideParamSyntax = true,
            description =
                    "Sound files, and folders to search for sound files. Links are followed, hidden files are ignored.")
    private List<Path> inputs;

    @Mixin
    private LabelsOption labels;

    @Option(names = "--out", required = true, paramLabel = "TABLE.csv", description = "File to write the table to.")
    private Path out;

    @Option(
            names = "--features",
            split = ",",
            paramLabel = "KIND",
            description =
                    "table: the 57 features of the published tables. mel-statistics: mean, deviation, change from "
                            + "frame to frame and percentiles of 96 mel bands. embedding: 200 values of a network "
                            + "that was trained on other music, which 'make embeddings' installs. Several, separated "
                            + "by commas, stand side by side (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private List<FeatureKind> features;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "For --features table. librosa: the defaults of librosa 0.11. kaggle-2020: as in the published "
                            + "tables, with reflect padding (default: librosa).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Preset> preset;

    @Option(
            names = "--segment",
            paramLabel = "SECONDS",
            description =
                    "One row per segment of this length; the published table has 3 s segments (default: whole tracks).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Double> segment;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "Sample rate to resample to first (default: ${DEFAULT-VALUE}).",
            defaultValue = "22050")
    private int rate;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Tracks computed in parallel (default: one per core). The table does not depend on it.",
            defaultValue = Option.NULL_VALUE)
    private Optional<Integer> threads;

    @Option(names = "--strict", description = "Exit with code 1 if a file was skipped; the table is still written.")
    private boolean strict;

    @Mixin
    private ForceOption force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        FeatureExtraction extraction = extraction();
        OutputFile place = force.place(out, "a feature table", FeatureTable::isTable);
        AudioInputs sounds = sounds();
        sounds.folders().forEach(folder -> Problems.printFolder(err, folder));
        Problems.printFirst(err, "passed over", sounds.passedOver());
        ExtractionReport report = extract(extraction, sounds, err);
        Problems.printFirst(err, "warnings", report.warnings());
        Problems.print(err, "skipped", report.skipped());
        if (report.rows() == 0) {
            err.println("jukelab: no file could be used, so no table was written");
            return 1;
        }
        PrintWriter summary = place.isStream() ? err : spec.commandLine().getOut();
        summary.printf(
                Locale.ROOT,
                "%s: %d rows; files: %d computed, %d reused, %d skipped%n",
                out,
                report.rows(),
                report.computed(),
                report.reused(),
                report.skipped().size());
        return strict && !report.skipped().isEmpty() ? 1 : 0;
    }

    private AudioInputs sounds() throws IOException {
        if (!labels.isGiven()) {
            return AudioInputs.of(inputs);
        }
        if (inputs.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--labels needs one folder of recordings, got " + inputs.size() + " paths");
        }
        return AudioInputs.of(labels.open(inputs.get(0)));
    }

    private FeatureExtraction extraction() {
        try {
            FeatureExtraction ofTracks = FeatureExtraction.of(featureSet()).withRate(rate);
            FeatureExtraction ofRows = segment.map(ofTracks::withSegments).orElse(ofTracks);
            return threads.map(ofRows::withThreads).orElse(ofRows);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private FeatureSet featureSet() {
        if (preset.isPresent() && !features.equals(List.of(FeatureKind.TABLE))) {
            String kinds = features.stream().map(FeatureKind::toString).collect(Collectors.joining(","));
            throw new IllegalArgumentException("--preset is for --features table, not for " + kinds);
        }
        return preset.<FeatureSet>map(set -> set).orElseGet(() -> FeatureKind.features(features));
    }

    private ExtractionReport extract(FeatureExtraction extraction, AudioInputs sounds, PrintWriter err)
            throws IOException {
        TerminalProgress progress = new TerminalProgress(err);
        String text = "interrupted; computed rows are stored, run the same command again to continue";
        InterruptMessage message = new InterruptMessage(progress, err, text);
        try (message) {
            return extraction.into(out, sounds, progress);
        }
    }
}
