package io.github.jukelab.classic;

import java.util.List;

/** What a model was fitted for: the columns and the classes, in order. */
record Schema(List<String> features, List<String> labels) {

    void require(FeatureVectors samples) {
        if (!features.equals(samples.features())) {
            throw new IllegalArgumentException("features must be " + features + ", got " + samples.features());
        }
        if (!labels.equals(samples.labels())) {
            throw new IllegalArgumentException("labels must be " + labels + ", got " + samples.labels());
        }
    }
}
