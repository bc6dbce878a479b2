package io.github.jukelab.recipe;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.ExampleCollector;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs of several models on the same splits of the same tracks, so that they can be compared track by track.
 *
 * @param runs name of a model → its run, in the order of the models; at least one
 */
public record RecipeRuns(Map<String, RecipeRun> runs) {

    /**
     * Copies the map.
     *
     * @param runs at least one
     * @throws IllegalArgumentException if there is none
     */
    public RecipeRuns {
        Require.atLeast("runs", 1, runs.size());
        runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
    }

    /**
     * Trains models one after the other, each on all folds of the strictest split that needs no list: by group if groups
     * are known, else by track.
     *
     * @param models at least one, with different names
     * @param dataset tracks that can be read; those that a model cannot use are left out for all, and so are labels with
     *     fewer than {@link Recipe#MIN_TRACKS}
     * @param collector has the examples of these tracks for every model
     * @param budget how many epochs a network may have
     * @param seed of splits, folds and weights
     * @param progress told after each model
     * @return the runs
     * @throws IllegalArgumentException if there are too few tracks, or two models have one name
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static RecipeRuns of(
            List<CurveModel> models,
            Dataset dataset,
            ExampleCollector collector,
            Budget budget,
            long seed,
            Progress progress) {
        Require.unique("model", models.stream().map(CurveModel::name).toList());
        Dataset usable = usable(models, dataset, collector);
        SplitRule rule = SplitRule.defaultForFolds(usable);
        Map<String, RecipeRun> runs = new LinkedHashMap<>();
        for (CurveModel model : models) {
            Recipe recipe = model.recipe();
            RecipeRun run = RecipeRun.of(
                    recipe,
                    usable,
                    collector.examples(recipe.preprocessing(), usable),
                    rule,
                    Recipe.ALL_FOLDS,
                    new RunSettings(budget.epochs(recipe.quickEpochs()), seed),
                    RunListener.NONE);
            runs.put(model.name(), run);
            progress.report(runs.size(), models.size(), model.name());
        }
        return new RecipeRuns(runs);
    }

    private static Dataset usable(List<CurveModel> models, Dataset dataset, ExampleCollector collector) {
        Set<String> skipped = models.stream()
                .flatMap(model -> collector.skipped(model.recipe().preprocessing()).keySet().stream())
                .collect(Collectors.toSet());
        return dataset.without(skipped).withAtLeastPerLabel(Recipe.MIN_TRACKS);
    }

    /**
     * The run of a model.
     *
     * @param model its name
     * @return the run
     * @throws IllegalArgumentException if there is no such model
     */
    public RecipeRun run(String model) {
        if (!runs.containsKey(model)) {
            throw new IllegalArgumentException("model must be one of " + runs.keySet() + ", got " + model);
        }
        return runs.get(model);
    }

    /**
     * The predictions of all models side by side.
     *
     * @return for tables, figures and comparisons; intervals are over groups where they are known
     */
    public BenchmarkResult benchmark() {
        RecipeRun first = runs.values().iterator().next();
        Map<String, Predictions> predictions = new LinkedHashMap<>();
        runs.forEach((model, run) -> predictions.put(model, run.predictions()));
        return new BenchmarkResult(
                first.folds().size() + " folds by " + first.splitRule(),
                predictions,
                first.dataset().artistGroups(),
                first.settings().seed());
    }

    @Override
    public String toString() {
        return "RecipeRuns" + runs.keySet();
    }
}
