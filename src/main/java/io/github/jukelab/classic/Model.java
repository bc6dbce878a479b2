package io.github.jukelab.classic;

import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.FeatureVectors;

/** A trained {@link Classifier}. Immutable. */
public interface Model {

    /**
     * Predicts the probability of each label.
     *
     * @param vectors with the features and labels of the training set
     * @return one prediction per feature vector, in their order
     * @throws IllegalArgumentException if features or labels differ
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    Predictions predict(FeatureVectors vectors);
}
