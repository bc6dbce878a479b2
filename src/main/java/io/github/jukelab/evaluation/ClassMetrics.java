package io.github.jukelab.evaluation;

import java.util.Locale;

/**
 * How well one label was recognised. A share of nothing counts as 0, as scikit-learn has it: the precision of a label
 * that was never given, the recall of one that never occurs, and the F1 of both.
 *
 * @param label its name
 * @param precision share of right ones among what was given this label, in [0, 1]
 * @param recall share of right ones among what truly carries it, in [0, 1]
 * @param f1 harmonic mean of precision and recall, in [0, 1]
 * @param support how many examples truly carry it
 */
public record ClassMetrics(String label, double precision, double recall, double f1, int support) {

    static ClassMetrics of(ConfusionMatrix confusion, int label) {
        int right = confusion.count(label, label);
        int actual = confusion.actual(label);
        int given = confusion.predicted(label);
        return new ClassMetrics(
                confusion.labels().get(label),
                share(right, given),
                share(right, actual),
                share(2 * right, actual + given),
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
