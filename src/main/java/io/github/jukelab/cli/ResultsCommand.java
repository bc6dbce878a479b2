package io.github.jukelab.cli;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.input.Examples;
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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs every recipe, as printed and repaired, and leaves a run card each. */
@Command(
        name = "results",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "jukelab results [OPTIONS] [RECIPE...]",
        description = {
            "Run every recipe, as printed and repaired, as its article splits and by track or artist, and write a run card "
                    + "each.",
            "",
            "The data are those that GTZAN, CATS_DOGS and TRACKS name in the environment, else those in the folder data, "
                    + "else the synthetic data sets. Epochs are those that two cores make in minutes. Cards that are there "
                    + "already for the same tracks, split, epochs and version are kept.",
            ""
        })
final class ResultsCommand implements Callable<Integer> {

    private static final long SEED = 42;

    @Parameters(
            arity = "0..*",
            paramLabel = "RECIPE",
            hideParamSyntax = true,
            completionCandidates = RecipeNames.class,
            description = "Only these: ${COMPLETION-CANDIDATES}.")
    private List<String> names = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the cards go (default: ${DEFAULT-VALUE}).",
            defaultValue = "results")
    private Path out;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "At most so many passes (default: what two cores make in minutes).",
            defaultValue = "" + Integer.MAX_VALUE,
            showDefaultValue = CommandLine.Help.Visibility.NEVER)
    private int epochs;

    @Option(names = "--rerun", description = "Run what has a card already, too.")
    private boolean rerun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        DatasetLocator library =
                new DatasetLocator(Path.of(System.getProperty("io.github.jukelab.home", ".")), System.getenv());
        for (DefaultDataset defaultDataset : DefaultDataset.values()) {
            List<Recipe> recipes = recipes(defaultDataset);
            if (!recipes.isEmpty()) {
                Dataset all = library.open(defaultDataset, progress("rendering a synthetic data set"));
                cards(recipes, UsableTracks.tracks(all, spec.commandLine().getErr()));
            }
        }
        return 0;
    }

    private List<Recipe> recipes(DefaultDataset defaultDataset) {
        return Stream.of(Variant.values())
                .flatMap(variant -> Recipes.all(variant).stream())
                .filter(recipe -> recipe.defaultDataset() == defaultDataset)
                .filter(recipe -> names.isEmpty() || names.contains(recipe.name()))
                .toList();
    }

    private void cards(List<Recipe> recipes, Dataset dataset) throws IOException {
        for (Recipe recipe : recipes) {
            List<SplitRule> open = new ArrayList<>();
            for (SplitRule splitRule : List.of(SplitRule.ARTICLE, SplitRule.strictest(dataset))) {
                if (kept(recipe, dataset, splitRule)) {
                    say(title(recipe, splitRule) + ": kept");
                } else {
                    open.add(splitRule);
                }
            }
            if (!open.isEmpty()) {
                cards(recipe, dataset, open);
            }
        }
    }

    private boolean kept(Recipe recipe, Dataset dataset, SplitRule splitRule) throws IOException {
        Path file = file(recipe, dataset, splitRule);
        return !rerun && Files.exists(file) && RecipeRun.matches(RunCard.read(file), recipe, dataset, settings(recipe));
    }

    /** The tracks are heard once, however often they are dealt. */
    private void cards(Recipe recipe, Dataset dataset, List<SplitRule> splitRules) throws IOException {
        String hearing = recipe.name() + ", " + recipe.variant() + ": hearing";
        Examples examples = recipe.examples(dataset, progress(hearing));
        for (SplitRule splitRule : splitRules) {
            String title = title(recipe, splitRule);
            try {
                RecipeRun run = RecipeRun.of(
                        recipe,
                        dataset,
                        examples,
                        splitRule,
                        recipe.quickFolds(),
                        settings(recipe),
                        work -> progress(title + ": " + work));
                run.card().write(file(recipe, dataset, splitRule));
                say(title + ": " + run.evaluation());
            } catch (IllegalArgumentException e) { // such as too few tracks for this split
                say(title + ": skipped: " + e.getMessage());
            }
        }
    }

    private RunSettings settings(Recipe recipe) {
        return new RunSettings(Math.min(epochs, recipe.quickEpochs()), SEED);
    }

    private Path file(Recipe recipe, Dataset dataset, SplitRule splitRule) {
        String name = String.join("_", dataset.id(), recipe.name(), "" + recipe.variant(), splitRule.id());
        return out.resolve(name.replace(' ', '-') + ".json");
    }

    private static String title(Recipe recipe, SplitRule splitRule) {
        return recipe.name() + ", " + recipe.variant() + ", dealt by " + splitRule;
    }

    private TerminalProgress progress(String title) {
        say(title);
        return new TerminalProgress(spec.commandLine().getErr());
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }
}
