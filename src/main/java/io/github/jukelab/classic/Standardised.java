package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.StandardScaler;

/** A classifier that is trained on standardised values. */
record Standardised(Classifier inner) implements Classifier {

    @Override
    public Model fit(FeatureVectors train, Progress progress) {
        StandardScaler scaler = StandardScaler.of(train);
        Model model = inner.fit(scaler.apply(train), progress);
        return new Fitted(scaler, model);
    }

    private record Fitted(StandardScaler scaler, Model model) implements Model {

        @Override
        public Predictions predict(FeatureVectors vectors) {
            return model.predict(scaler.apply(vectors));
        }

        @Override
        public String toString() {
            return model + ", standardised";
        }
    }

    @Override
    public Classifier withClassWeight(ClassWeight classWeight) {
        return new Standardised(inner.withClassWeight(classWeight));
    }

    @Override
    public Classifier standardised() {
        return this;
    }

    @Override
    public String toString() {
        return inner + ", standardised";
    }
}
