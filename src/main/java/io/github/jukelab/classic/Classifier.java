package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.StandardScaler;

/**
 * A classification algorithm with its settings. Immutable; {@link #fit} does not change it.
 *
 * <p>Example: {@code Svm.rbf(10).standardised().fit(train).predict(test)}.
 *
 * @see GridSearch
 */
public interface Classifier {

    /**
     * Trains a model. The same feature vectors give the same model.
     *
     * @param train the training set, of at least two labels
     * @param progress called after each step, if there are several
     * @return the model
     * @throws IllegalArgumentException if no model can be trained on this set; the message says why
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    Model fit(FeatureVectors train, Progress progress);

    /**
     * Trains a model without reporting progress.
     *
     * @param train the training set, of at least two labels
     * @return the model
     * @throws IllegalArgumentException if no model can be trained on this set; the message says why
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    default Model fit(FeatureVectors train) {
        return fit(train, Progress.NONE);
    }

    /**
     * The same classifier with class weights.
     *
     * @param classWeight how much the training vectors of each label count
     * @return a copy
     * @throws IllegalArgumentException if it cannot weigh training vectors
     */
    default Classifier withClassWeight(ClassWeight classWeight) {
        throw new IllegalArgumentException(this + " has no class weights: all training vectors count the same");
    }

    /**
     * The same classifier on standardised features: each is brought to mean 0 and standard deviation 1, as computed on
     * the training set. Nearly always what you want, since features have units of very different size.
     *
     * @return a classifier that fits a {@link StandardScaler} before it is trained
     */
    default Classifier standardised() {
        return new Standardised(this);
    }
}
