package io.github.jukelab.classic;

import io.github.jukelab.Progress;

/**
 * Logistic regression: each label has a weight a feature and a start, their sum is the label's score, and the
 * probabilities go with the exponentials of the scores (softmax). Weights are those of the least cross-entropy, with a
 * price on their squares; two labels share one set of weights.
 *
 * <p>The optimum is that of scikit-learn's {@code LogisticRegression}: unique, found to six digits, the same in every
 * run. Values should be {@linkplain #standardised() standardised}: the price takes all features for equals.
 *
 * <p>Notebook: 02-feature-tables
 *
 * @param c the inverse of the price of the weights, positive: the higher, the closer the fit to the training samples
 */
public record LogisticRegression(double c) implements Classifier {

    /**
     * Checks the number.
     *
     * @param c positive
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public LogisticRegression {
        Checks.requirePositive("c", c);
    }

    /**
     * With a price on the weights.
     *
     * @param c its inverse, positive; 1 is scikit-learn's
     * @return the classifier
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public static LogisticRegression of(double c) {
        return new LogisticRegression(c);
    }

    /**
     * Finds the weights.
     *
     * @param train of at least two labels
     * @param progress never told
     * @return the model
     * @throws IllegalArgumentException if there are fewer than two labels, or values are so large that no optimum is
     *     found
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    @Override
    public Model fit(FeatureVectors train, Progress progress) {
        return Softmax.fitted(train, c);
    }

    @Override
    public String toString() {
        return "LogisticRegression[C " + Checks.plain(c) + "]";
    }
}
