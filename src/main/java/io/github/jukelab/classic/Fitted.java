package io.github.jukelab.classic;

import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.FeatureVectors;

/** A fitted model that predicts row by row; a record that can be written as JSON. */
sealed interface Fitted extends Model permits NearestNeighbours.Neighbourhood, SupportVectors, Softmax {

    /** The features and labels of the training set. */
    Schema schema();

    /** One probability per label, for one row of values. */
    float[] probabilities(double[] values);

    /** Hands out copies of its numbers. */
    <T> T accept(ModelVisitor<T> visitor);

    @Override
    default Predictions predict(FeatureVectors vectors) {
        return schema().predictions(vectors, this::probabilities);
    }
}
