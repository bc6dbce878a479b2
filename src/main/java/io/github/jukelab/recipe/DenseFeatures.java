package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.input.Normalisation;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.ReduceLrOnPlateau;
import io.github.jukelab.network.Training;
import io.github.jukelab.network.TrainingMode;
import java.util.List;

/**
 * 57 features per three seconds, and a dense network: the article on the feature table (003).
 *
 * <p>As printed: rows split at random, so that segments of one track are in both training and test set; columns
 * standardised with the test rows included; 600 epochs, the last one kept. Repaired: tracks split at random, columns
 * standardised with the training set, the best epoch kept, early stopping after 50 epochs without improvement.
 *
 * <p>Notebook: 02-feature-tables
 *
 * @param variant as printed or repaired
 */
public record DenseFeatures(Variant variant) implements Recipe {

    @Override
    public String name() {
        return "feature-table";
    }

    @Override
    public String articleResult() {
        return "92.93 % of rows of 3 s";
    }

    @Override
    public int epochs() {
        return 600;
    }

    @Override
    public Split split(Dataset dataset, Segments segments, long seed) {
        return variant.isAsPrinted()
                ? Splits.bySegment(dataset, segments, SplitRatio.of(0.8, 0.2), seed)
                : dataset.split(SplitRatio.of(0.6, 0.2, 0.2), seed);
    }

    @Override
    public Preprocessing preprocessing() {
        return FeatureVectorInput.AS_PUBLISHED;
    }

    @Override
    public Preprocessing fitted(Examples all, Examples train) {
        return preprocessing().withNormalisation(Normalisation.byColumn(variant.isAsPrinted() ? all : train));
    }

    @Override
    public Network network(List<String> labels, Preprocessing fitted, long seed) {
        return Network.of(Architectures.dense(fitted.shape().width(), labels.size(), seed), labels, fitted);
    }

    @Override
    public Training training(Network network) {
        Training training = Training.of(network).withEpochs(epochs()).withPlateau(ReduceLrOnPlateau.NONE);
        return variant.isAsPrinted() ? training.withMode(TrainingMode.SHUFFLED_KEEP_LAST) : training.withPatience(50);
    }

    @Override
    public Vote vote() {
        return Vote.MEAN;
    }
}
