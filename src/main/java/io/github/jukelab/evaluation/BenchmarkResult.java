package io.github.jukelab.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several models, all judged in the same way: which tracks were learnt from and which were asked about is the same for
 * each. Trials of the same models side by side show what the way of judging does.
 *
 * @param protocol how training and test tracks were parted, a few words, such as {@code by artist}
 * @param predictions what each model said, by its name, in the order to show; of the same examples
 * @param groups the group of each track, by track, such as its artist: what is drawn for the intervals; a track that is
 *     not in it is a group by itself
 * @param seed of the draws
 */
public record BenchmarkResult(
        String protocol, Map<String, Predictions> predictions, Map<String, String> groups, long seed) {

    /**
     * Copies the maps.
     *
     * @param protocol how the tracks were parted
     * @param predictions what each model said
     * @param groups the group of each track
     * @param seed of the draws
     * @throws IllegalArgumentException if there is no model, or two were asked about different examples
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
     * What one model said.
     *
     * @param model its name
     * @return its predictions
     * @throws IllegalArgumentException if there is no such model
     */
    public Predictions of(String model) {
        Predictions said = predictions.get(model);
        if (said == null) {
            throw new IllegalArgumentException("model must be one of " + models() + ", got " + model);
        }
        return said;
    }

    /**
     * How good one model is.
     *
     * @param model its name
     * @return the evaluation over all examples, with chance and majority
     * @throws IllegalArgumentException if there is no such model
     */
    public Evaluation evaluation(String model) {
        return Evaluation.of(of(model));
    }

    /**
     * How far one model's accuracy may be from what was measured, given how few groups of tracks were tried. Tracks that
     * were asked about in several splits count as one.
     *
     * @param model its name
     * @return the 95 % interval, {@linkplain Interval#bootstrap(Predictions, Map, long) groups drawn}
     * @throws IllegalArgumentException if there is no such model
     */
    public Interval interval(String model) {
        return Interval.bootstrap(of(model), groups, seed);
    }

    /**
     * Two of the models, compared.
     *
     * @param first the name of one
     * @param second the name of the other
     * @return the difference and its 95 % interval, groups drawn
     * @throws IllegalArgumentException if there is no such model
     */
    public Comparison comparison(String first, String second) {
        return Comparison.of(of(first), of(second), groups, seed);
    }

    @Override
    public String toString() {
        Evaluation any = evaluation(models().get(0));
        return "BenchmarkResult[" + protocol + ": " + models().size() + " models, " + any.total() + " answers about "
                + any.tracks() + " tracks]";
    }
}
