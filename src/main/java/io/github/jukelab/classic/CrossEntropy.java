package io.github.jukelab.classic;

import java.util.Arrays;

/**
 * What {@link LogisticRegression} makes small: the mean cross-entropy of the training samples, plus half the squares of
 * the weights divided by c times the number of samples. A point lists, label after label, a weight a feature and the
 * start. Of two labels only the second has weights; the first's score is 0.
 *
 * <p>Here each feature is shifted to mean 0 and divided by a scale that makes it about as steep as the others, so that
 * the search does not depend on units; {@link #weights} turns back what is found.
 */
final class CrossEntropy implements Lbfgs.Smooth {

    private final double[] means;
    private final double[] scales;
    private final double[][] rows;
    private final ColumnMatrix columns;
    private final int[] actual;
    private final int labels;
    private final int weighted;
    private final double price;

    /** The labels of the samples are counted from 0, and all of them occur. */
    CrossEntropy(FeatureVectors train, int[] actual, int labels, double c) {
        StandardScaler spread = StandardScaler.of(train);
        this.price = 1 / (c * train.size());
        this.means = spread.means();
        this.scales = Arrays.stream(spread.deviations())
                .map(deviation -> Math.sqrt(deviation * deviation + price))
                .toArray();
        this.rows = Arrays.stream(train.values()).map(this::scaled).toArray(double[][]::new);
        this.columns = ColumnMatrix.of(rows);
        this.actual = actual;
        this.labels = labels;
        this.weighted = labels == 2 ? 1 : labels;
    }

    private double[] scaled(double[] row) {
        double[] scaled = new double[row.length];
        Arrays.setAll(scaled, j -> (row[j] - means[j]) / scales[j]);
        return scaled;
    }

    /** How many numbers a point has. */
    int size() {
        return weighted * (means.length + 1);
    }

    @Override
    public double at(double[] point, double[] gradient) {
        double[][] weights = byLabel(point);
        double[][] errors = new double[labels][];
        for (int label = 0; label < labels; label++) {
            errors[label] = scores(weights[label]);
        }
        double loss = 0;
        double[][] slopes = new double[labels][means.length + 1];
        for (int i = 0; i < rows.length; i++) {
            loss += softmax(errors, i);
            for (int label = labels - weighted; label < labels; label++) {
                add(errors[label][i], rows[i], slopes[label]);
            }
        }
        return loss / rows.length + price / 2 * squares(weights, slopes, gradient);
    }

    /** One row per label: a weight a feature in its own unit, then the start. */
    double[][] weights(double[] point) {
        double[][] weights = byLabel(point);
        for (double[] row : weights) {
            for (int j = 0; j < means.length; j++) {
                row[j] /= scales[j];
                row[means.length] -= row[j] * means[j];
            }
        }
        return weights;
    }

    private double[][] byLabel(double[] point) {
        int width = means.length + 1;
        double[][] weights = new double[labels][width];
        for (int k = 0; k < weighted; k++) {
            System.arraycopy(point, k * width, weights[labels - weighted + k], 0, width);
        }
        return weights;
    }

    private double[] scores(double[] weights) {
        double[] scores = columns.products(weights);
        for (int i = 0; i < scores.length; i++) {
            scores[i] += weights[means.length];
        }
        return scores;
    }

    /** Turns a row's scores into how much too probable each label is; gives its cross-entropy. */
    private double softmax(double[][] scores, int row) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] label : scores) {
            highest = Math.max(highest, label[row]);
        }
        double right = scores[actual[row]][row] - highest;
        double sum = 0;
        for (double[] label : scores) {
            label[row] = Math.exp(label[row] - highest);
            sum += label[row];
        }
        for (double[] label : scores) {
            label[row] /= sum;
        }
        scores[actual[row]][row]--;
        return Math.log(sum) - right;
    }

    private static void add(double error, double[] row, double[] slope) {
        for (int j = 0; j < row.length; j++) {
            slope[j] += error * row[j];
        }
        slope[row.length] += error;
    }

    /** The sum of squares of all weights in their own units, no starts; writes the gradient. */
    private double squares(double[][] weights, double[][] slopes, double[] gradient) {
        double squares = 0;
        int at = 0;
        for (int label = labels - weighted; label < labels; label++) {
            for (int j = 0; j < means.length; j++) {
                double weight = weights[label][j] / scales[j];
                squares += weight * weight;
                gradient[at++] = slopes[label][j] / rows.length + price * weight / scales[j];
            }
            gradient[at++] = slopes[label][means.length] / rows.length;
        }
        return squares;
    }
}
