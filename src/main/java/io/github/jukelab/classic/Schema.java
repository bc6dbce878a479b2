package io.github.jukelab.classic;

import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.FeatureVectors;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The features and labels that a model was trained with, in order. */
record Schema(List<String> features, List<String> labels) {

    static Schema of(FeatureVectors train) {
        return new Schema(train.features(), train.labels());
    }

    /** The sorted indexes of the labels that have a vector. */
    static int[] present(FeatureVectors train) {
        return Arrays.stream(train.actual()).distinct().sorted().toArray();
    }

    void requireLabel(int index) {
        Settings.require(index >= 0 && index < labels.size(), "there is no label with the index " + index);
    }

    void require(FeatureVectors vectors) {
        if (!features.equals(vectors.features())) {
            throw new IllegalArgumentException("features must be " + features + ", got " + vectors.features());
        }
        if (!labels.equals(vectors.labels())) {
            throw new IllegalArgumentException("labels must be " + labels + ", got " + vectors.labels());
        }
    }

    /** Applies a function from values to probabilities to each vector. */
    Predictions predictions(FeatureVectors vectors, Function<double[], float[]> probabilities) {
        require(vectors);
        List<Prediction> rows = vectors.vectors().stream()
                .map(vector -> new Prediction(
                        vector.id(),
                        vector.track(),
                        labels.indexOf(vector.label()),
                        probabilities.apply(vector.values())))
                .toList();
        return new Predictions(labels, rows);
    }
}
