package io.github.jukelab.cli;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.OutputFile;
import io.github.jukelab.Printable;
import io.github.jukelab.Require;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.FolderReport;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.Examples;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.ModelFile;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.network.Checkpoints;
import io.github.jukelab.network.Network;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.recipe.BaselineRecipes;
import io.github.jukelab.recipe.FeatureKind;
import io.github.jukelab.recipe.Recipe;
import io.github.jukelab.recipe.RecipeRun;
import io.github.jukelab.recipe.Recipes;
import io.github.jukelab.recipe.RunListener;
import io.github.jukelab.recipe.RunSettings;
import io.github.jukelab.recipe.SplitRule;
import io.github.jukelab.recipe.Variant;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the model of a recipe on a folder of recordings. */
@Command(
        name = "train",
        sortOptions = false,
        customSynopsis = "jukelab train [OPTIONS] RECIPE --data DIR --out MODEL.zip",
        description = {
            "Train the model of a recipe on recordings, and evaluate it.",
            "",
            "It is evaluated on tracks that were not used for training. Files that cannot be used are skipped: they "
                    + "are listed with the reason, and counted on the run card; the exit code is still 0.",
            ""
        },
        footer = {
            "",
            "Ctrl-C ends the training of a network early; the best one so far is saved, and its run card says so. The "
                    + "same command goes on after the last epoch that was kept, also after a crash, and gives the "
                    + "model of a run without interruption.",
            "",
            "Example: jukelab train mel-windows --data recordings --epochs 20 --out model.zip"
        })
final class TrainCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RECIPE",
            hideParamSyntax = true,
            completionCandidates = RecipeNames.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String name;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "MODEL.zip",
            description = "File to write the model to, with its run card and checksums of what it was trained on; the "
                    + "card is also written beside it, as MODEL.json.")
    private Path out;

    @Option(
            names = "--features",
            split = ",",
            paramLabel = "KIND",
            description = "For svm, logistic, knn and dense; several, separated by commas, stand side by side. "
                    + "mel-statistics: mean, deviation, change from frame to frame and percentiles of 96 mel "
                    + "bands. embedding: 200 values of a network that was trained on other music, which 'make "
                    + "embeddings' installs. table: the 57 columns of the command table "
                    + "(default: mel-statistics).")
    private List<FeatureKind> features = List.of();

    @Option(names = "--as-printed", description = "Keep the faults of the article (default: repaired).")
    private boolean asPrinted;

    @Option(
            names = "--split",
            paramLabel = "HOW",
            description = "article: as in the article. track: a fifth of the tracks is the test set. group: a fold of "
                    + "groups, such as artists, speakers or sessions, is the test set (artist means the same). filtered: the fault-filtered "
                    + "lists of GTZAN. folders: as in your folders train and test (default: article with "
                    + "--as-printed, else folders if there are, else group if groups are known, else track).",
            defaultValue = Option.NULL_VALUE)
    private Optional<SplitRule> splitRule;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description =
                    "Split into K folds, by track or by group, each of which is the test set once. The accuracy is "
                            + "that of all folds; the model that is written is one more, trained on all tracks; a network on all but "
                            + "a fifth, which chooses its epoch (default: one test set).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Integer> folds;

    @Option(
            names = "--class-weight",
            paramLabel = "HOW",
            description = "balanced: each label counts the same in training, whatever its number of examples; not for "
                    + "nearest neighbours (default: each example counts the same).",
            defaultValue = Option.NULL_VALUE)
    private Optional<ClassWeight> classWeight;

    @Option(
            names = "--calibrate",
            description =
                    "Fit a temperature, so that probabilities of tracks are about right: to the validation set of "
                            + "a network, for svm, logistic and knn to predictions for inner folds of the training data. It is "
                            + "saved with the model; predicted labels stay the same (default: probabilities as the model gives "
                            + "them).")
    private boolean calibrate;

    @Mixin
    private WindowOptions windows;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Epochs (default: as many as in the article).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Integer> epochs;

    @Mixin
    private EngineOption engine;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Examples that a network is trained on at a time; fewer need less memory "
                    + "(default: as in the recipe).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Integer> batch;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of split, weights and order (default: ${DEFAULT-VALUE}).",
            defaultValue = "42")
    private long seed;

    @Option(
            names = "--predictions",
            paramLabel = "TABLE.csv",
            description = "Also write the predictions for the test tracks.",
            defaultValue = Option.NULL_VALUE)
    private Optional<Path> predictions;

    @Mixin
    private CheckpointOptions kept;

    @Mixin
    private ForceOption force;

    private CommandSpec spec;

    /** The part of the run whose network is trained. */
    private String part = "";

    /** The examples that choose its epoch. */
    private Examples validation;

    /** The folds, while the model to keep is trained. */
    private Optional<RecipeRun> evaluated = Optional.empty();

    @Spec
    void setSpec(CommandSpec spec) {
        this.spec = spec;
        RecipeTable.addTo(spec);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Recipe recipe = recipe();
        EngineOption.printDevice(err);
        RunSettings settings = settings(recipe);
        List<OutputFile> outputs = outputs();
        Checkpoints checkpoints = kept.checkpoints().keptWhenFinished();
        Cost.Stopwatch stopwatch = Cost.start();
        FolderReport folder = data.open();
        Dataset all = folder.dataset();
        SplitRule rule = splitRule.orElseGet(() -> defaultRule(all));
        for (OutputFile output : outputs) {
            output.outside(all.tracks().stream().map(Track::file).toList());
        }
        DataOptions.print(folder, err);
        check(rule, recipe, all.withAtLeastPerLabel(Recipe.MIN_TRACKS));
        folder.groupWarning().ifPresent(warning -> err.println("jukelab: " + Printable.of(warning)));
        UsableTracks usable = UsableTracks.read(all, List.of(recipe), err);
        Dataset dataset = usable.dataset(recipe);
        Examples examples = usable.examples(recipe);
        TrainingData training = training(recipe, dataset, examples, rule, settings);
        SaveOnInterrupt.Saver unfinished = network -> {
            Cost cost = stopwatch.elapsed().plus(checkpoints.earlier());
            RunCard card = evaluated
                    .map(run -> run.interruptedCard(network.history(), part, cost))
                    .orElseGet(() ->
                            RecipeRun.interruptedCard(recipe, dataset, rule, settings, network.history(), part, cost));
            saveUnfinished(network, usable.noted(card, recipe), training);
        };
        try (SaveOnInterrupt saver = new SaveOnInterrupt(out, unfinished, err)) {
            RunListener listener = new RunConsole(err, checkpoints) {
                @Override
                public void networkReady(Network network, Examples validation, String part) {
                    TrainCommand.this.part = part;
                    TrainCommand.this.validation = validation;
                    saver.setNetwork(network);
                }
            };
            RecipeRun run = folds.isPresent()
                    ? RecipeRun.ofFolds(recipe, dataset, examples, rule, folds.get(), settings, listener)
                    : RecipeRun.of(recipe, dataset, examples, rule, 1, settings, listener);
            if (folds.isPresent()) {
                evaluated = Optional.of(run);
                run = run.withFurtherModel(examples, listener);
            }
            Cost cost = stopwatch.elapsed().plus(checkpoints.earlier());
            RunCard card = usable.noted(run.card(cost), recipe);
            finish(run, run.interrupted().isEmpty() ? new ModelCard(card, training) : run.modelCard(card));
            if (run.interrupted().isEmpty()) {
                listener.checkpoints().delete();
            } else {
                err.printf(Locale.ROOT, "jukelab: interrupted %s; the same command goes on%n", run.interrupted());
            }
            return 0;
        } catch (CancellationException e) {
            return 130;
        }
    }

    private SplitRule defaultRule(Dataset all) {
        if (folds.isPresent()) {
            return SplitRule.defaultForFolds(all);
        }
        return asPrinted ? SplitRule.ARTICLE : SplitRule.defaultFor(all);
    }

    private void check(SplitRule rule, Recipe recipe, Dataset dataset) {
        folds.ifPresentOrElse(k -> rule.checkFolds(dataset, k, seed), () -> rule.check(recipe, dataset));
    }

    /** Its files are read before the training, which Ctrl-C may end. */
    private TrainingData training(
            Recipe recipe, Dataset dataset, Examples examples, SplitRule rule, RunSettings settings) {
        return folds.map(k ->
                        TrainingData.ofAll(dataset, rule.folds(dataset, k, seed).get(0)))
                .orElseGet(() -> TrainingData.of(
                        dataset,
                        rule.splits(recipe, dataset, examples.segments(), settings.seed())
                                .get(0)));
    }

    private Recipe recipe() {
        try {
            folds.ifPresent(k -> Require.atLeast("folds", 2, k));
            Recipe named = Recipes.recipe(name, asPrinted ? Variant.AS_PRINTED : Variant.REPAIRED);
            Recipe featured =
                    features.isEmpty() ? named : BaselineRecipes.on(named, features.toArray(new FeatureKind[0]));
            Recipe resized = windows.appliedTo(featured);
            Recipe weighted = classWeight.map(resized::withClassWeight).orElse(resized);
            return batch.map(weighted::withBatch).orElse(weighted);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private RunSettings settings(Recipe recipe) {
        try {
            RunSettings chosen = engine.appliedTo(new RunSettings(epochs.orElse(recipe.epochs()), seed));
            return calibrate ? chosen.calibrated() : chosen;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** Tried before the work, as a model may take hours. */
    private List<OutputFile> outputs() throws IOException {
        List<OutputFile> outputs = new ArrayList<>();
        outputs.add(force.place(out, "a model of Jukelab", ModelFile::isModel));
        if (outputs.get(0).isStream()) {
            throw new IOException(out + ": must be a file, as the run card is written beside it");
        }
        outputs.add(force.place(cardFile(), "a run card", RunCard::isCard));
        if (predictions.isPresent()) {
            outputs.add(force.place(predictions.get(), "a table of predictions", Predictions::isCsv));
        }
        OutputFile.requireDistinct(outputs);
        return outputs;
    }

    private Path cardFile() {
        return out.resolveSibling(out.getFileName().toString().replaceFirst("(\\.zip)?$", ".json"));
    }

    /** Model and card belong together: both are new, or both are as before. */
    private void write(TrainedModel model, ModelCard card, Map<Path, AtomicFile.Content> more) throws IOException {
        Map<Path, AtomicFile.Content> contents = new LinkedHashMap<>();
        contents.put(out, part -> model.save(part, card));
        contents.put(cardFile(), card.run()::write);
        contents.putAll(more);
        AtomicFile.writeTogether(contents);
    }

    /**
     * A temperature is fitted when the network is saved without one: it takes time, and a program that is asked to end
     * may be killed.
     */
    private void saveUnfinished(Network network, RunCard card, TrainingData training) throws IOException {
        if (!calibrate) {
            write(network, new ModelCard(card, training), Map.of());
            return;
        }
        String none = "none: the training was interrupted, and the program ended before one was fitted";
        write(network, new ModelCard(card.withSetting(RecipeRun.TEMPERATURE, none), training), Map.of());
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                Locale.ROOT,
                "%njukelab: interrupted; the network is in %s without a temperature, which is fitted now",
                out);
        err.flush();
        Temperature fitted = Temperature.fit(network.predict(validation).byTrack(Vote.MEAN));
        RunCard calibrated = card.withSetting(RecipeRun.TEMPERATURE, fitted.toString());
        write(network.withTemperature(fitted), new ModelCard(calibrated, training), Map.of());
        err.printf(Locale.ROOT, "%njukelab: %s", fitted.summary());
    }

    private void finish(RecipeRun run, ModelCard modelCard) throws IOException {
        RunCard card = modelCard.run();
        PrintWriter out = spec.commandLine().getOut();
        Evaluation evaluation = run.evaluation();
        Map<Path, AtomicFile.Content> table = new HashMap<>();
        predictions.ifPresent(file -> table.put(file, run.predictions()::writeCsv));
        write(run.kept().model(), modelCard, table);
        out.printf(
                Locale.ROOT,
                "  data       %s, %d tracks%n",
                Printable.of(card.data().name()),
                card.data().tracks());
        out.printf(Locale.ROOT, "  split      %s, seed %d%n", card.split(), card.seed());
        out.printf(Locale.ROOT, "  accuracy   %s%n", evaluation);
        if (calibrate) {
            printCalibration(run, out);
        }
        if (!run.recipe().articleResult().equals("none")) {
            out.printf(Locale.ROOT, "  article    %s%n", run.recipe().articleResult());
        }
        out.printf(Locale.ROOT, "  model      %s%n", this.out);
        out.printf(Locale.ROOT, "  run card   %s%n", cardFile());
        out.printf(Locale.ROOT, "  to use it  jukelab predict %s RECORDINGS%n", this.out);
    }

    private static void printCalibration(RecipeRun run, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "  calibrated %s%n",
                run.kept().model().temperature().summary());
        out.printf(Locale.ROOT, "  without    %s%n", run.uncalibrated());
        out.printf(Locale.ROOT, "  with it    %s%n", run.calibration());
    }
}
