package io.github.jukelab.evaluation;

import java.util.Locale;

/**
 * Precision, recall and F1 of one label. A share of nothing counts as 0, as in scikit-learn: the precision of a label
 * that is never predicted, the recall of one that never occurs, and the F1 of both.
 *
 * @param label its name
 * @param precision share of correct ones among the examples predicted as this label, in [0, 1]
 * @param recall share of correct ones among the examples that truly have this label, in [0, 1]
 * @param f1 harmonic mean of precision and recall, in [0, 1]
 * @param support the number of examples that truly have this label
 */
public record ClassMetrics(String label, double precision, double recall, double f1, int support) {

    static ClassMetrics of(ConfusionMatrix confusion, int label) {
        int correct = confusion.count(label, label);
        int actual = confusion.actual(label);
        int predicted = confusion.predicted(label);
        return new ClassMetrics(
                confusion.labels().get(label),
                share(correct, predicted),
                share(correct, actual),
                share(2 * correct, actual + predicted),
                actual);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ClassMetrics[%s: precision %.2f, recall %.2f, F1 %.2f, %d examples]",
                label,
                precision,
                recall,
                f1,
                support);
    }
}
