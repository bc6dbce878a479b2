package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.input.Examples;
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

    /** Renders the synthetic music, if it is not there yet, and trains on it. */
    static ChosenModel train(DatasetLocator locator, Path folder, PrintWriter err) throws IOException {
        err.println("there is no model in " + Printable.of(folder.toString())
                + ": training a small network on synthetic music, once; this takes a minute or two");
        Dataset dataset = locator.synthetic(DefaultDataset.MUSIC, progress("rendering synthetic music", err));
        return train(dataset, folder, RECIPE.epochs(), err);
    }

    /** Trains on a data set and saves the network with its card. */
    static ChosenModel train(Dataset dataset, Path folder, int epochs, PrintWriter err) throws IOException {
        Cost.Stopwatch stopwatch = Cost.start();
        RunListener listener = title -> progress(title, err);
        int tracks = dataset.tracks().size();
        Examples examples = RECIPE.examples(dataset, listener.progress("reading " + tracks + " tracks"));
        RunSettings settings = new RunSettings(epochs, SEED);
        RecipeRun run = RecipeRun.of(RECIPE, dataset, examples, SplitRule.defaultFor(dataset), 1, settings, listener);
        Path file = folder.resolve(NAME);
        run.kept().model().save(file, run.modelCard(run.card(stopwatch.elapsed())));
        err.println("model: " + Printable.of(file.toString()) + ", " + run.evaluation());
        return new ChosenModel(file);
    }

    private static Progress progress(String title, PrintWriter err) {
        err.println(title);
        return new TerminalProgress(err);
    }
}
