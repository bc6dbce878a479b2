package io.github.jukelab.recipe;

import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.ResizedSpectrogram;
import io.github.jukelab.input.ResizedSpectrogram.Representation;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.ReduceLrOnPlateau;
import io.github.jukelab.network.Training;
import io.github.jukelab.network.TrainingMode;

/**
 * Whole calls, downscaled to 32 x 32 pixels, and 7 x 7 kernels: the article "Audio classification using deep learning"
 * (001). It mentions MFCC and chroma as other inputs; they are built the same way.
 *
 * <p>Notebook: 06-cats-and-dogs
 */
public final class CatsAndDogsRecipe {

    /** The article's folders have 210 training files, of which 42 are for validation, and 67 test files. */
    private static final ArticleSplit SPLIT = ArticleSplit.byTrack(SplitRatio.of(168 / 277.0, 42 / 277.0, 67 / 277.0));

    private static final String DESCRIPTION = "a network on spectrograms of whole calls, one per file";

    private static final Training TRAINING = Training.DEFAULT.withEpochs(20).withPlateau(ReduceLrOnPlateau.NONE);

    /**
     * Magnitudes, short calls padded with silence, most frames ignored when downscaled, and a loss that trains both
     * outputs the same way, so that it is chance which of them is larger.
     */
    public static final Recipe AS_PRINTED = new Recipe(
            "cats-and-dogs",
            DESCRIPTION,
            Variant.AS_PRINTED,
            "60 %",
            DefaultDataset.ANIMALS,
            SPLIT,
            ResizedSpectrogram.AS_PRINTED,
            NormalisationRule.TRAIN,
            new NetworkLearner(
                    Architectures::wideKernelsAsPrinted,
                    TRAINING.withBatch(64).withMode(TrainingMode.SHUFFLED_KEEP_LAST)),
            Vote.MEAN,
            20,
            Recipe.ALL_FOLDS);

    /**
     * Decibels before downscaling, short calls repeated, all frames averaged, softmax and cross-entropy, and batches of
     * 16 instead of 64, since a small data set gives few steps.
     */
    public static final Recipe REPAIRED = repaired("cats-and-dogs", DESCRIPTION, "60 %", Representation.DECIBEL);

    /** The same with cepstral coefficients. */
    public static final Recipe MFCC = repaired(
            "cats-and-dogs-mfcc", "a network on MFCC of whole calls, one per file", "none", Representation.MFCC);

    /** The same with pitch classes. */
    public static final Recipe CHROMA = repaired(
            "cats-and-dogs-chroma",
            "a network on pitch classes of whole calls, one per file",
            "none",
            Representation.CHROMA);

    private CatsAndDogsRecipe() {}

    private static Recipe repaired(
            String name, String description, String articleResult, Representation representation) {
        return new Recipe(
                name,
                description,
                Variant.REPAIRED,
                articleResult,
                DefaultDataset.ANIMALS,
                SPLIT,
                ResizedSpectrogram.REPAIRED.withRepresentation(representation),
                NormalisationRule.TRAIN,
                new NetworkLearner(Architectures::wideKernels, TRAINING.withBatch(16)),
                Vote.MEAN,
                20,
                Recipe.ALL_FOLDS);
    }
}
