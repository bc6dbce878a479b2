package io.github.jukelab.recipe;

import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.image.ShearZoomFlipRange;
import io.github.jukelab.input.RandomShearZoomFlip;
import io.github.jukelab.input.SpecAugment;
import io.github.jukelab.input.SpectrogramImage;
import io.github.jukelab.input.TimeShift;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.ReduceLrOnPlateau;
import io.github.jukelab.network.Training;
import io.github.jukelab.network.TrainingMode;

/**
 * A track's first five seconds as a coloured picture of 64 x 64 pixels: the article "Audio data analysis using deep
 * learning with Python, part 2" (000).
 *
 * <p>Notebook: 03-spectrogram-pictures
 */
public final class SpectrogramPicturesRecipe {

    private static final Training TRAINING = Training.DEFAULT.withBatch(8).withPlateau(ReduceLrOnPlateau.NONE);

    /**
     * The picture with axes and margins, sheared, zoomed and flipped; plain gradient descent through the genres in
     * alphabetical order, eight tracks per step, never shuffled; 50 epochs, as in the article's call of fit.
     */
    public static final Recipe AS_PRINTED = new Recipe(
            "spectrogram-pictures",
            "a network on coloured spectrograms, for music",
            Variant.AS_PRINTED,
            "33.8 % of 200 songs",
            DefaultDataset.MUSIC,
            ArticleSplit.byTrack(SplitRatio.of(0.8, 0.2)),
            SpectrogramImage.AS_PRINTED,
            NormalisationRule.NONE,
            new NetworkLearner(
                    Architectures::averagePoolsAsPrinted,
                    TRAINING.withEpochs(50)
                            .withMode(TrainingMode.UNSHUFFLED)
                            .withAugmentation(new RandomShearZoomFlip(ShearZoomFlipRange.AS_PRINTED))),
            Vote.MEAN,
            50,
            Recipe.ALL_FOLDS);

    /**
     * The picture alone, shifted in time and masked; the momentum and the 200 epochs that the article defines but does
     * not use, since with few tracks 50 epochs have too few steps; a validation set; shuffled epochs.
     */
    public static final Recipe REPAIRED = new Recipe(
            "spectrogram-pictures",
            "a network on coloured spectrograms, for music",
            Variant.REPAIRED,
            "33.8 % of 200 songs",
            DefaultDataset.MUSIC,
            ArticleSplit.REPAIRED,
            SpectrogramImage.REPAIRED,
            NormalisationRule.TRAIN,
            new NetworkLearner(
                    Architectures::averagePools,
                    TRAINING.withEpochs(200)
                            .withAugmentation(TimeShift.of(0.25)
                                    .then(SpecAugment.NONE
                                            .withFrequencyMasks(1, 8)
                                            .withTimeMasks(1, 8)))),
            Vote.MEAN,
            200,
            Recipe.ALL_FOLDS);

    private SpectrogramPicturesRecipe() {}
}
