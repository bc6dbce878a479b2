package io.github.jukelab.recipe;

import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.ReduceLrOnPlateau;
import io.github.jukelab.network.Training;
import io.github.jukelab.network.TrainingMode;

/**
 * 57 features per three seconds, and a dense network: the article on the feature table (003).
 *
 * <p>Notebook: 02-feature-tables
 */
public final class FeatureTableRecipe {

    private static final Training TRAINING = Training.DEFAULT.withEpochs(600).withPlateau(ReduceLrOnPlateau.NONE);

    /**
     * Rows split at random, so that segments of one track are in both training and test set; columns standardised with
     * the test rows included; 600 epochs, the last one kept.
     */
    public static final Recipe AS_PRINTED = new Recipe(
            "feature-table",
            "a dense network on 57 features, for music",
            Variant.AS_PRINTED,
            "92.93 % of rows of 3 s",
            DefaultDataset.MUSIC,
            ArticleSplit.bySegment(SplitRatio.of(0.8, 0.2)),
            FeatureVectorInput.AS_PUBLISHED,
            NormalisationRule.ALL_BY_COLUMN,
            new NetworkLearner(Architectures::dense, TRAINING.withMode(TrainingMode.SHUFFLED_KEEP_LAST)),
            Vote.MEAN,
            600,
            Recipe.ALL_FOLDS);

    /**
     * Tracks split at random, columns standardised with the training set, the best epoch kept, early stopping after 50
     * epochs without improvement.
     */
    public static final Recipe REPAIRED = new Recipe(
            "feature-table",
            "a dense network on 57 features, for music",
            Variant.REPAIRED,
            "92.93 % of rows of 3 s",
            DefaultDataset.MUSIC,
            ArticleSplit.REPAIRED,
            FeatureVectorInput.AS_PUBLISHED,
            NormalisationRule.TRAIN_BY_COLUMN,
            new NetworkLearner(Architectures::dense, TRAINING.withPatience(50)),
            Vote.MEAN,
            600,
            Recipe.ALL_FOLDS);

    private FeatureTableRecipe() {}
}
