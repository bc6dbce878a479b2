package io.github.jukelab.evaluation;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How good predictions are, with what luck alone would give beside it. Immutable.
 *
 * <p>Example: {@code Evaluation.of(predictions.byTrack(Vote.MEAN))} judges whole tracks; {@code
 * Evaluation.of(predictions)} judges their segments.
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
     * Judges predictions.
     *
     * @param predictions one row per track, or several segments of each
     * @return the evaluation
     */
    public static Evaluation of(Predictions predictions) {
        predictions.requireLabels();
        return new Evaluation(
                ConfusionMatrix.of(predictions), predictions.tracks().size());
    }

    /**
     * The share that was right.
     *
     * @return in [0, 1]
     */
    public double accuracy() {
        return (double) correct() / total();
    }

    /**
     * The number of examples that were right.
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
     * Wilson's 95 % interval of the accuracy, with as many trials as there are tracks: segments of one track are no
     * independent trials.
     *
     * @return the interval
     */
    public Interval interval() {
        return Interval.wilson(accuracy(), tracks);
    }

    /**
     * The accuracy of guessing blindly among the labels.
     *
     * @return one over the number of labels
     */
    public double chance() {
        return 1.0 / confusion.labels().size();
    }

    /**
     * The accuracy of always answering the label that occurs most often.
     *
     * @return its share of the examples
     */
    public double majority() {
        int most = IntStream.range(0, confusion.labels().size())
                .map(confusion::actual)
                .max()
                .orElseThrow();
        return (double) most / total();
    }

    /**
     * What was taken for what.
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
                "Evaluation[%s: %.1f %% right, %s, chance %.1f %%%s]",
                total() == tracks ? tracks + " tracks" : total() + " segments of " + tracks + " tracks",
                100 * accuracy(),
                interval(),
                100 * chance(),
                verdict());
    }

    /** Nothing if the interval keeps off what needs no model: chance, and the label that occurs most often. */
    private String verdict() {
        if (interval().contains(chance())) {
            return ": too small to tell from chance";
        }
        return interval().contains(majority())
                ? String.format(Locale.ROOT, ": too small to tell from the majority's %.1f %%", 100 * majority())
                : "";
    }
}
