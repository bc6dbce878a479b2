package io.github.jukelab.evaluation;

import io.github.jukelab.Require;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    @Override
    public String toString() {
        Evaluation first = evaluation(models().get(0));
        return "BenchmarkResult[" + protocol + ": " + models().size() + " models, " + first.total()
                + " predictions for " + first.tracks() + " tracks]";
    }
}
