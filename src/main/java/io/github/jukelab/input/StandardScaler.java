package io.github.jukelab.input;

import io.github.jukelab.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Brings values to mean 0 and standard deviation 1: subtracts the mean and divides by the standard deviation, both of
 * the training set. It is the last step before a model, and saved with it. All values of a spectrogram have one unit
 * and may share one mean and one standard deviation, or have one of each per row, that is per band; feature vectors have
 * one of each per feature.
 *
 * <p>A scaler that is fitted before the split has used the test set: always call {@code of(train)}, then {@code apply}
 * on each subset. Standard deviations are those of the population (divided by n), as in scikit-learn's {@code
 * StandardScaler}; a feature that is constant in the training set is only shifted.
 *
 * <p>Notebook: 02-feature-tables
 *
 * @param means subtracted, finite, in the unit of the values: one, one per column, or one per row of each channel
 * @param deviations standard deviations to divide by, positive, in the same unit; the same number
 * @param span how many values one after another share a mean: 1, or the width of a row
 */
public record StandardScaler(List<Double> means, List<Double> deviations, int span) {

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
     * @param span at least 1
     * @throws IllegalArgumentException if they are not
     */
    public StandardScaler {
        Require.atLeast("span", 1, span);
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

    /** Refuses a scaler that is for another shape: one mean is for all, several are one per column or one per row. */
    void requireFits(Shape shape) {
        int rows = rows(shape);
        boolean byColumn = span == 1 && means.size() == shape.width();
        boolean byRow = span == shape.width() && means.size() == rows;
        if (means.size() != 1 && !byColumn && !byRow) {
            throw new IllegalArgumentException("normalisation must have one mean, or one for each of " + shape.width()
                    + " columns or " + rows + " rows, got " + means.size());
        }
    }

    private static int rows(Shape shape) {
        return shape.channels() * shape.height();
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
     * One mean and one standard deviation for each column.
     *
     * @param means finite, at least one
     * @param deviations positive, the same number
     * @throws IllegalArgumentException if they are not
     */
    public StandardScaler(List<Double> means, List<Double> deviations) {
        this(means, deviations, 1);
    }

    /**
     * Mean and standard deviation over all values of all examples. If all values are equal, such as for digital
     * silence, the standard deviation is 1.
     *
     * @param train the training set
     * @return scales its values to mean 0 and standard deviation 1
     */
    public static StandardScaler of(Examples train) {
        return fitted(train, 1, 1);
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
        return fitted(train, train.shape().width(), 1);
    }

    /**
     * Mean and standard deviation of each row of each channel over all examples and columns, for bands of different
     * loudness. The standard deviation of a constant row is 1.
     *
     * @param train the training set
     * @return scales each of its rows to mean 0 and standard deviation 1
     */
    public static StandardScaler byRow(Examples train) {
        return fitted(train, rows(train.shape()), train.shape().width());
    }

    private static StandardScaler fitted(Examples train, int groups, int span) {
        float[] values = new float[train.shape().values()];
        double count = (double) train.size() * values.length / groups;
        double[] sums = new double[groups];
        double[] squares = new double[groups];
        for (int i = 0; i < train.size(); i++) {
            train.read(i, values);
            for (int k = 0; k < values.length; k++) {
                int group = k / span % groups;
                sums[group] += values[k];
                squares[group] += (double) values[k] * values[k];
            }
        }
        double[] deviations = new double[groups];
        for (int group = 0; group < groups; group++) {
            sums[group] /= count;
            double square = squares[group] / count;
            double variance = square - sums[group] * sums[group];
            deviations[group] = variance > CONSTANT * square ? Math.sqrt(variance) : 1;
        }
        return new StandardScaler(
                DoubleStream.of(sums).boxed().toList(),
                DoubleStream.of(deviations).boxed().toList(),
                span);
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
     * The mean that is subtracted from one value of an example.
     *
     * @param index of the value, row by row
     * @return in the unit of the values; {@link #apply(float[])} makes it 0
     */
    public double mean(int index) {
        return means.get(index / span % means.size());
    }

    /**
     * Standardises the values of one example, in place.
     *
     * @param values row by row
     */
    public void apply(float[] values) {
        for (int group = 0; group < means.size(); group++) {
            float shift = means.get(group).floatValue();
            float scale = (float) (1 / deviations.get(group));
            for (int from = group * span; from < values.length; from += means.size() * span) {
                for (int i = from; i < Math.min(from + span, values.length); i++) {
                    values[i] = (values[i] - shift) * scale;
                }
            }
        }
    }

    @Override
    public String toString() {
        return means.size() == 1
                ? String.format(Locale.ROOT, "StandardScaler[mean %.4g, std %.4g]", means.get(0), deviations.get(0))
                : "StandardScaler[" + means.size() + (span == 1 ? " features]" : " bands]");
    }
}
