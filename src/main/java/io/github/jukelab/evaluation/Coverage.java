package io.github.jukelab.evaluation;

import io.github.jukelab.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What abstaining brings: how many tracks a model answers, and how many of the answers are correct, if it gives none
 * where its most probable label is less probable than a threshold, as {@code jukelab predict --abstain} does.
 *
 * <p>Example: {@code Coverage.of(predictions.byTrack(Vote.MEAN)).atAccuracy(0.95)}.
 *
 * @param points for the thresholds 0, 0.05, 0.1 and so on, as long as there are answers; at least one
 * @see <a href="https://doi.org/10.48550/arXiv.1705.08500">Geifman and El-Yaniv 2017, on selective classification</a>
 */
public record Coverage(List<Point> points) {

    /** Thresholds per unit. */
    private static final int STEPS = 20;

    private static final double OFTEN = 0.95;

    /**
     * The answers at one threshold.
     *
     * @param threshold the value for {@code --abstain}, in [0, 1]
     * @param total the number of tracks
     * @param answered the number of tracks with an answer, at least 1
     * @param correct the number of correct answers
     * @param interval the 95 % interval of the accuracy, as of an {@link Evaluation} of the answers
     */
    public record Point(double threshold, int total, int answered, int correct, Interval interval) {

        /**
         * The share of tracks with an answer.
         *
         * @return in (0, 1]
         */
        public double coverage() {
            return (double) answered / total;
        }

        /**
         * The share of correct answers.
         *
         * @return in [0, 1]
         */
        public double accuracy() {
            return (double) correct / answered;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "abstain below %.2f: %.1f %% answered, %.1f %% of them right, %s",
                    threshold,
                    100 * coverage(),
                    100 * accuracy(),
                    interval);
        }
    }

    /**
     * Copies the points.
     *
     * @param points at least one
     * @throws IllegalArgumentException if there is none
     */
    public Coverage {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a coverage needs at least one point, got none");
        }
    }

    /**
     * The coverage of predictions for tracks that do not depend on each other.
     *
     * @param predictions one row per track, with its label
     * @return the coverage
     * @throws IllegalArgumentException if a row has no true label
     */
    public static Coverage of(Predictions predictions) {
        return of(predictions, Map.of(), 0);
    }

    /**
     * The coverage of predictions for tracks in groups, such as artists.
     *
     * @param predictions one row per track, with its label
     * @param groups the group of each track, by track; a track that is not in it is a group by itself
     * @param seed of the intervals; the same seed gives the same intervals
     * @return the coverage
     * @throws IllegalArgumentException if a row has no true label
     */
    public static Coverage of(Predictions predictions, Map<String, String> groups, long seed) {
        predictions.requireLabels();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double threshold = (double) i / STEPS;
            List<Prediction> answered = predictions.rows().stream()
                    .filter(row -> row.probability(row.predicted()) >= threshold)
                    .toList();
            if (answered.isEmpty()) {
                break;
            }
            Evaluation evaluation = Evaluation.of(new Predictions(predictions.labels(), answered), groups, seed);
            points.add(new Point(
                    threshold,
                    predictions.rows().size(),
                    answered.size(),
                    evaluation.correct(),
                    evaluation.interval()));
        }
        return new Coverage(points);
    }

    /**
     * The lowest threshold at which enough answers are correct.
     *
     * @param accuracy the share that should be correct, in [0, 1]
     * @return the point with the most answers; empty if no threshold has so many correct ones
     */
    public Optional<Point> atAccuracy(double accuracy) {
        return points.stream().filter(point -> point.accuracy() >= accuracy).findFirst();
    }

    /**
     * How many answers are correct without abstaining, and what 95 % correct answers cost, in plain sentences.
     *
     * @return such as {@code If it always answers, 80.6 % of 134 answers are correct. To be right in 95 % of the answers,
     *     abstain below 0.70: it then answers 62.0 % of the tracks, and 96.4 % of the answers are correct, with a 95 %
     *     interval from 89.9 to 98.8 %. …}
     */
    public String summary() {
        Point all = points.get(0);
        String always = "If the model always answers, " + Phrases.percent(all.accuracy()) + " of "
                + Phrases.count(all.total(), "answer") + " are correct.";
        return always
                + atAccuracy(OFTEN).map(Coverage::often).orElse(" No threshold makes 95 % of the answers correct.");
    }

    private static String often(Point point) {
        if (point.threshold() == 0) {
            return " That is right in 95 % of the answers without abstaining.";
        }
        return String.format(
                Locale.ROOT,
                " To be right in 95 %% of the answers, abstain below %.2f: the model then answers %s of the tracks, and"
                        + " %s of the answers are correct, with a 95 %% interval from %.1f to %.1f %%. The threshold is"
                        + " chosen on these tracks; on others fewer answers may be correct.",
                point.threshold(),
                Phrases.percent(point.coverage()),
                Phrases.percent(point.accuracy()),
                100 * point.interval().low(),
                100 * point.interval().high());
    }

    @Override
    public String toString() {
        return "Coverage[" + points.get(0)
                + atAccuracy(OFTEN)
                        .filter(point -> point.threshold() > 0)
                        .map(point -> "; " + point)
                        .orElse("")
                + "]";
    }
}
