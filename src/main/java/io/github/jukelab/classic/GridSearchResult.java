package io.github.jukelab.classic;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The accuracies of all settings of a grid search on the folds of the training set.
 *
 * @param rows one per setting, in the order of the search; at least one
 * @see GridSearch
 */
public record GridSearchResult(List<Row> rows) {

    /**
     * The accuracies of one setting.
     *
     * @param classifier the algorithm with its settings
     * @param accuracies one per fold, in [0, 1], one repeat after the other
     */
    public record Row(Classifier classifier, List<Double> accuracies) {

        /**
         * Copies the list.
         *
         * @param classifier the algorithm with its settings
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
     * @param rows one per setting
     */
    public GridSearchResult {
        rows = List.copyOf(rows);
    }

    /**
     * The best setting: the one with the highest mean accuracy; on a tie the first.
     *
     * @return its classifier, to be fitted on the whole training set
     */
    public Classifier best() {
        return bestRow().classifier();
    }

    /**
     * The row of the best setting.
     *
     * @return its classifier and accuracies
     */
    public Row bestRow() {
        return rows.stream()
                .min(Comparator.comparingDouble(row -> -row.accuracy()))
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "GridSearchResult[" + rows.size() + " settings, best " + bestRow() + "]";
    }
}
