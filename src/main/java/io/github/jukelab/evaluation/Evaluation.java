package io.github.jukelab.evaluation;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The accuracy of predictions, with the accuracy of guessing for comparison. Immutable.
 *
 * <p>Example: {@code Evaluation.of(predictions.byTrack(Vote.MEAN))} evaluates whole tracks; {@code
 * Evaluation.of(predictions)} evaluates their segments.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Evaluation {

    private final ConfusionMatrix confusion;
    private final int tracks;

    private Evaluation(ConfusionMatrix confusion, int tracks) {
        this.confusion = confusion;
        this.tracks = tracks;
    }

    /**
     * Evaluates predictions.
     *
     * @param predictions one row per track, or several segments of each
     * @return the evaluation
     * @throws IllegalArgumentException if a row has no true label
     */
    public static Evaluation of(Predictions predictions) {
        predictions.requireLabels();
        return new Evaluation(
                ConfusionMatrix.of(predictions), predictions.tracks().size());
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
     * Wilson's 95 % interval of the accuracy, with one trial per track, since segments of one track are not independent
     * trials.
     *
     * @return the interval
     */
    public Interval interval() {
        return Interval.wilson(accuracy(), tracks);
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

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Evaluation[%s: %.1f %% correct, %s, chance %.1f %%%s]",
                total() == tracks ? tracks + " tracks" : total() + " segments of " + tracks + " tracks",
                100 * accuracy(),
                interval(),
                100 * chance(),
                remark());
    }

    /** Empty if the interval excludes both baselines, chance and the most frequent label. */
    private String remark() {
        if (interval().contains(chance())) {
            return ": too small to tell from chance";
        }
        return interval().contains(majority())
                ? String.format(Locale.ROOT, ": too small to tell from the majority's %.1f %%", 100 * majority())
                : "";
    }
}
