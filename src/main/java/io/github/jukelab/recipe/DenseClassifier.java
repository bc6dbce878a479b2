package io.github.jukelab.recipe;

import io.github.jukelab.Progress;
import io.github.jukelab.classic.Classifier;
import io.github.jukelab.classic.Model;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FeatureVectors;
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

    @Override
    public Model fit(FeatureVectors train, Progress progress) {
        Examples rows = train.examples();
        Network network =
                Network.of(Architectures.dense(rows.shape(), train.labels().size(), seed), train.labels());
        Training.DEFAULT
                .withEpochs(epochs)
                .withSeed(seed)
                .withPlateau(ReduceLrOnPlateau.NONE)
                .fit(network, rows, rows, progress, history -> {});
        return new Fitted(network);
    }

    private record Fitted(Network network) implements Model {

        @Override
        public Predictions predict(FeatureVectors vectors) {
            return network.predict(vectors.examples());
        }
    }

    @Override
    public String toString() {
        return "DenseClassifier[" + epochs + " epochs, seed " + seed + "]";
    }
}
