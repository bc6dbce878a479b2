package io.github.jukelab.cli;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Journal;
import io.github.jukelab.OutputFile;
import io.github.jukelab.Printable;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.FolderReport;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.LearningCurve;
import io.github.jukelab.evaluation.LearningCurve.Point;
import io.github.jukelab.network.Checkpoints;
import io.github.jukelab.plot.Plots;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.LearningCurveCard;
import io.github.jukelab.recipe.CurveModel;
import io.github.jukelab.recipe.LearningCurveRun;
import io.github.jukelab.recipe.LearningCurveSettings;
import io.github.jukelab.recipe.RunListener;
import io.github.jukelab.recipe.SplitRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains models on few recordings and on more. */
@Command(
        name = "learning-curve",
        sortOptions = false,
        customSynopsis = "jukelab learning-curve [OPTIONS] MODEL... --data DIR --out DIR",
        description = {
            "Show what more recordings would bring, by training on fewer.",
            "",
            "It writes curve.csv, with the accuracy of each draw, curve.png and card.json. A draw takes the same number "
                    + "of tracks of each class from the training set, of different groups as far as there are so many. "
                    + "All models have the same draws. Each is tested on tracks that it cannot draw: a fold of the "
                    + "split, the folds in turn.",
            "",
            "A model knows only the tracks of its draw. A classical one chooses its settings by folds within them; "
                    + "with one track per class there are no folds, and it has the first settings of its grid, the "
                    + "simplest. A network keeps a fifth of the draw, at least one track per class, to choose its "
                    + "epoch; with one track per class it chooses by that track. With fewer tracks it has more epochs, "
                    + "so that all sizes have about as many steps.",
            ""
        },
        footer = {
            "",
            "Ctrl-C ends the run; finished draws are kept, and the same command goes on. A model that is added needs "
                    + "only its own draws.",
            "",
            "Example: jukelab learning-curve svm:table svm --data recordings --out curve"
        })
final class LearningCurveCommand implements Callable<Integer> {

    private static final String TABLE = "curve.csv";
    private static final String PICTURE = "curve.png";
    private static final String CARD = "card.json";
    private static final String JOURNAL = ".draws.journal";

    @Parameters(
            arity = "1..*",
            paramLabel = "MODEL",
            hideParamSyntax = true,
            completionCandidates = RecipeNames.class,
            description = "One or more of ${COMPLETION-CANDIDATES}. Features of svm, logistic, knn and dense follow a "
                    + "colon, as for --features of the command train: logistic:table.")
    private List<String> names;

    @Mixin
    private DataOptions data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write the results to.")
    private Path out;

    @Option(
            names = "--sizes",
            paramLabel = "N,...",
            description = "Training tracks per class; all: as many as there are, in one draw per fold. Sizes that a "
                    + "class is too small for are left out (default: ${DEFAULT-VALUE}).",
            defaultValue = "1,2,5,10,20,all")
    private String sizes;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Draws of each size (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int draws;

    @Option(
            names = "--network-draws",
            paramLabel = "N",
            description = "Draws of each size for networks, which take longer (default: ${DEFAULT-VALUE}).",
            defaultValue = "5")
    private int networkDraws;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Epochs of a network that is trained on all tracks (default: as in the recipe).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Integer> epochs;

    @Mixin
    private EngineOption engine;

    @Option(
            names = "--split",
            paramLabel = "HOW",
            description = "track, group, filtered or folders, as for the command train (default: folders if there are, "
                    + "else group if groups are known, else track).",
            defaultValue = Option.NULL_VALUE)
    private Optional<SplitRule> splitRule;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of splits, draws, folds and weights (default: ${DEFAULT-VALUE}).",
            defaultValue = "42")
    private long seed;

    @Mixin
    private ForceOption force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        EngineOption.printDevice(err);
        Cost.Stopwatch stopwatch = Cost.start();
        List<CurveModel> models = models();
        LearningCurveSettings settings = settings();
        List<OutputFile> outputs = outputs();
        FolderReport folder = data.open();
        Dataset all = folder.dataset();
        for (OutputFile output : outputs) {
            output.outside(all.tracks().stream().map(Track::file).toList());
        }
        DataOptions.print(folder, err);
        folder.groupWarning().ifPresent(warning -> err.println("jukelab: " + Printable.of(warning)));
        UsableTracks usable =
                UsableTracks.read(all, models.stream().map(CurveModel::recipe).toList(), err);
        Dataset readable = all.without(usable.report().unusable());
        LearningCurveRun run = LearningCurveRun.of(models, readable, usable.collector(), settings);
        run.dropped().ifPresent(text -> err.println("jukelab: " + Printable.of(text)));
        LearningCurve curve = curve(run, err);
        write(curve, run.card(curve, usable.allSkipped(), stopwatch.elapsed()));
        print(curve);
        return 0;
    }

    private List<CurveModel> models() {
        try {
            return names.stream().distinct().map(CurveModel::of).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private LearningCurveSettings settings() {
        try {
            LearningCurveSettings drawn = LearningCurveSettings.DEFAULT
                    .withSizes(sizes)
                    .withDraws(draws, networkDraws)
                    .withSeed(seed);
            LearningCurveSettings split = splitRule.map(drawn::withSplitRule).orElse(drawn);
            return engine.appliedTo(epochs.map(split::withEpochs).orElse(split));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** Tried before the work. */
    private List<OutputFile> outputs() throws IOException {
        return List.of(
                force.place(out.resolve(TABLE), "a table of a learning curve", LearningCurve::isCsv),
                force.place(out.resolve(PICTURE), "a PNG picture", EvaluateCommand::isPng),
                force.place(out.resolve(CARD), "a card of a learning curve", LearningCurveCard::isCard));
    }

    private LearningCurve curve(LearningCurveRun run, PrintWriter err) throws IOException {
        TerminalProgress waiting = new TerminalProgress(err);
        String text = "interrupted; finished draws are kept, run the same command again to continue";
        RunListener listener = new RunConsole(err, Checkpoints.NONE);
        Files.createDirectories(out);
        InterruptMessage message = new InterruptMessage(waiting, err, text);
        try (message;
                Journal journal = Journal.at(out.resolve(JOURNAL), run.journalSettings(), waiting)) {
            return run.curve(journal, listener);
        }
    }

    /** All of them are new, or all are as before. */
    private void write(LearningCurve curve, LearningCurveCard card) throws IOException {
        byte[] picture = Plots.learningCurve(curve).png();
        Map<Path, AtomicFile.Content> contents = new LinkedHashMap<>();
        contents.put(out.resolve(TABLE), curve::writeCsv);
        contents.put(out.resolve(PICTURE), part -> Files.write(part, picture));
        contents.put(out.resolve(CARD), card::write);
        AtomicFile.writeTogether(contents);
    }

    private void print(LearningCurve curve) {
        PrintWriter screen = spec.commandLine().getOut();
        screen.println("accuracy in %, mean and 10th to 90th percentile of draws, by training tracks per class");
        for (LearningCurve.Line line : curve.lines()) {
            screen.println(Printable.of(line.model()));
            for (Point point : line.points()) {
                screen.printf(
                        Locale.ROOT,
                        "  %-12s %-18s %d draws, %d test tracks%n",
                        point.size(),
                        point.text(),
                        point.accuracies().size(),
                        point.tracks().size());
            }
        }
        screen.println(Printable.of(curve.summary()));
        screen.println("results  " + Printable.of(out.toString()));
    }
}
