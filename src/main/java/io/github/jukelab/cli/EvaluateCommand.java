package io.github.jukelab.cli;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.HtmlMedia;
import io.github.jukelab.OutputFile;
import io.github.jukelab.Sha256;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.FolderReport;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.RobustnessReport;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.network.Backend;
import io.github.jukelab.plot.Figure;
import io.github.jukelab.plot.Plots;
import io.github.jukelab.prediction.FilePredictor;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.report.ErrorPage;
import io.github.jukelab.report.ErrorPlayers;
import io.github.jukelab.report.PredictedSpan;
import io.github.jukelab.robustness.Changes;
import io.github.jukelab.robustness.Robustness;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Evaluates a model on a folder of labelled recordings. */
@Command(
        name = "evaluate",
        sortOptions = false,
        customSynopsis = "jukelab evaluate [OPTIONS] [MODEL] --data DIR --out DIR",
        description = {
            "Evaluate a model on labelled recordings.",
            "",
            "It writes report.txt, confusion.png, predictions.csv and card.json; with --html also a page on which one "
                    + "can listen to the errors, with --robust also robustness.csv. The probabilities of a track are the "
                    + "means over its windows. Tracks that were in the model's training are named, and the accuracy "
                    + "is also told without them. Tracks of labels that the model does not know are left out and "
                    + "counted. Files that cannot be used are skipped and named; the exit code is still 0.",
            ""
        },
        footer = {"", "Example: jukelab evaluate model.zip --data recordings --out evaluated"})
final class EvaluateCommand implements Callable<Integer> {

    private static final String REPORT = "report.txt";
    private static final String PAGE = "report.html";
    private static final String MATRIX = "confusion.png";
    private static final String ROBUSTNESS = "robustness.csv";
    private static final String CARD = "card.json";

    @Mixin
    private ModelParameter parameter;

    @Mixin
    private DataOptions data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write the results to.")
    private Path out;

    @Option(
            names = "--html",
            description =
                    "Also write report.html: pictures of the confidence, the confusion matrix with players of the wrong and of some right "
                            + "tracks, and the ten worst errors. The sounds are excerpts of 5 s within the file, which has "
                            + "at most 20 MB.")
    private boolean html;

    @Option(
            names = "--robust",
            description =
                    "Also predict for the same tracks after changes that a listener would not mind (level, treble, "
                            + "MP3, noise, pitch, tempo, start, offset, rate), and say how many answers are different. Each "
                            + "track is held in memory; it takes about as long as a dozen evaluations.")
    private boolean robust;

    @Option(
            names = "--abstain",
            paramLabel = "P",
            description = "With --robust: a track has no answer if its most probable label is less probable than this. "
                    + "No answer counts as an answer of its own (default: ${DEFAULT-VALUE}, always an answer).",
            defaultValue = "0")
    private double abstain;

    @Mixin
    private ForceOption force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        checkAbstain();
        Cost.Stopwatch stopwatch = Cost.start();
        ChosenModel chosen = parameter.choose(err);
        List<OutputFile> outputs = outputs();
        TrainedModel model = chosen.load();
        String checksum = Sha256.of(chosen.file());
        FilePredictor predictor =
                new FilePredictor(model, checksum, Runtime.getRuntime().availableProcessors());
        FolderReport folder = data.open();
        Dataset all = folder.dataset();
        for (OutputFile output : outputs) {
            output.outside(all.tracks().stream().map(Track::file).toList());
        }
        DataOptions.print(folder, err);
        Dataset known = known(all, model.labels());
        PredictedTracks predicted = PredictedTracks.of(predictor, known, progress("reading sounds"));
        Problems.printFirst(err, "warnings", predicted.warnings());
        Optional<List<String>> seen = seen(model.card(), predicted.dataset());
        long seed = model.card().map(card -> card.run().seed()).orElse(0L);
        EvaluationReport report = EvaluationReport.of(
                chosen.file() + " on " + all.title(), predicted, seed, seen, unknown(all, known.labels()));
        RunCard.Result result = RunCard.Result.of(predicted.evaluation(seed), stopwatch.elapsed())
                .withCalibration(predicted.calibration(seed));
        Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "model", chosen.file().getFileName().toString(),
                "checksum of the model", checksum,
                "labels", String.join(" ", model.labels()),
                "tracks in training", seen.map(ids -> "" + ids.size()).orElse("not known")));
        Optional<RobustnessReport> robustness = robust ? Optional.of(robustness(model, predicted)) : Optional.empty();
        if (robustness.isPresent()) {
            report = report.with(RobustnessText.lines(robustness.get(), Changes.ALL));
            settings.putAll(RobustnessText.settings(robustness.get()));
        }
        Optional<String> page = html ? Optional.of(page(report, predicted, seed, model)) : Optional.empty();
        write(
                report,
                page,
                robustness,
                predicted.predictions(),
                card(predicted, seed, result)
                        .withSettings(settings)
                        .withProblems("in training", seen.orElse(List.of())));
        report.lines().forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    /** Tried before the work. */
    private List<OutputFile> outputs() throws IOException {
        List<OutputFile> outputs = new ArrayList<>(List.of(
                force.place(out.resolve(REPORT), "a report of an evaluation", EvaluationReport::isReport),
                force.place(out.resolve(MATRIX), "a PNG picture", EvaluateCommand::isPng),
                force.place(out.resolve(RunResult.PREDICTIONS), "a table of predictions", Predictions::isCsv),
                force.place(out.resolve(CARD), "a run card", RunCard::isCard)));
        if (html) {
            outputs.add(force.place(out.resolve(PAGE), "a page of an evaluation", ErrorPage::isPage));
        }
        if (robust) {
            outputs.add(force.place(out.resolve(ROBUSTNESS), "a table of changed sounds", RobustnessReport::isCsv));
        }
        return outputs;
    }

    private void checkAbstain() {
        if (!(abstain >= 0 && abstain <= 1)) {
            throw new ParameterException(spec.commandLine(), "--abstain must be in [0, 1], got " + abstain);
        }
        if (abstain > 0 && !robust) {
            throw new ParameterException(spec.commandLine(), "--abstain needs --robust");
        }
    }

    private RobustnessReport robustness(TrainedModel model, PredictedTracks predicted) throws IOException {
        return Robustness.of(
                        model, predicted.dataset().tracks(), Changes.ALL, progress("predicting for changed sounds"))
                .withAbstain(abstain);
    }

    private String page(EvaluationReport report, PredictedTracks predicted, long seed, TrainedModel model)
            throws IOException {
        ErrorPlayers players = ErrorPlayers.of(
                predicted.predictions(),
                predicted.dataset(),
                PredictedSpan.of(model.preprocessing().orElseThrow()),
                ErrorPlayers.Limits.PAGE,
                progress("reading sounds of errors"));
        return ErrorPage.of(
                report.lines(),
                List.of(
                        picture(Plots.calibration(predicted.calibration(seed))),
                        picture(Plots.coverage(predicted.coverage(seed)))),
                players);
    }

    private static String picture(Figure figure) {
        return HtmlMedia.picture(figure.png(), figure.alternativeText());
    }

    static boolean isPng(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("\u0089PNG");
        }
    }

    /** The tracks whose labels the model knows. */
    private static Dataset known(Dataset all, List<String> labels) {
        List<String> known = all.labels().stream().filter(labels::contains).toList();
        if (known.isEmpty()) {
            throw new IllegalArgumentException(
                    all.folder() + ": no track has a label that the model knows, " + labels + ", got " + all.labels());
        }
        return all.withLabels(known);
    }

    private static Map<String, Integer> unknown(Dataset all, List<String> known) {
        Map<String, Integer> unknown = new LinkedHashMap<>();
        all.labels().stream()
                .filter(label -> !known.contains(label))
                .forEach(label -> unknown.put(label, all.tracks(label).size()));
        return unknown;
    }

    /** The tracks that were in training; empty if the model's file does not tell. */
    private Optional<List<String>> seen(Optional<ModelCard> card, Dataset dataset) {
        return card.map(it -> it.training().seen(dataset, progress("looking for tracks of the training")));
    }

    private TerminalProgress progress(String title) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(title);
        return new TerminalProgress(err);
    }

    private static RunCard card(PredictedTracks predicted, long seed, RunCard.Result result) {
        Dataset dataset = predicted.dataset();
        return RunCard.of(
                        RunCard.Data.of(dataset.id(), dataset.trackIds()),
                        "none, all tracks are evaluated",
                        seed,
                        Backend.current().toString(),
                        result)
                .withPredictions(predicted.predictions())
                .withProblems("skipped", predicted.skipped())
                .withProblems("warnings", predicted.warnings());
    }

    /** All of them are new, or all are as before. */
    private void write(
            EvaluationReport report,
            Optional<String> page,
            Optional<RobustnessReport> robustness,
            Predictions predictions,
            RunCard card)
            throws IOException {
        byte[] matrix = Plots.confusion(Evaluation.of(predictions).confusion()).png();
        Map<Path, AtomicFile.Content> contents = new LinkedHashMap<>();
        contents.put(out.resolve(REPORT), part -> Files.write(part, report.lines()));
        page.ifPresent(text -> contents.put(out.resolve(PAGE), part -> Files.writeString(part, text)));
        robustness.ifPresent(changed -> contents.put(out.resolve(ROBUSTNESS), changed::writeCsv));
        contents.put(out.resolve(MATRIX), part -> Files.write(part, matrix));
        contents.put(out.resolve(RunResult.PREDICTIONS), predictions::writeCsv);
        contents.put(out.resolve(CARD), card::write);
        AtomicFile.writeTogether(contents);
    }
}
