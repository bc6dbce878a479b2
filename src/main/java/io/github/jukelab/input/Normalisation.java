package io.github.jukelab.input;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Standardisation of examples, the last step before the network: minus the mean, divided by the standard deviation.
 * Fitted on the training set alone, and saved with the network. All values of a spectrogram have one unit and share one
 * mean and one standard deviation; a row of features has one of each per column.
 *
 * @param means subtracted, finite, in the unit of the values: one, or one per column
 * @param deviations standard deviations to divide by, positive, in the same unit; the same number
 */
public record Normalisation(List<Double> means, List<Double> deviations) {

    /** Leaves values as they are. */
    public static final Normalisation NONE = new Normalisation(0, 1);

    /** A variance below this share of the mean square is a rounding error: the values are constant. */
    private static final double CONSTANT = 1e-12;

    /**
     * Checks the numbers.
     *
     * @param means finite, at least one
     * @param deviations positive, the same number
     * @throws IllegalArgumentException if they are not
     */
    public Normalisation {
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

    /**
     * One mean and one standard deviation for all values.
     *
     * @param mean finite
     * @param deviation positive
     * @throws IllegalArgumentException if they are not
     */
    public Normalisation(double mean, double deviation) {
        this(List.of(mean), List.of(deviation));
    }

    /**
     * Mean and standard deviation over all values of all examples. If all values are equal, such as for digital
     * silence, the standard deviation is 1.
     *
     * @param train the training set
     * @return scales its values to mean 0 and standard deviation 1
     */
    public static Normalisation of(Examples train) {
        return fitted(train, 1);
    }

    /**
     * Mean and standard deviation of each column over all examples and rows, for features with different units. The
     * standard deviation of a constant column is 1.
     *
     * @param train the training set
     * @return scales each of its columns to mean 0 and standard deviation 1
     */
    public static Normalisation byColumn(Examples train) {
        return fitted(train, train.shape().width());
    }

    private static Normalisation fitted(Examples train, int columns) {
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
        return new Normalisation(
                DoubleStream.of(sums).boxed().toList(),
                DoubleStream.of(deviations).boxed().toList());
    }

    /**
     * Normalises the values of one example, in place.
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
                ? String.format(Locale.ROOT, "Normalisation[mean %.4g, std %.4g]", means.get(0), deviations.get(0))
                : "Normalisation[of " + means.size() + " columns]";
    }
}
