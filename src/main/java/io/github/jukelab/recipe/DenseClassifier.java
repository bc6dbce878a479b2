package io.github.jukelab.recipe;

import io.github.jukelab.Progress;
import io.github.jukelab.classic.Classifier;
import io.github.jukelab.classic.FeatureVectors;
import io.github.jukelab.classic.Model;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.ReduceLrOnPlateau;
import io.github.jukelab.network.Training;

/**
 * The {@linkplain Architectures#dense dense network} of the article on the feature table (003), as a classifier:
 * it trains for a fixed number of epochs, in batches of 128. Its input should be standardised.
 *
 * @param epochs at least 1
 * @param seed of weights, order and dropout
 */
public record DenseClassifier(int epochs, long seed) implements Classifier {

    private static final int BATCH = 128;

    @Override
    public Model fit(FeatureVectors train, Progress progress) {
        int features = train.features().size();
        int labels = train.labels().size();
        Network network = Network.of(Architectures.dense(features, labels, seed), train.labels(), Shape.row(features));
        Examples rows = examples(train);
        Training.of(network)
                .withEpochs(epochs)
                .withBatch(BATCH)
                .withSeed(seed)
                .withPlateau(ReduceLrOnPlateau.NONE)
                .fit(rows, rows, progress, history -> {});
        return new Fitted(network);
    }

    /**
     * Feature vectors as examples for a network.
     *
     * @param vectors standardised
     * @return one example per vector, in order, of shape {@code Shape.row(features)}
     */
    public static Examples examples(FeatureVectors vectors) {
        return Examples.of(
                vectors.labels(),
                vectors.vectors().stream().map(row -> Example.of(row.id(), row.track(), row.label(), row.values())));
    }

    private record Fitted(Network network) implements Model {

        @Override
        public Predictions predict(FeatureVectors vectors) {
            return network.predict(examples(vectors));
        }
    }

    @Override
    public String toString() {
        return "DenseClassifier[" + epochs + " epochs, seed " + seed + "]";
    }
}
