package io.github.jukelab.classic;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How settings did on the inner folds of the training set.
 *
 * @param rows one a setting, in the order in which they were tried; at least one
 * @see GridSearch
 */
public record GridSearchResult(List<Row> rows) {

    /**
     * How one setting did.
     *
     * @param classifier what was tried
     * @param accuracies one per fold, in [0, 1], dealing after dealing
     */
    public record Row(Classifier classifier, List<Double> accuracies) {

        /**
         * Copies the list.
         *
         * @param classifier what was tried
         * @param accuracies one per fold
         */
        public Row {
            accuracies = List.copyOf(accuracies);
        }

        /**
         * The mean over the folds.
         *
         * @return in [0, 1]
         */
        public double accuracy() {
            return accuracies.stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s: %.1f %%", classifier, 100 * accuracy());
        }
    }

    /**
     * Copies the list.
     *
     * @param rows one a setting
     */
    public GridSearchResult {
        rows = List.copyOf(rows);
    }

    /**
     * The setting to take: the one with the highest mean accuracy, of equals the first.
     *
     * @return its classifier, to be fitted on the whole training set
     */
    public Classifier best() {
        return bestRow().classifier();
    }

    private Row bestRow() {
        return rows.stream()
                .min(Comparator.comparingDouble(row -> -row.accuracy()))
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "GridSearchResult[" + rows.size() + " settings, best " + bestRow() + "]";
    }
}
