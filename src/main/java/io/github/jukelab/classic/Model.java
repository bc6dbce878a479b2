package io.github.jukelab.classic;

import io.github.jukelab.evaluation.Predictions;

/** What a {@link Classifier} has learnt. Immutable. */
public interface Model {

    /**
     * Says for each sample how probable each label is.
     *
     * @param samples with the features and the labels that the model was fitted on
     * @return one prediction a sample, in their order
     * @throws IllegalArgumentException if features or labels are others
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    Predictions predict(FeatureVectors samples);
}
