package io.github.jukelab.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How often each label was predicted as each label: counts of shape [actual, predicted]. Immutable.
 *
 * <p>A row sums to the examples that truly have its label, a column to those that were predicted as it; the diagonal
 * counts the correct ones.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class ConfusionMatrix {

    /**
     * One kind of mistake.
     *
     * @param actual the true label
     * @param predicted the label predicted instead
     * @param count how often, at least 1
     */
    public record Mistake(String actual, String predicted, int count) {

        @Override
        public String toString() {
            return actual + " predicted as " + predicted + " " + (count == 1 ? "once" : count + " times");
        }
    }

    private final List<String> labels;
    private final int[][] counts;

    private ConfusionMatrix(List<String> labels, int[][] counts) {
        this.labels = labels;
        this.counts = counts;
    }

    /**
     * Counts predictions.
     *
     * @param predictions at least one
     * @return the matrix
     */
    public static ConfusionMatrix of(Predictions predictions) {
        List<String> labels = predictions.labels();
        int[][] counts = new int[labels.size()][labels.size()];
        for (Prediction row : predictions.rows()) {
            counts[row.actual()][row.predicted()]++;
        }
        return new ConfusionMatrix(labels, counts);
    }

    /**
     * The classes.
     *
     * @return in the order of rows and columns
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * One count.
     *
     * @param actual index of the true label
     * @param predicted index of the predicted label
     * @return how many examples
     * @throws IllegalArgumentException if there is no label of an index
     */
    public int count(int actual, int predicted) {
        return counts[checked(actual)][checked(predicted)];
    }

    /**
     * The number of examples that truly have a label.
     *
     * @param label its index
     * @return the row's sum
     * @throws IllegalArgumentException if there is no label of this index
     */
    public int actual(int label) {
        return Arrays.stream(counts[checked(label)]).sum();
    }

    private int checked(int label) {
        if (label < 0 || label >= labels.size()) {
            throw new IllegalArgumentException("label must be the index of one of " + labels + ", got " + label);
        }
        return label;
    }

    /**
     * The number of examples that were predicted as a label.
     *
     * @param label its index
     * @return the column's sum
     * @throws IllegalArgumentException if there is no label of this index
     */
    public int predicted(int label) {
        int column = checked(label);
        return Arrays.stream(counts).mapToInt(row -> row[column]).sum();
    }

    /**
     * The number of correct predictions.
     *
     * @return the diagonal's sum
     */
    public int correct() {
        int sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i][i];
        }
        return sum;
    }

    /**
     * The number of all examples.
     *
     * @return the matrix's sum, at least 1
     */
    public int total() {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    /**
     * Every kind of mistake, the most frequent first; equally frequent ones in the order of the labels.
     *
     * @return empty if all predictions are correct
     */
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        for (int a = 0; a < counts.length; a++) {
            for (int p = 0; p < counts.length; p++) {
                if (a != p && counts[a][p] > 0) {
                    mistakes.add(new Mistake(labels.get(a), labels.get(p), counts[a][p]));
                }
            }
        }
        mistakes.sort(Comparator.comparingInt(Mistake::count).reversed());
        return List.copyOf(mistakes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix c && labels.equals(c.labels) && Arrays.deepEquals(counts, c.counts);
    }

    @Override
    public int hashCode() {
        return 31 * labels.hashCode() + Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        String most =
                mistakes().stream().findFirst().map(m -> ", most often " + m).orElse("");
        return "ConfusionMatrix[" + labels.size() + " labels, " + correct() + " of " + total() + " correct" + most
                + "]";
    }
}
