package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.input.Examples;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.recipe.Recipe;
import io.github.jukelab.recipe.RecipeRun;
import io.github.jukelab.recipe.RunListener;
import io.github.jukelab.recipe.RunSettings;
import io.github.jukelab.recipe.SmallWindowsRecipe;
import io.github.jukelab.recipe.SplitRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** A network to begin with, for those who have none: it is trained on synthetic music, once. */
final class SmallNetwork {

    private static final Recipe RECIPE = SmallWindowsRecipe.MUSIC;
    private static final String NAME = RECIPE.name() + ".zip";
    private static final long SEED = 42;

    private SmallNetwork() {}

    /**
     * Trains and saves it.
     *
     * @param locator renders the synthetic data set
     * @param folder where the model is kept
     * @param epochs the recipe's, or fewer
     * @return the model's file, with its card
     */
    static ChosenModel train(DatasetLocator locator, Path folder, int epochs, PrintWriter err) throws IOException {
        Cost.Stopwatch stopwatch = Cost.start();
        RunListener listener = title -> progress(title, err);
        Dataset dataset =
                locator.synthetic(DefaultDataset.MUSIC, listener.progress("rendering the synthetic data set"));
        Examples examples = RECIPE.examples(
                dataset, listener.progress("reading " + dataset.tracks().size() + " tracks"));
        RunSettings settings = new RunSettings(epochs, SEED);
        SplitRule rule = SplitRule.defaultFor(dataset);
        RecipeRun run = RecipeRun.of(RECIPE, dataset, examples, rule, 1, settings, listener);
        ModelCard card = run.modelCard(run.card(stopwatch.elapsed()));
        Path file = folder.resolve(NAME);
        run.kept().model().save(file, card);
        err.println("model: " + Printable.of(file.toString()) + ", trained on synthetic music; " + run.evaluation());
        return new ChosenModel(file);
    }

    private static Progress progress(String title, PrintWriter err) {
        err.println(title);
        return new TerminalProgress(err);
    }
}
