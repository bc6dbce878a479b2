package io.github.jukelab.cli;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Journal;
import io.github.jukelab.OutputFile;
import io.github.jukelab.Sha256;
import io.github.jukelab.extraction.AudioInputs;
import io.github.jukelab.extraction.SourceFile;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.model.ModelFile;
import io.github.jukelab.prediction.FilePredictions;
import io.github.jukelab.prediction.FilePredictor;
import io.github.jukelab.prediction.LabelFiles;
import io.github.jukelab.prediction.PredictionFormat;
import io.github.jukelab.prediction.PredictionView;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Labels sound files with a model. */
@Command(
        name = "predict",
        sortOptions = false,
        customSynopsis = "jukelab predict [OPTIONS] [MODEL.zip] DIR|FILE... [--out PREDICTIONS]",
        description = {
            "Label sound files of any length with a model.",
            "",
            "The model is known by its content; without one, the newest of build/models is used and named. Files that "
                    + "cannot be read are skipped and listed at the end. A later run of the same model reads only new and "
                    + "changed files: predictions are stored beside the output, in .PREDICTIONS.journal, so another "
                    + "format or threshold takes a moment.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jukelab predict model.zip recordings --out predictions.csv",
            "  jukelab predict model.zip night.wav --format raven --abstain 0.8 --out tables"
        })
final class PredictCommand implements Callable<Integer> {

    /** How the result is written. */
    enum Format {
        CSV(PredictionFormat.CSV, null),
        JSON(PredictionFormat.JSON, null),
        AUDACITY(null, LabelFiles.AUDACITY),
        RAVEN(null, LabelFiles.RAVEN);

        private final Optional<PredictionFormat> table;
        private final Optional<LabelFiles> labels;

        Format(PredictionFormat table, LabelFiles labels) {
            this.table = Optional.ofNullable(table);
            this.labels = Optional.ofNullable(labels);
        }
    }

    /** What has a line of its own. */
    enum Per {
        FILE,
        SEGMENT
    }

    private static final String JOURNAL = ".predictions.journal";

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|FILE...",
            hideParamSyntax = true,
            description = "A model, and the sound files to label, or folders to search for sound files. Links are "
                    + "followed, hidden files are ignored.")
    private List<Path> inputs;

    @Option(
            names = "--out",
            paramLabel = "PREDICTIONS",
            description = "File to write to; for audacity and raven a folder, which gets a file per sound (default: "
                    + "standard output).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Path> out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv: a table. json: the same with the model and all warnings. audacity: label tracks, 1.txt "
                    + "for 1.wav. raven: selection tables, 1.Table.1.selections.txt for 1.wav (default: "
                    + "${DEFAULT-VALUE}).",
            defaultValue = "csv")
    private Format format;

    @Option(
            names = "--per",
            paramLabel = "WHAT",
            description =
                    "file: a line per file, with the means of its segments. segment: a line per segment, with its "
                            + "start and end in seconds; for audacity and raven, neighbouring segments of one label are "
                            + "joined, and overlapping ones are parted in the middle of what they share (default: file for "
                            + "csv and json, segment for audacity and raven).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Per> per;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Labels of csv and json, the most probable first (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    private int top;

    @Option(
            names = "--abstain",
            paramLabel = "P",
            description = "Give no label if the most probable one is less probable than P: an empty field in csv, none "
                    + "in the other formats (default: ${DEFAULT-VALUE}, always a label).",
            defaultValue = "0")
    private double abstain;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Files read in parallel (default: one per core). The result does not depend on it.",
            defaultValue = Option.NULL_VALUE)
    private Optional<Integer> threads;

    @Option(names = "--strict", description = "Exit with code 1 if a file was skipped; the others are still written.")
    private boolean strict;

    @Mixin
    private ForceOption force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        PredictionView view = view();
        Optional<Path> named = model();
        List<Path> sounds =
                inputs.stream().filter(path -> !Optional.of(path).equals(named)).toList();
        if (sounds.isEmpty()) {
            throw usageError("give the sound files to label, too");
        }
        ChosenModel chosen = ChosenModel.of(named, err);
        FilePredictor predictor = predictor(chosen);
        AudioInputs audio = AudioInputs.all(sounds);
        List<SourceFile> files = audio.files();
        Optional<OutputFile> place = place(files, chosen.file());
        Problems.printFirst(err, "passed over", audio.passedOver());
        printPicture(predictor, err);
        try (Journal journal = journal(place, predictor.settings(), err)) {
            FilePredictions predictions = predict(predictor, files, journal, err);
            Problems.printFirst(err, "warnings", predictions.warnings());
            Problems.print(err, "skipped", predictions.skipped());
            return finish(predictions, view, place, err);
        }
    }

    private PredictionView view() {
        if (format.labels.isPresent() && out.isEmpty()) {
            throw usageError("--format " + name(format) + " needs --out, a folder for a file per sound");
        }
        Per what = per.orElse(format.labels.isPresent() ? Per.SEGMENT : Per.FILE);
        try {
            return new PredictionView(what == Per.SEGMENT, top, abstain);
        } catch (IllegalArgumentException e) {
            throw usageError("--" + e.getMessage());
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The model among the files, wherever it stands. */
    private Optional<Path> model() {
        List<Path> models = inputs.stream().filter(PredictCommand::isModel).toList();
        if (models.size() > 1) {
            throw usageError("there must be one model, got " + models.get(0) + " and " + models.get(1));
        }
        return models.stream().findFirst();
    }

    /** A file that cannot be read is no model, and is named as a sound that cannot be read. */
    private static boolean isModel(Path file) {
        try {
            return Files.isRegularFile(file) && ModelFile.isModel(file);
        } catch (IOException e) {
            return false;
        }
    }

    private FilePredictor predictor(ChosenModel chosen) throws IOException {
        String checksum = Sha256.of(chosen.file());
        int parallel = threads.orElse(Runtime.getRuntime().availableProcessors());
        try {
            return new FilePredictor(chosen.load(), checksum, parallel);
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage());
        }
    }

    /** The file of a table; empty if there is none but a folder, or the standard output. */
    private Optional<OutputFile> place(List<SourceFile> files, Path model) throws IOException {
        if (out.isPresent() && format.labels.isPresent()) {
            force.folder(out.get(), JOURNAL);
        }
        if (out.isEmpty() || format.table.isEmpty()) {
            return Optional.empty();
        }
        OutputFile place = force.place(out.get(), "predictions as " + name(format), format.table.get()::is);
        List<Path> read = new ArrayList<>(files.stream().map(SourceFile::path).toList());
        read.add(model);
        return Optional.of(place.outside(read));
    }

    /** A model of pictures is the one kind that does not hear a long sound to its end. */
    private static void printPicture(FilePredictor predictor, PrintWriter err) {
        Preprocessing input = predictor.model().preprocessing().orElseThrow().forLength(Double.MAX_VALUE);
        if (input.samples() < Integer.MAX_VALUE) {
            err.printf(
                    Locale.ROOT,
                    "the model uses the first %.1f s of a sound%n",
                    (double) input.samples() / input.rate());
        }
    }

    private Journal journal(Optional<OutputFile> place, String settings, PrintWriter err) throws IOException {
        TerminalProgress waiting = new TerminalProgress(err);
        if (place.isPresent()) {
            return Journal.open(place.get(), settings, waiting);
        }
        return out.isPresent()
                ? Journal.at(out.get().resolve(JOURNAL), settings, waiting)
                : Journal.temporary(settings);
    }

    private FilePredictions predict(FilePredictor predictor, List<SourceFile> files, Journal journal, PrintWriter err)
            throws IOException {
        TerminalProgress progress = new TerminalProgress(err);
        String stored = out.isPresent() ? "; predictions are stored, run the same command again to continue" : "";
        InterruptMessage message = new InterruptMessage(progress, err, "interrupted" + stored);
        try (message) {
            return predictor.predict(files, journal, progress);
        }
    }

    private int finish(FilePredictions predictions, PredictionView view, Optional<OutputFile> place, PrintWriter err)
            throws IOException {
        int usable = predictions.names().size();
        if (usable == 0) {
            err.println("jukelab: no file could be used, so nothing was written");
            return 1;
        }
        write(predictions, view);
        boolean through = out.isEmpty() || place.isPresent() && place.get().isStream();
        PrintWriter summary = through ? err : spec.commandLine().getOut();
        summary.printf(
                Locale.ROOT,
                "%s: files: %d predicted, %d reused, %d skipped%n",
                out.map(Path::toString).orElse("standard output"),
                predictions.computed(),
                predictions.reused(),
                predictions.skipped().size());
        return strict && !predictions.skipped().isEmpty() ? 1 : 0;
    }

    private void write(FilePredictions predictions, PredictionView view) throws IOException {
        if (format.labels.isPresent()) {
            format.labels.get().write(predictions, view, out.orElseThrow());
            return;
        }
        PredictionFormat table = format.table.orElseThrow();
        if (out.isEmpty()) {
            table.write(predictions, view, spec.commandLine().getOut());
            spec.commandLine().getOut().flush();
            return;
        }
        AtomicFile.write(out.get(), part -> {
            try (Writer file = Files.newBufferedWriter(part)) {
                table.write(predictions, view, file);
            }
        });
    }

    private ParameterException usageError(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
