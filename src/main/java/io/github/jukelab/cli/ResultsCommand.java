package io.github.jukelab.cli;

import io.github.jukelab.OutputFile;
import io.github.jukelab.Printable;
import io.github.jukelab.Require;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.FolderReport;
import io.github.jukelab.network.Checkpoints;
import io.github.jukelab.network.TimeOverException;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.recipe.Recipe;
import io.github.jukelab.recipe.RecipeRun;
import io.github.jukelab.recipe.Recipes;
import io.github.jukelab.recipe.RunSettings;
import io.github.jukelab.recipe.SplitRule;
import io.github.jukelab.recipe.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs every recipe, as printed and repaired, and writes one run card per run. */
@Command(
        name = "results",
        sortOptions = false,
        customSynopsis = "jukelab results [OPTIONS] [RECIPE...]",
        description = {
            "Run every recipe, as printed and repaired.",
            "",
            "Each runs with the split of its article and with a split by track or artist, and with several seeds of split, "
                    + "weights and order, because one training is a draw; each run writes a run card. "
                    + "The recordings are in the folders named by the environment variables GTZAN, CATS_DOGS and TRACKS, else in "
                    + "the folder data, else synthetic. Runs have few epochs, so that two cores need minutes. "
                    + "Existing cards for the same tracks, split, epochs, settings of the recipe and version of "
                    + "the values are kept; cards that cannot be read are replaced. Files that cannot be used are skipped: they are listed with the reason, "
                    + "and counted on the run card; the exit code is still 0. A run that was interrupted has no card; the "
                    + "next call goes on with it, after the last epoch that was kept.",
            ""
        })
final class ResultsCommand implements Callable<Integer> {

    private static final long FIRST_SEED = 42;

    @Parameters(
            arity = "0..*",
            paramLabel = "RECIPE",
            hideParamSyntax = true,
            completionCandidates = RecipeNames.class,
            description = "Run only these: ${COMPLETION-CANDIDATES}.")
    private List<String> names = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the run cards (default: ${DEFAULT-VALUE}).",
            defaultValue = "results")
    private Path out;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "At most N epochs (default: as many as two cores train in minutes).",
            defaultValue = "" + Integer.MAX_VALUE,
            showDefaultValue = CommandLine.Help.Visibility.NEVER)
    private int epochs;

    @Option(
            names = "--full",
            description = "With all epochs and folds of the recipe, which takes many hours (default: as many as two "
                    + "cores train in minutes).")
    private boolean full;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Run with N seeds, from 42 (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    private int seeds;

    @Mixin
    private EngineOption engine;

    @Option(names = "--rerun", description = "Also run what already has a card.")
    private boolean rerun;

    @Mixin
    private CheckpointOptions kept;

    @Spec
    private CommandSpec spec;

    private Checkpoints checkpoints;

    private final Set<Path> unreadable = new HashSet<>();

    /** One run of a recipe on a data set. */
    private record SeededSplit(SplitRule rule, long seed) {}

    @Override
    public Integer call() throws IOException {
        check();
        checkpoints = kept.checkpoints();
        DatasetLocator locator = Jukelab.locator();
        try {
            for (DefaultDataset kind : DefaultDataset.values()) {
                List<Recipe> recipes = recipes(kind);
                if (!recipes.isEmpty()) {
                    Dataset all = locator.open(kind, progress("rendering a synthetic data set"));
                    FolderReport folder = FolderReport.of(all);
                    Problems.printFolder(spec.commandLine().getErr(), folder);
                    Problems.print(spec.commandLine().getErr(), "skipped", folder.unreadable());
                    writeCards(recipes, all);
                }
            }
        } catch (TimeOverException e) {
            print("the time is over; the same command goes on with what has no card");
        }
        return 0;
    }

    private void checkTime() {
        if (checkpoints.isTimeOver()) {
            throw new TimeOverException();
        }
    }

    private void check() {
        try {
            Require.atLeast("epochs", 1, epochs);
            Require.atLeast("seeds", 1, seeds);
            names.forEach(name -> Recipes.recipe(name, Variant.REPAIRED));
            EngineOption.printDevice(spec.commandLine().getErr());
            engine.appliedTo(new RunSettings(1, FIRST_SEED));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private List<Recipe> recipes(DefaultDataset kind) {
        return Stream.of(Variant.values())
                .flatMap(variant -> Recipes.all(variant).stream())
                .filter(recipe -> recipe.defaultDataset() == kind)
                .filter(recipe -> names.isEmpty() || names.contains(recipe.name()))
                .toList();
    }

    /** Reads the files once, for all recipes without cards, and once more if cards turn out to be for other tracks. */
    private void writeCards(List<Recipe> recipes, Dataset all) throws IOException {
        for (Recipe recipe : recipes) {
            for (SeededSplit run : runs(all)) {
                OutputFile.of(file(recipe, all, run));
            }
        }
        List<Recipe> without = new ArrayList<>();
        for (Recipe recipe : recipes) {
            if (rerun || !hasCards(recipe, all)) {
                without.add(recipe);
            }
        }
        List<Recipe> forOtherTracks = writeCards(recipes, all, without);
        if (!forOtherTracks.isEmpty()) {
            print("cards are for other tracks: reading again");
            writeCards(forOtherTracks, all, forOtherTracks);
        }
    }

    /**
     * Runs what has no matching card, of the recipes whose examples are read; each card counts that reading as its own.
     *
     * @return the other recipes without a matching card
     */
    private List<Recipe> writeCards(List<Recipe> recipes, Dataset all, List<Recipe> read) throws IOException {
        checkTime();
        Cost.Stopwatch reading = Cost.start();
        UsableTracks usable = UsableTracks.read(all, read, spec.commandLine().getErr());
        Cost cost = reading.elapsed();
        List<Recipe> others = new ArrayList<>();
        for (Recipe recipe : recipes) {
            try {
                List<SeededSplit> missing = missing(recipe, usable.dataset(recipe));
                if (missing.isEmpty() || read.contains(recipe)) {
                    writeCards(recipe, usable, missing, cost);
                } else {
                    others.add(recipe);
                }
            } catch (IllegalArgumentException e) { // such as a label of which no track can be used
                print(recipe.name() + ", " + recipe.variant() + ": skipped: " + e.getMessage());
            }
        }
        return others;
    }

    private List<SeededSplit> missing(Recipe recipe, Dataset dataset) {
        return runs(dataset).stream()
                .filter(run -> !hasMatchingCard(recipe, dataset, run))
                .toList();
    }

    private List<SeededSplit> runs(Dataset dataset) {
        return Stream.of(SplitRule.ARTICLE, SplitRule.defaultFor(dataset))
                .flatMap(rule ->
                        LongStream.range(FIRST_SEED, FIRST_SEED + seeds).mapToObj(seed -> new SeededSplit(rule, seed)))
                .toList();
    }

    /** Whether the cards are of such runs. Whether they are for these tracks is known only after reading. */
    private boolean hasCards(Recipe recipe, Dataset dataset) {
        for (SeededSplit run : runs(dataset)) {
            Optional<RunCard> card = card(file(recipe, dataset, run));
            if (card.isEmpty() || !RecipeRun.hasSettings(card.get(), recipe, run.rule(), settings(recipe, run))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasMatchingCard(Recipe recipe, Dataset dataset, SeededSplit run) {
        return !rerun
                && card(file(recipe, dataset, run))
                        .filter(card -> RecipeRun.matches(card, recipe, dataset, run.rule(), settings(recipe, run)))
                        .isPresent();
    }

    /** One that cannot be read, such as a damaged one or that of a later version, is none, and that is told once. */
    private Optional<RunCard> card(Path file) {
        if (!Files.exists(file) || unreadable.contains(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RunCard.read(file));
        } catch (IOException e) {
            unreadable.add(file);
            print(e.getMessage() + "; it is run again");
            return Optional.empty();
        }
    }

    private void writeCards(Recipe recipe, UsableTracks usable, List<SeededSplit> missing, Cost read)
            throws IOException {
        Dataset dataset = usable.dataset(recipe);
        for (SeededSplit run : runs(dataset)) {
            if (missing.contains(run)) {
                writeCard(recipe, usable, run, read);
            } else {
                print(title(recipe, run) + ": kept");
            }
        }
    }

    private void writeCard(Recipe recipe, UsableTracks usable, SeededSplit run, Cost read) throws IOException {
        checkTime();
        Dataset dataset = usable.dataset(recipe);
        String title = title(recipe, run);
        RunConsole console = new RunConsole(spec.commandLine().getErr(), checkpoints.keptWhenFinished());
        Cost.Stopwatch training = Cost.start();
        try {
            RecipeRun result = RecipeRun.of(
                    recipe,
                    dataset,
                    usable.examples(recipe),
                    run.rule(),
                    full ? Recipe.ALL_FOLDS : recipe.quickFolds(),
                    settings(recipe, run),
                    console.part(title));
            if (!result.interrupted().isEmpty()) {
                print(title + ": interrupted " + result.interrupted() + "; it has no card yet");
                return;
            }
            Cost earlier = console.checkpoints().earlier();
            RunCard card = result.card(read.plus(training.elapsed()).plus(earlier));
            usable.noted(card, recipe).write(file(recipe, dataset, run));
            console.checkpoints().delete();
            print(title + ": " + result.evaluation());
        } catch (IllegalArgumentException e) { // such as too few tracks for this split
            print(title + ": skipped: " + e.getMessage());
        }
    }

    private RunSettings settings(Recipe recipe, SeededSplit run) {
        return engine.appliedTo(
                new RunSettings(Math.min(epochs, full ? recipe.epochs() : recipe.quickEpochs()), run.seed()));
    }

    private Path file(Recipe recipe, Dataset dataset, SeededSplit run) {
        String name = String.join(
                "_",
                dataset.id(),
                recipe.name(),
                "" + recipe.variant(),
                run.rule().id(),
                "" + run.seed());
        return out.resolve(name.replace(' ', '-') + ".json");
    }

    private static String title(Recipe recipe, SeededSplit run) {
        return recipe.name() + ", " + recipe.variant() + ", split by " + run.rule() + ", seed " + run.seed();
    }

    private TerminalProgress progress(String title) {
        print(title);
        return new TerminalProgress(spec.commandLine().getErr());
    }

    private void print(String line) {
        spec.commandLine().getErr().println(Printable.of(line));
    }
}
