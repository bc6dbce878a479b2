package io.github.jukelab.input;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What every value of an example goes through before the network sees it: minus a mean, divided by a deviation. Fitted
 * on the training set alone, and kept with the network. One mean and one deviation serve for all values of a
 * spectrogram, which share a unit; a row of features has one per column.
 *
 * @param means what is subtracted, finite, in the values' own unit: one, or one per column
 * @param deviations what it is divided by, positive, in the same unit; as many
 */
public record Normalisation(List<Double> means, List<Double> deviations) {

    /** Leaves values as they are. */
    public static final Normalisation NONE = new Normalisation(0, 1);

    /** A variance below this share of the squares is rounding: the values are constant. */
    private static final double CONSTANT = 1e-12;

    /**
     * Checks the numbers.
     *
     * @param means finite, at least one
     * @param deviations positive, as many
     * @throws IllegalArgumentException if they are not
     */
    public Normalisation {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        if (means.isEmpty() || means.size() != deviations.size()) {
            throw new IllegalArgumentException("there must be as many means as deviations, at least one, got "
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
     * The same for all values.
     *
     * @param mean finite
     * @param deviation positive
     * @throws IllegalArgumentException if they are not
     */
    public Normalisation(double mean, double deviation) {
        this(List.of(mean), List.of(deviation));
    }

    /**
     * Mean and standard deviation over all values of all examples. Examples that are constant, such as digital silence,
     * get the deviation 1.
     *
     * @param train the training set
     * @return brings its values to mean 0, deviation 1
     */
    public static Normalisation of(Examples train) {
        return fitted(train, 1);
    }

    /**
     * Mean and standard deviation of each column over all examples and rows: for rows of numbers that differ in unit.
     * Constant columns get the deviation 1.
     *
     * @param train the training set
     * @return brings each of its columns to mean 0, deviation 1
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
                ? String.format(
                        Locale.ROOT, "Normalisation[mean %.4g, deviation %.4g]", means.get(0), deviations.get(0))
                : "Normalisation[of " + means.size() + " columns]";
    }
}
