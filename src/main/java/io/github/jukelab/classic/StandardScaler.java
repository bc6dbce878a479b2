package io.github.jukelab.classic;

import java.util.List;

/**
 * Brings each feature to mean 0 and standard deviation 1: minus a mean, divided by a deviation, both of the training
 * side. Immutable.
 *
 * <p>What is fitted on all rows before they are split has seen the test set: always {@code of(train)}, then {@code
 * apply} to either side. {@link Classifier#standardised()} does that by itself. Deviations are those of the population
 * (divided by n), as in scikit-learn's {@code StandardScaler}; a feature that is constant on the training set is only
 * shifted.
 *
 * <p>Notebook: 02-feature-tables
 */
public final class StandardScaler {

    private static final double EPSILON = Math.ulp(1.0);

    private final List<String> features;
    private final double[] means;
    private final double[] deviations;

    private StandardScaler(List<String> features, double[] means, double[] deviations) {
        this.features = features;
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * Mean and deviation of each feature.
     *
     * @param train the training set, and nothing else
     * @return brings its values to mean 0, deviation 1
     */
    public static StandardScaler of(FeatureVectors train) {
        double[][] rows = train.values();
        double[] means = new double[train.features().size()];
        double[] deviations = new double[means.length];
        for (int j = 0; j < means.length; j++) {
            means[j] = mean(rows, j);
            deviations[j] = deviation(rows, j, means[j]);
        }
        return new StandardScaler(train.features(), means, deviations);
    }

    private static double mean(double[][] rows, int feature) {
        double sum = 0;
        for (double[] row : rows) {
            sum += row[feature];
        }
        return sum / rows.length;
    }

    /** 1 if nothing but rounding differs. */
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
     * Standardises samples of either side.
     *
     * @param samples with the features that this was fitted on
     * @return the same samples with other values
     * @throws IllegalArgumentException if the features are others
     */
    public FeatureVectors apply(FeatureVectors samples) {
        if (!features.equals(samples.features())) {
            throw new IllegalArgumentException("features must be " + features + ", got " + samples.features());
        }
        double[][] rows = samples.values();
        double[][] changed = new double[rows.length][means.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < means.length; j++) {
                changed[i][j] = (rows[i][j] - means[j]) / deviations[j];
            }
        }
        return samples.with(changed);
    }

    /**
     * The names of the columns.
     *
     * @return in the order of means and deviations
     */
    public List<String> features() {
        return features;
    }

    /**
     * What is subtracted.
     *
     * @return a copy, one per feature, in its unit
     */
    public double[] means() {
        return means.clone();
    }

    /**
     * What is divided by.
     *
     * @return a copy, one per feature, in its unit; positive
     */
    public double[] deviations() {
        return deviations.clone();
    }

    @Override
    public String toString() {
        return "StandardScaler[" + means.length + " features]";
    }
}
