package io.github.jukelab.notebook;

import io.github.jukelab.Progress;
import io.github.jukelab.classic.Classifier;
import io.github.jukelab.classic.Model;
import io.github.jukelab.classic.Samples;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Examples;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Plateau;
import io.github.jukelab.network.Shape;
import io.github.jukelab.network.Training;

/** The dense network as one classifier among others: as many epochs as said, in batches of 128, nothing chosen by them. */
record DenseNetwork(int epochs, long seed) implements Classifier {

    private static final int BATCH = 128;

    @Override
    public Model fit(Samples train, Progress progress) {
        int features = train.features().size();
        int labels = train.labels().size();
        Network network = Network.of(Architectures.dense(features, labels, seed), train.labels(), Shape.row(features));
        Examples rows = Notebook.examples(train);
        Training.of(network)
                .withEpochs(epochs)
                .withBatch(BATCH)
                .withSeed(seed)
                .withPlateau(Plateau.NONE)
                .fit(rows, rows, progress, history -> {});
        return new Fitted(network);
    }

    private record Fitted(Network network) implements Model {

        @Override
        public Predictions predict(Samples samples) {
            return network.predict(Notebook.examples(samples));
        }
    }

    @Override
    public String toString() {
        return "DenseNetwork[" + epochs + " epochs, seed " + seed + "]";
    }
}
