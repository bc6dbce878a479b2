package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Predictions;

/** A classifier that learns from standardised values. */
record Standardised(Classifier inner) implements Classifier {

    @Override
    public Model fit(FeatureVectors train, Progress progress) {
        StandardScaler standardisation = StandardScaler.of(train);
        Model model = inner.fit(standardisation.apply(train), progress);
        return new Fitted(standardisation, model);
    }

    private record Fitted(StandardScaler standardisation, Model model) implements Model {

        @Override
        public Predictions predict(FeatureVectors samples) {
            return model.predict(standardisation.apply(samples));
        }

        @Override
        public String toString() {
            return model + ", standardised";
        }
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
