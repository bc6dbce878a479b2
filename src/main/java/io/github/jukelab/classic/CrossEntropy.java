package io.github.jukelab.classic;

import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.StandardScaler;
import java.util.Arrays;

/**
 * What {@link LogisticRegression} minimises: the mean cross-entropy of the training vectors, each times its weight, plus half the sum of
 * squared weights divided by c times the number of vectors. A point lists, label by label, one weight per feature and
 * the intercept. With two labels only the second has weights; the score of the first is 0.
 *
 * <p>Internally each feature is shifted to mean 0 and divided by a scale that makes the function about equally steep in
 * all of them, so that the search does not depend on units; {@link #weights} converts the result back.
 */
final class CrossEntropy implements Lbfgs.Smooth {

    private final double[] means;
    private final double[] scales;
    private final double[][] rows;
    private final ColumnMatrix columns;
    private final int[] actual;
    private final double[] weightOf;
    private final int labels;
    private final int weighted;
    private final double penalty;

    /** The labels in {@code actual} are counted from 0, and all of them occur; one weight per label. */
    CrossEntropy(FeatureVectors train, int[] actual, double[] weightOf, double c) {
        StandardScaler scaler = StandardScaler.of(train);
        this.penalty = 1 / (c * train.size());
        this.means = scaler.means().stream().mapToDouble(Double::doubleValue).toArray();
        this.scales = scaler.deviations().stream()
                .mapToDouble(deviation -> Math.sqrt(deviation * deviation + penalty))
                .toArray();
        this.rows = Arrays.stream(train.values()).map(this::scaled).toArray(double[][]::new);
        this.columns = ColumnMatrix.of(rows);
        this.actual = actual;
        this.weightOf = weightOf;
        this.labels = weightOf.length;
        this.weighted = labels == 2 ? 1 : labels;
    }

    private double[] scaled(double[] row) {
        double[] scaled = new double[row.length];
        Arrays.setAll(scaled, j -> (row[j] - means[j]) / scales[j]);
        return scaled;
    }

    /** The length of a point. */
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
        return loss / rows.length + penalty / 2 * squares(weights, slopes, gradient);
    }

    /** One row per label: one weight per feature in its own unit, then the intercept. */
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

    /** Replaces a row's scores by predicted minus true probabilities; returns its cross-entropy. Both are weighted. */
    private double softmax(double[][] scores, int row) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] label : scores) {
            highest = Math.max(highest, label[row]);
        }
        double correct = scores[actual[row]][row] - highest;
        double sum = 0;
        for (double[] label : scores) {
            label[row] = Math.exp(label[row] - highest);
            sum += label[row];
        }
        for (double[] label : scores) {
            label[row] /= sum;
        }
        scores[actual[row]][row]--;
        double weight = weightOf[actual[row]];
        for (double[] label : scores) {
            label[row] *= weight;
        }
        return weight * (Math.log(sum) - correct);
    }

    private static void add(double error, double[] row, double[] slope) {
        for (int j = 0; j < row.length; j++) {
            slope[j] += error * row[j];
        }
        slope[row.length] += error;
    }

    /** The sum of squares of all weights in their own units, without intercepts; writes the gradient. */
    private double squares(double[][] weights, double[][] slopes, double[] gradient) {
        double squares = 0;
        int at = 0;
        for (int label = labels - weighted; label < labels; label++) {
            for (int j = 0; j < means.length; j++) {
                double weight = weights[label][j] / scales[j];
                squares += weight * weight;
                gradient[at++] = slopes[label][j] / rows.length + penalty * weight / scales[j];
            }
            gradient[at++] = slopes[label][means.length] / rows.length;
        }
        return squares;
    }
}
