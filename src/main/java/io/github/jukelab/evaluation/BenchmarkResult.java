package io.github.jukelab.evaluation;

import io.github.jukelab.Phrases;
import io.github.jukelab.Require;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The predictions of several models under one protocol: all were trained and tested on the same tracks. Results of the
 * same models under different protocols show the effect of the protocol.
 *
 * @param protocol how tracks were split into training and test set, a few words, such as {@code by artist}
 * @param predictions of each model, by its name, in the order to show; for the same examples
 * @param groups the group of each track, by track, such as its artist: intervals resample groups; a track that is not
 *     in it is a group by itself
 * @param seed of the resampling
 */
public record BenchmarkResult(
        String protocol, Map<String, Predictions> predictions, Map<String, String> groups, long seed) {

    /**
     * Copies the maps.
     *
     * @param protocol how the tracks were split
     * @param predictions of each model
     * @param groups the group of each track
     * @param seed of the resampling
     * @throws IllegalArgumentException if there is no model, or two have predictions for different examples
     */
    public BenchmarkResult {
        if (predictions.isEmpty()) {
            throw new IllegalArgumentException("a trial needs at least one model, got none");
        }
        predictions = Collections.unmodifiableMap(new LinkedHashMap<>(predictions));
        groups = Map.copyOf(groups);
        Predictions first = predictions.values().iterator().next();
        predictions.values().forEach(others -> Paired.of(first, others));
    }

    /**
     * The models' names.
     *
     * @return in the order to show
     */
    public List<String> models() {
        return List.copyOf(predictions.keySet());
    }

    /**
     * The predictions of one model.
     *
     * @param model its name
     * @return its predictions
     * @throws IllegalArgumentException if there is no such model
     */
    public Predictions of(String model) {
        Require.oneOf("model", models(), model);
        return predictions.get(model);
    }

    /**
     * The evaluation of one model.
     *
     * @param model its name
     * @return over all examples, with chance and majority
     * @throws IllegalArgumentException if there is no such model
     */
    public Evaluation evaluation(String model) {
        return Evaluation.of(of(model));
    }

    /**
     * The interval of one model's accuracy, given the number of groups of tracks. A track with predictions from several
     * splits counts as one.
     *
     * @param model its name
     * @return the 95 % interval, {@linkplain Interval#bootstrap(Predictions, Map, long) groups resampled}
     * @throws IllegalArgumentException if there is no such model
     */
    public Interval interval(String model) {
        return Interval.bootstrap(of(model), groups, seed);
    }

    /**
     * Compares two of the models.
     *
     * @param first the name of one
     * @param second the name of the other
     * @return the difference and its 95 % interval, groups resampled
     * @throws IllegalArgumentException if there is no such model
     */
    public Comparison comparison(String first, String second) {
        return Comparison.of(of(first), of(second), groups, seed);
    }

    /**
     * The models in plain sentences: the two most accurate, and whether they can be told apart. Of models that are equally
     * accurate the first counts as more accurate.
     *
     * @return such as {@code Of 3 models chroma is correct most often: 83.3 % of 30 tracks. The next is MFCC …}
     */
    public String summary() {
        List<String> ranked = ranked();
        String best = ranked.get(0);
        Evaluation evaluation = evaluation(best);
        String first = String.format(
                Locale.ROOT,
                "Of %s %s is correct most often: %s of %s.",
                Phrases.count(ranked.size(), "model"),
                best,
                Phrases.percent(evaluation.accuracy()),
                Phrases.count(evaluation.tracks(), "track"));
        return ranked.size() == 1
                ? first
                : first + " The next is " + ranked.get(1) + ". "
                        + comparison(best, ranked.get(1)).summary(best, ranked.get(1));
    }

    /** The model with the highest accuracy, or all that have it. */
    private List<String> best() {
        double highest = evaluation(ranked().get(0)).accuracy();
        return models().stream()
                .filter(model -> evaluation(model).accuracy() == highest)
                .toList();
    }

    /** The models by accuracy, the highest first. */
    private List<String> ranked() {
        return models().stream()
                .sorted(Comparator.comparingDouble(model -> -evaluation(model).accuracy()))
                .toList();
    }

    /**
     * How the accuracies of the same models differ between the first and the last protocol, in plain sentences.
     *
     * @param results at least two, of the same models
     * @return such as {@code From segments at random to artist folds 4 of 4 models lose accuracy, most of all SVM: from
     *     89.2 % to 25.2 %. …}
     * @throws IllegalArgumentException if there are fewer than two results, or the last has not the models of the first
     */
    public static String summary(List<BenchmarkResult> results) {
        Require.atLeast("results", 2, results.size());
        BenchmarkResult first = results.get(0);
        BenchmarkResult last = results.get(results.size() - 1);
        List<String> models = first.models();
        ToDoubleFunction<String> loss = model ->
                first.evaluation(model).accuracy() - last.evaluation(model).accuracy();
        String most = models.stream().max(Comparator.comparingDouble(loss)).orElseThrow();
        long losing =
                models.stream().filter(model -> loss.applyAsDouble(model) > 0).count();
        String lost = losing == 0
                ? "no model loses accuracy."
                : losing + " of " + Phrases.count(models.size(), "model") + (losing == 1 ? " loses" : " lose")
                        + " accuracy, most of all " + most + ": from "
                        + Phrases.percent(first.evaluation(most).accuracy()) + " to "
                        + Phrases.percent(last.evaluation(most).accuracy()) + ".";
        List<String> from = first.best();
        List<String> to = last.best();
        String best = models.size() == 1
                ? ""
                : from.equals(to)
                        ? " Most accurate in both: " + Phrases.list(from) + "."
                        : " Most accurate in the first: " + Phrases.list(from) + "; in the last: " + Phrases.list(to)
                                + ".";
        return "From " + first.protocol + " to " + last.protocol + " " + lost + best;
    }

    @Override
    public String toString() {
        Evaluation first = evaluation(models().get(0));
        return "BenchmarkResult[" + protocol + ": " + models().size() + " models, " + first.total()
                + " predictions for " + first.tracks() + " tracks]";
    }
}
