package io.github.jukelab.evaluation;

import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The accuracy of predictions, with the accuracy of guessing for comparison. Immutable.
 *
 * <p>Example: {@code Evaluation.of(predictions.byTrack(Vote.MEAN))} evaluates whole tracks; {@code
 * Evaluation.of(predictions)} evaluates their segments.
 *
 * <p>Predictions for tracks of one group, such as an artist or a speaker, depend on each other. Where groups are
 * {@linkplain #of(Predictions, Map, long) known}, the interval resamples whole groups.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Evaluation {

    private static final int DRAWS = 1000;
    private static final double UNEVEN = 1.5;

    private final ConfusionMatrix confusion;
    private final int tracks;
    private final Interval interval;
    private final String intervalMethod;
    private final int groups;

    private Evaluation(Predictions predictions, int groups, Interval interval, String intervalMethod) {
        this.confusion = ConfusionMatrix.of(predictions);
        this.tracks = predictions.tracks().size();
        this.groups = groups;
        this.interval = interval;
        this.intervalMethod = intervalMethod;
    }

    /**
     * Evaluates predictions for tracks that do not depend on each other: with Wilson's interval.
     *
     * @param predictions one row per track, or several segments of each
     * @return the evaluation
     * @throws IllegalArgumentException if a row has no true label
     */
    public static Evaluation of(Predictions predictions) {
        return of(predictions, Map.of(), 0);
    }

    /**
     * Evaluates predictions for tracks in groups: with a bootstrap interval that draws whole groups 1000 times. If no
     * track is in a group, the interval is Wilson's over tracks. If every draw is the same, as when all are correct, it is
     * Wilson's with one trial per group.
     *
     * @param predictions one row per track, or several segments of each
     * @param groups the group of each track, by track, such as {@code dataset.artistGroups()}; a track that is not in it
     *     is a group by itself
     * @param seed of the draws; the same seed gives the same interval
     * @return the evaluation
     * @throws IllegalArgumentException if a row has no true label
     */
    public static Evaluation of(Predictions predictions, Map<String, String> groups, long seed) {
        predictions.requireLabels();
        Set<String> tracks = predictions.tracks().keySet();
        if (Collections.disjoint(groups.keySet(), tracks)) {
            return new Evaluation(predictions, 0, wilson(predictions, tracks.size()), "Wilson over tracks");
        }
        int count = (int) tracks.stream()
                .map(track -> groups.getOrDefault(track, track))
                .distinct()
                .count();
        Interval drawn = Interval.bootstrap(predictions, groups, DRAWS, seed);
        return drawn.low() == drawn.high()
                ? new Evaluation(predictions, count, wilson(predictions, count), "Wilson over " + count + " groups")
                : new Evaluation(
                        predictions,
                        count,
                        drawn,
                        "bootstrap over " + count + " groups, " + DRAWS + " draws, seed " + seed);
    }

    private static Interval wilson(Predictions predictions, int trials) {
        double correct = predictions.correctIds().size();
        return Interval.wilson(correct / predictions.rows().size(), trials);
    }

    /**
     * The share of correct predictions.
     *
     * @return in [0, 1]
     */
    public double accuracy() {
        return (double) correct() / total();
    }

    /**
     * The number of correct predictions.
     *
     * @return from 0 to {@code total()}
     */
    public int correct() {
        return confusion.correct();
    }

    /**
     * The number of examples.
     *
     * @return at least 1
     */
    public int total() {
        return confusion.total();
    }

    /**
     * The number of tracks that the examples come from.
     *
     * @return from 1 to {@code total()}
     */
    public int tracks() {
        return tracks;
    }

    /**
     * The 95 % interval of the accuracy. It counts tracks or groups of tracks, since segments of one track are not
     * independent trials.
     *
     * @return the interval
     */
    public Interval interval() {
        return interval;
    }

    /**
     * How the interval was computed.
     *
     * @return such as {@code Wilson over tracks} or {@code bootstrap over 12 groups, 1000 draws, seed 42}
     */
    public String intervalMethod() {
        return intervalMethod;
    }

    /**
     * The mean recall of the labels that occur: each label counts the same, whatever its number of examples.
     *
     * @return in [0, 1]; the accuracy if all labels have the same number of examples
     */
    public double balancedAccuracy() {
        return report().balancedAccuracy();
    }

    /**
     * Whether the balanced accuracy should be told beside the accuracy.
     *
     * @return true if the most frequent label has more than 1.5 times the examples of the rarest one that occurs
     */
    public boolean isUneven() {
        IntSummaryStatistics counts = IntStream.range(0, confusion.labels().size())
                .map(confusion::actual)
                .filter(count -> count > 0)
                .summaryStatistics();
        return counts.getMax() > UNEVEN * counts.getMin();
    }

    /**
     * The accuracy of guessing at random among the labels.
     *
     * @return one over the number of labels
     */
    public double chance() {
        return 1.0 / confusion.labels().size();
    }

    /**
     * The accuracy of always predicting the most frequent label.
     *
     * @return its share of the examples
     */
    public double majority() {
        int max = IntStream.range(0, confusion.labels().size())
                .map(confusion::actual)
                .max()
                .orElseThrow();
        return (double) max / total();
    }

    /**
     * How often each label was predicted as each label.
     *
     * @return the matrix
     */
    public ConfusionMatrix confusion() {
        return confusion;
    }

    /**
     * Precision, recall and F1 of each label.
     *
     * @return the report
     */
    public ClassificationReport report() {
        return ClassificationReport.of(confusion);
    }

    /** The number of groups that the interval counts; 0 if it counts tracks. */
    int groups() {
        return groups;
    }

    /**
     * The result in plain sentences: the accuracy with its interval, whether it is clearly above or below what always
     * predicting the most frequent label gives or too few tracks tell, the labels that are recognised best and worst, and
     * the most frequent confusion. A share of one label is its recall; ties are told.
     *
     * @return such as {@code 17 of 20 tracks are correct: 85.0 %, with a 95 % interval from 64.0 to 94.8 %. That is
     *     clearly more than guessing, which is correct for 10.0 %. …}
     */
    public String summary() {
        return EvaluationSummary.of(this);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Evaluation[%s: %.1f %% correct%s, %s%s, chance %.1f %%%s]",
                total() == tracks ? tracks + " tracks" : total() + " segments of " + tracks + " tracks",
                100 * accuracy(),
                isUneven() ? String.format(Locale.ROOT, ", balanced %.1f %%", 100 * balancedAccuracy()) : "",
                interval,
                groups > 0 ? " over " + groups + " groups" : "",
                100 * chance(),
                remark());
    }

    /** Empty if the interval excludes both baselines, chance and the most frequent label. */
    private String remark() {
        if (interval.contains(chance())) {
            return ": too small to tell from chance";
        }
        return interval.contains(majority())
                ? String.format(Locale.ROOT, ": too small to tell from the majority's %.1f %%", 100 * majority())
                : "";
    }
}
