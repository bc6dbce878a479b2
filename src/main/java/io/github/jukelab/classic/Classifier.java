package io.github.jukelab.classic;

import io.github.jukelab.Progress;

/**
 * A way to learn labels from rows of numbers, with its settings. Immutable; {@link #fit} leaves it as it is.
 *
 * <p>Example: {@code Svm.rbf(10).standardised().fit(train).predict(test)}.
 *
 * @see GridSearch
 */
public interface Classifier {

    /**
     * Learns. The same samples give the same model.
     *
     * @param train what is learnt from, of at least two labels
     * @param progress told about each finished step, if there are several
     * @return the model
     * @throws IllegalArgumentException if these samples cannot be learnt from; the message says why
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    Model fit(FeatureVectors train, Progress progress);

    /**
     * Learns, listened to by nobody.
     *
     * @param train what is learnt from, of at least two labels
     * @return the model
     * @throws IllegalArgumentException if these samples cannot be learnt from; the message says why
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    default Model fit(FeatureVectors train) {
        return fit(train, Progress.NONE);
    }

    /**
     * The same, with every feature brought to mean 0 and deviation 1 first: of the training samples, whoever is asked
     * about later. Nearly always what is wanted, since features have units of very different size.
     *
     * @return a classifier that fits a {@link StandardScaler} before it learns
     */
    default Classifier standardised() {
        return new Standardised(this);
    }
}
