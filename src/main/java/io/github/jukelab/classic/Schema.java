package io.github.jukelab.classic;

import java.util.List;

/** The features and labels that a model was trained with, in order. */
record Schema(List<String> features, List<String> labels) {

    void require(FeatureVectors vectors) {
        if (!features.equals(vectors.features())) {
            throw new IllegalArgumentException("features must be " + features + ", got " + vectors.features());
        }
        if (!labels.equals(vectors.labels())) {
            throw new IllegalArgumentException("labels must be " + labels + ", got " + vectors.labels());
        }
    }
}
