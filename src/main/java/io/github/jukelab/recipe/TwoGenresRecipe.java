package io.github.jukelab.recipe;

import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.ReduceLrOnPlateau;
import io.github.jukelab.network.Training;
import io.github.jukelab.network.TrainingMode;

/**
 * Tracks of two genres or more, cut into segments of 100 000 samples: the article "Machine learning on sound and audio
 * data" (002).
 *
 * <p>Notebook: 05-two-genres-mp3
 */
public final class TwoGenresRecipe {

    private static final Training TRAINING =
            Training.DEFAULT.withEpochs(10).withBatch(32).withPlateau(ReduceLrOnPlateau.NONE);

    /** Mel powers, and segments split at random, so that segments of one track are in both training and test set. */
    public static final Recipe AS_PRINTED = new Recipe(
            "two-genres",
            "a network on mel spectrograms, for music",
            Variant.AS_PRINTED,
            "none",
            DefaultDataset.TRACKS,
            ArticleSplit.bySegment(SplitRatio.of(0.6, 0.2, 0.2)),
            MelWindows.SEGMENTS_AS_PRINTED,
            NormalisationRule.NONE,
            new NetworkLearner(Architectures::threeConvolutions, TRAINING.withMode(TrainingMode.SHUFFLED_KEEP_LAST)),
            Vote.MEAN,
            5,
            Recipe.ALL_FOLDS);

    /** Decibels, and tracks split at random, with a vote over the segments of each track. */
    public static final Recipe REPAIRED = new Recipe(
            "two-genres",
            "a network on mel spectrograms, for music",
            Variant.REPAIRED,
            "none",
            DefaultDataset.TRACKS,
            ArticleSplit.REPAIRED,
            MelWindows.SEGMENTS_REPAIRED,
            NormalisationRule.TRAIN,
            new NetworkLearner(Architectures::threeConvolutions, TRAINING),
            Vote.MEAN,
            5,
            Recipe.ALL_FOLDS);

    private TwoGenresRecipe() {}
}
