package io.github.jukelab.evaluation;

import io.github.jukelab.Phrases;
import io.github.jukelab.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Temperature scaling: each probability p becomes p^(1/T), divided by the sum over the labels. T above 1 makes a model
 * less sure, T below 1 makes it surer. The most probable label stays the same, and so does the order of the labels.
 *
 * <p>It is fitted to predictions for tracks that the model was not trained on, such as the validation set, by minimising
 * their log loss: the mean of −ln p of the true labels.
 *
 * <p>Example: {@code Temperature.fit(validation.byTrack(Vote.MEAN)).apply(test.byTrack(Vote.MEAN))}.
 *
 * @param value T, from 0.01 to 100; 1 changes nothing
 * @param tracks the number of predictions that it was fitted to; 0 if it was not fitted
 * @see <a href="https://proceedings.mlr.press/v70/guo17a.html">Guo et al. 2017</a>
 */
public record Temperature(double value, int tracks) {

    /** Changes nothing, and was not fitted. */
    public static final Temperature NONE = new Temperature(1, 0);

    private static final double MIN = 0.01;
    private static final double MAX = 100;

    /** Added to each probability, or the loss of a true label with probability 0 would be infinite. */
    public static final double FLOOR = 1e-7;

    /** Fewer tracks than this give a rough temperature only. */
    private static final int FEW = 50;

    /** A temperature whose logarithm is nearer to 0 changes little. */
    private static final double NEAR = 0.05;

    /** Steps of the golden section: ln T is then exact to 1e-8. */
    private static final int STEPS = 45;

    /**
     * Checks the numbers.
     *
     * @param value from 0.01 to 100
     * @param tracks at least 0
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Temperature {
        if (!(value >= MIN && value <= MAX)) {
            throw new IllegalArgumentException("temperature must be in [" + MIN + ", " + (int) MAX + "], got " + value);
        }
        Require.atLeast("tracks of the temperature", 0, tracks);
    }

    /**
     * The temperature with the lowest log loss. If all predictions are right, any lower temperature has a lower loss, so
     * nothing can be fitted, and T is 1.
     *
     * @param validation predictions for tracks that the model was not trained on, with their labels; one row per track
     * @return from 0.01 to 100
     * @throws IllegalArgumentException if a row has no true label
     */
    public static Temperature fit(Predictions validation) {
        validation.requireLabels();
        List<Prediction> rows = validation.rows();
        if (rows.stream().allMatch(Prediction::correct)) {
            return new Temperature(1, rows.size());
        }
        double best = Math.exp(minimum(log -> logLoss(rows, Math.exp(log)), Math.log(MIN), Math.log(MAX)));
        return new Temperature(Math.min(MAX, Math.max(MIN, best)), rows.size());
    }

    /** By the golden section: the loss is convex in 1/T, so it has one minimum. */
    private static double minimum(DoubleUnaryOperator loss, double from, double to) {
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = from;
        double high = to;
        double left = high - ratio * (high - low);
        double right = low + ratio * (high - low);
        double leftLoss = loss.applyAsDouble(left);
        double rightLoss = loss.applyAsDouble(right);
        for (int i = 0; i < STEPS; i++) {
            if (leftLoss < rightLoss) {
                high = right;
                right = left;
                rightLoss = leftLoss;
                left = high - ratio * (high - low);
                leftLoss = loss.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                leftLoss = rightLoss;
                right = low + ratio * (high - low);
                rightLoss = loss.applyAsDouble(right);
            }
        }
        return (low + high) / 2;
    }

    /** The mean of −ln p of the true labels at a temperature. */
    static double logLoss(List<Prediction> rows, double temperature) {
        return rows.stream()
                .mapToDouble(row -> {
                    double[] scores = scores(doubles(row.probabilities()), temperature);
                    return logSum(scores) - scores[row.actual()];
                })
                .average()
                .orElseThrow();
    }

    private static double[] doubles(float[] probabilities) {
        double[] doubles = new double[probabilities.length];
        Arrays.setAll(doubles, i -> probabilities[i]);
        return doubles;
    }

    private static double[] scores(double[] probabilities, double temperature) {
        return Arrays.stream(probabilities)
                .map(probability -> Math.log(probability + FLOOR) / temperature)
                .toArray();
    }

    private static double logSum(double[] scores) {
        double max = Arrays.stream(scores).max().orElseThrow();
        return max
                + Math.log(Arrays.stream(scores)
                        .map(score -> Math.exp(score - max))
                        .sum());
    }

    /**
     * Scales the probabilities of one example.
     *
     * @param probabilities one per label
     * @return a new array that sums to 1; equal values if T is 1
     */
    public double[] apply(double[] probabilities) {
        if (value == 1) {
            return probabilities.clone();
        }
        double[] scores = scores(probabilities, value);
        double sum = logSum(scores);
        return Arrays.stream(scores).map(score -> Math.exp(score - sum)).toArray();
    }

    /**
     * Scales the probabilities of all rows.
     *
     * @param predictions one row per track
     * @return the same rows with scaled probabilities; their predicted labels are the same
     */
    public Predictions apply(Predictions predictions) {
        return value == 1
                ? predictions
                : new Predictions(
                        predictions.labels(),
                        predictions.rows().stream().map(this::apply).toList());
    }

    private Prediction apply(Prediction row) {
        double[] scaled = apply(doubles(row.probabilities()));
        float[] probabilities = new float[scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            probabilities[i] = (float) scaled[i];
        }
        int best = row.predicted();
        if (Prediction.best(probabilities) != best) { // the best two differ by less than a float can tell
            probabilities[best] = Math.nextUp(probabilities[best]);
        }
        return new Prediction(row.id(), row.track(), row.label(), probabilities);
    }

    /**
     * What the temperature does, in plain sentences, and whether it was fitted to few tracks.
     *
     * @return such as {@code The temperature is 1.80, fitted to 60 tracks: the model was too sure, so its probabilities
     *     are made more even.}
     */
    public String summary() {
        if (tracks == 0) {
            return "No temperature was fitted: the probabilities are as the model gives them.";
        }
        if (value == 1) {
            return "All of " + Phrases.count(tracks, "track")
                    + " are right, so no temperature can be fitted: the probabilities stay as they are.";
        }
        String effect = Math.abs(Math.log(value)) < NEAR
                ? "the model was about right, so its probabilities stay almost as they are"
                : value > 1
                        ? "the model was too sure, so its probabilities are made more even"
                        : "the model was not sure enough, so its probabilities are made more extreme";
        String few = tracks < FEW ? " So few tracks give a rough temperature: " + FEW + " or more are better." : "";
        return "The temperature is " + text() + ", fitted to " + Phrases.count(tracks, "track") + ": " + effect + "."
                + few;
    }

    private String text() {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    @Override
    public String toString() {
        return "Temperature[" + text() + ", fitted to " + Phrases.count(tracks, "track") + "]";
    }
}
