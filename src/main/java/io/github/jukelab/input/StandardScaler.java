package io.github.jukelab.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Brings values to mean 0 and standard deviation 1: subtracts the mean and divides by the standard deviation, both of
 * the training set. It is the last step before a model, and saved with it. All values of a spectrogram have one unit
 * and share one mean and one standard deviation; feature vectors have one of each per feature.
 *
 * <p>A scaler that is fitted before the split has used the test set: always call {@code of(train)}, then {@code apply}
 * on each subset. Standard deviations are those of the population (divided by n), as in scikit-learn's {@code
 * StandardScaler}; a feature that is constant in the training set is only shifted.
 *
 * <p>Notebook: 02-feature-tables
 *
 * @param means subtracted, finite, in the unit of the values: one, or one per column
 * @param deviations standard deviations to divide by, positive, in the same unit; the same number
 */
public record StandardScaler(List<Double> means, List<Double> deviations) {

    /** Leaves values as they are. */
    public static final StandardScaler NONE = new StandardScaler(0, 1);

    private static final double EPSILON = Math.ulp(1.0);

    /** A variance below this share of the mean square is a rounding error: the values are constant. */
    private static final double CONSTANT = 1e-12;

    /**
     * Checks the numbers.
     *
     * @param means finite, at least one
     * @param deviations positive, the same number
     * @throws IllegalArgumentException if they are not
     */
    public StandardScaler {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        if (means.isEmpty() || means.size() != deviations.size()) {
            throw new IllegalArgumentException("means and deviations must be of the same number, at least one, got "
                    + means.size() + " and " + deviations.size());
        }
        for (int i = 0; i < means.size(); i++) {
            check(means.get(i), deviations.get(i));
        }
    }

    private static void check(double mean, double deviation) {
        if (!Double.isFinite(mean) || !(deviation > 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException(
                    "mean must be finite and deviation positive, got " + mean + " and " + deviation);
        }
    }

    /** Refuses a scaler that is for another number of columns: one mean is for all, several are one per column. */
    void requireFits(Shape shape) {
        if (means.size() != 1 && means.size() != shape.width()) {
            throw new IllegalArgumentException("normalisation must have one mean, or one for each of " + shape.width()
                    + " columns, got " + means.size());
        }
    }

    /**
     * One mean and one standard deviation for all values.
     *
     * @param mean finite
     * @param deviation positive
     * @throws IllegalArgumentException if they are not
     */
    public StandardScaler(double mean, double deviation) {
        this(List.of(mean), List.of(deviation));
    }

    /**
     * Mean and standard deviation over all values of all examples. If all values are equal, such as for digital
     * silence, the standard deviation is 1.
     *
     * @param train the training set
     * @return scales its values to mean 0 and standard deviation 1
     */
    public static StandardScaler of(Examples train) {
        return fitted(train, 1);
    }

    /**
     * Mean and standard deviation of each feature.
     *
     * @param train the training set, and nothing else
     * @return scales each of its features to mean 0 and standard deviation 1
     */
    public static StandardScaler of(FeatureVectors train) {
        double[][] rows = train.values();
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int j = 0; j < train.features().size(); j++) {
            means.add(mean(rows, j));
            deviations.add(deviation(rows, j, means.get(j)));
        }
        return new StandardScaler(means, deviations);
    }

    private static double mean(double[][] rows, int feature) {
        double sum = 0;
        for (double[] row : rows) {
            sum += row[feature];
        }
        return sum / rows.length;
    }

    /** 1 if the values differ by rounding only. */
    private static double deviation(double[][] rows, int feature, double mean) {
        double squares = 0;
        for (double[] row : rows) {
            squares += (row[feature] - mean) * (row[feature] - mean);
        }
        double variance = squares / rows.length;
        double rounding = rows.length * EPSILON * Math.abs(mean);
        boolean constant = variance <= rows.length * EPSILON * variance + rounding * rounding;
        return constant ? 1 : Math.sqrt(variance);
    }

    /**
     * Mean and standard deviation of each column over all examples and rows, for features with different units. The
     * standard deviation of a constant column is 1.
     *
     * @param train the training set
     * @return scales each of its columns to mean 0 and standard deviation 1
     */
    public static StandardScaler byColumn(Examples train) {
        return fitted(train, train.shape().width());
    }

    private static StandardScaler fitted(Examples train, int columns) {
        float[] values = new float[train.shape().values()];
        double count = (double) train.size() * values.length / columns;
        double[] sums = new double[columns];
        double[] squares = new double[columns];
        for (int i = 0; i < train.size(); i++) {
            train.read(i, values);
            for (int k = 0; k < values.length; k++) {
                sums[k % columns] += values[k];
                squares[k % columns] += (double) values[k] * values[k];
            }
        }
        double[] deviations = new double[columns];
        for (int column = 0; column < columns; column++) {
            sums[column] /= count;
            double square = squares[column] / count;
            double variance = square - sums[column] * sums[column];
            deviations[column] = variance > CONSTANT * square ? Math.sqrt(variance) : 1;
        }
        return new StandardScaler(
                DoubleStream.of(sums).boxed().toList(),
                DoubleStream.of(deviations).boxed().toList());
    }

    /**
     * Standardised feature vectors.
     *
     * @param vectors of the features that the scaler was fitted to, in the same order
     * @return the same vectors with other values
     * @throws IllegalArgumentException if their number of features is another one
     */
    public FeatureVectors apply(FeatureVectors vectors) {
        if (vectors.features().size() != means.size()) {
            throw new IllegalArgumentException("vectors must have " + means.size() + " features, got "
                    + vectors.features().size());
        }
        double[][] rows = vectors.values();
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (row[j] - means.get(j)) / deviations.get(j);
            }
        }
        return vectors.withValues(rows);
    }

    /**
     * Standardises the values of one example, in place.
     *
     * @param values row by row
     */
    public void apply(float[] values) {
        int columns = means.size();
        for (int column = 0; column < columns; column++) {
            float shift = means.get(column).floatValue();
            float scale = (float) (1 / deviations.get(column));
            for (int i = column; i < values.length; i += columns) {
                values[i] = (values[i] - shift) * scale;
            }
        }
    }

    @Override
    public String toString() {
        return means.size() == 1
                ? String.format(Locale.ROOT, "StandardScaler[mean %.4g, std %.4g]", means.get(0), deviations.get(0))
                : "StandardScaler[" + means.size() + " features]";
    }
}
