package io.github.jukelab.recipe;

import io.github.jukelab.classic.Svm;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.input.FeatureVectorInput;

/**
 * Our own baseline without a network: 57 features of the whole track, and an SVM with scikit-learn's defaults but C =
 * 10. It has no article, so there is nothing to repair.
 */
public final class FeatureSvmRecipe {

    /** Standardised with the training set. */
    public static final Recipe REPAIRED = new Recipe(
            "feature-svm",
            "an SVM on 57 features, for music and other tonal sounds",
            Variant.REPAIRED,
            "none",
            DefaultDataset.MUSIC,
            ArticleSplit.REPAIRED,
            FeatureVectorInput.of(Preset.LIBROSA),
            NormalisationRule.TRAIN_BY_COLUMN,
            new ClassicalLearner(Svm.rbf(10)),
            Vote.MEAN,
            1,
            Recipe.ALL_FOLDS);

    private FeatureSvmRecipe() {}
}
