package io.github.jukelab.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Precision, recall and F1 of each label.
 *
 * <p>Notebook: 00-quick-tour
 *
 * @param classes one per label, in the labels' order
 * @param macroF1 mean F1 of the labels that occur or are predicted at least once, in [0, 1]: each label counts the
 *     same, whatever its number of examples
 * @param balancedAccuracy mean recall of the labels that occur, in [0, 1]; as scikit-learn's {@code
 *     balanced_accuracy_score}
 */
public record ClassificationReport(List<ClassMetrics> classes, double macroF1, double balancedAccuracy) {

    /**
     * Copies the list.
     *
     * @param classes one per label
     * @param macroF1 mean F1
     * @param balancedAccuracy mean recall
     */
    public ClassificationReport {
        classes = List.copyOf(classes);
    }

    /**
     * Computes the metrics of each label.
     *
     * @param confusion the counts
     * @return one entry per label
     */
    public static ClassificationReport of(ConfusionMatrix confusion) {
        List<ClassMetrics> classes = new ArrayList<>();
        double sum = 0;
        int counted = 0;
        for (int label = 0; label < confusion.labels().size(); label++) {
            ClassMetrics metrics = ClassMetrics.of(confusion, label);
            classes.add(metrics);
            sum += metrics.f1();
            counted += metrics.support() + confusion.predicted(label) > 0 ? 1 : 0;
        }
        double recall = classes.stream()
                .filter(metrics -> metrics.support() > 0)
                .mapToDouble(ClassMetrics::recall)
                .average()
                .orElseThrow();
        return new ClassificationReport(classes, sum / counted, recall);
    }

    @Override
    public String toString() {
        ClassMetrics weakest = classes.stream()
                .filter(metrics -> metrics.support() > 0)
                .min(Comparator.comparingDouble(ClassMetrics::f1))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "ClassificationReport[%d labels, macro-F1 %.2f, weakest %s with %.2f]",
                classes.size(),
                macroF1,
                weakest.label(),
                weakest.f1());
    }
}
