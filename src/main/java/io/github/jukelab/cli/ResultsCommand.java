package io.github.jukelab.cli;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
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
        DatasetLocator locator =
                new DatasetLocator(Path.of(System.getProperty("io.github.jukelab.home", ".")), System.getenv());
        for (DefaultDataset kind : DefaultDataset.values()) {
            List<Recipe> recipes = recipes(kind);
            if (!recipes.isEmpty()) {
                cards(recipes, locator.open(kind, progress("rendering a synthetic data set")));
            }
        }
        return 0;
    }

    private List<Recipe> recipes(DefaultDataset kind) {
        return Stream.of(Variant.values())
                .flatMap(variant -> Recipes.all(variant).stream())
                .filter(recipe -> recipe.defaultDataset() == kind)
                .filter(recipe -> names.isEmpty() || names.contains(recipe.name()))
                .toList();
    }

    /** Files are read once, for all recipes that lack a card. */
    private void cards(List<Recipe> recipes, Dataset all) throws IOException {
        List<Preprocessing> needed = new ArrayList<>();
        for (Recipe recipe : recipes) {
            if (rerun || !hasCards(recipe, all)) {
                needed.add(recipe.preprocessing());
            }
        }
        UsableTracks usable = UsableTracks.read(all, needed, spec.commandLine().getErr());
        for (Recipe recipe : recipes) {
            List<SplitRule> open = new ArrayList<>();
            for (SplitRule rule : rules(usable.dataset())) {
                if (isKept(recipe, usable.dataset(), rule)) {
                    say(title(recipe, rule) + ": kept");
                } else {
                    open.add(rule);
                }
            }
            if (!open.isEmpty()) {
                cards(recipe, usable.dataset(), examples(recipe, usable, needed), open);
            }
        }
    }

    private static List<SplitRule> rules(Dataset dataset) {
        return List.of(SplitRule.ARTICLE, SplitRule.strictest(dataset));
    }

    /** Whether there are cards; whether they are of these tracks is known only after reading. */
    private boolean hasCards(Recipe recipe, Dataset dataset) {
        return rules(dataset).stream().allMatch(rule -> Files.exists(file(recipe, dataset, rule)));
    }

    private boolean isKept(Recipe recipe, Dataset dataset, SplitRule rule) throws IOException {
        Path file = file(recipe, dataset, rule);
        return !rerun && Files.exists(file) && RecipeRun.matches(RunCard.read(file), recipe, dataset, settings(recipe));
    }

    /** Collected with the others, but for a recipe whose cards turned out to be of other tracks or epochs. */
    private Examples examples(Recipe recipe, UsableTracks usable, List<Preprocessing> collected) throws IOException {
        return collected.contains(recipe.preprocessing())
                ? usable.examples().examples(recipe.preprocessing(), usable.dataset())
                : recipe.examples(
                        usable.dataset(), progress(recipe.name() + ", " + recipe.variant() + ": reading again"));
    }

    private void cards(Recipe recipe, Dataset dataset, Examples examples, List<SplitRule> rules) throws IOException {
        for (SplitRule rule : rules) {
            String title = title(recipe, rule);
            try {
                RecipeRun run = RecipeRun.of(
                        recipe,
                        dataset,
                        examples,
                        rule,
                        recipe.quickFolds(),
                        settings(recipe),
                        work -> progress(title + ": " + work));
                run.card().write(file(recipe, dataset, rule));
                say(title + ": " + run.evaluation());
            } catch (IllegalArgumentException e) { // such as too few tracks for this split
                say(title + ": skipped: " + e.getMessage());
            }
        }
    }

    private RunSettings settings(Recipe recipe) {
        return new RunSettings(Math.min(epochs, recipe.quickEpochs()), SEED);
    }

    private Path file(Recipe recipe, Dataset dataset, SplitRule rule) {
        String name = String.join("_", dataset.id(), recipe.name(), "" + recipe.variant(), rule.id());
        return out.resolve(name.replace(' ', '-') + ".json");
    }

    private static String title(Recipe recipe, SplitRule rule) {
        return recipe.name() + ", " + recipe.variant() + ", split by " + rule;
    }

    private TerminalProgress progress(String title) {
        say(title);
        return new TerminalProgress(spec.commandLine().getErr());
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }
}
