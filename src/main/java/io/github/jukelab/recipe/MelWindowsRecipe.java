package io.github.jukelab.recipe;

import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.FlipAndCutout;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Training;

/**
 * Windows of 1.5 s as mel spectrograms, five convolution blocks, and a vote: the article "Music genre classification: a
 * deep learning approach" (004).
 *
 * <p>Notebook: 04-mel-windows
 */
public final class MelWindowsRecipe {

    /**
     * Tracks split 70/30 without a validation set, powers instead of decibels, half epochs without shuffling,
     * augmentation of training and test set.
     */
    public static final Recipe AS_PRINTED = new Recipe(
            "mel-windows",
            "a large network on mel spectrograms, for music",
            Variant.AS_PRINTED,
            "82 % of 300 songs",
            DefaultDataset.MUSIC,
            ArticleSplit.byTrack(SplitRatio.of(0.7, 0.3)),
            MelWindows.AS_PRINTED,
            NormalisationRule.NONE,
            new NetworkLearner(Architectures::fiveBlocks, Training.ARTICLE_004),
            Vote.MAJORITY,
            6,
            1);

    /** Tracks split 60/20/20, decibels normalised with the training set, full shuffled epochs, the best epoch kept. */
    public static final Recipe REPAIRED = new Recipe(
            "mel-windows",
            "a large network on mel spectrograms, for music",
            Variant.REPAIRED,
            "82 % of 300 songs",
            DefaultDataset.MUSIC,
            ArticleSplit.REPAIRED,
            MelWindows.REPAIRED,
            NormalisationRule.TRAIN,
            new NetworkLearner(
                    Architectures::fiveBlocks, Training.DEFAULT.withBatch(32).withAugmentation(FlipAndCutout.TO_FLOOR)),
            Vote.MEAN,
            6,
            Recipe.ALL_FOLDS);

    private MelWindowsRecipe() {}
}
