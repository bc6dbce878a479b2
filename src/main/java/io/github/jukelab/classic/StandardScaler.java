package io.github.jukelab.classic;

import java.util.List;

/**
 * Brings each feature to mean 0 and standard deviation 1: subtracts the mean and divides by the standard deviation,
 * both of the training set. Immutable.
 *
 * <p>A scaler that is fitted before the split has used the test set: always call {@code of(train)}, then {@code apply}
 * on each subset. {@link Classifier#standardised()} does so itself. Standard deviations are those of the population
 * (divided by n), as in scikit-learn's {@code StandardScaler}; a feature that is constant in the training set is only
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
     * Computes the mean and standard deviation of each feature.
     *
     * @param train the training set, and nothing else
     * @return the fitted scaler
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
     * Standardises a subset.
     *
     * @param vectors with the features that this was fitted on
     * @return the same feature vectors with standardised values
     * @throws IllegalArgumentException if the features differ
     */
    public FeatureVectors apply(FeatureVectors vectors) {
        if (!features.equals(vectors.features())) {
            throw new IllegalArgumentException("features must be " + features + ", got " + vectors.features());
        }
        double[][] rows = vectors.values();
        double[][] changed = new double[rows.length][means.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < means.length; j++) {
                changed[i][j] = (rows[i][j] - means[j]) / deviations[j];
            }
        }
        return vectors.with(changed);
    }

    /**
     * The names of the features.
     *
     * @return in the order of means and standard deviations
     */
    public List<String> features() {
        return features;
    }

    /**
     * The means, which are subtracted.
     *
     * @return a copy, one per feature, in its unit
     */
    public double[] means() {
        return means.clone();
    }

    /**
     * The standard deviations, by which values are divided.
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
