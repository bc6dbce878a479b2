package io.github.jukelab.recipe;

import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.Augmentation;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.SpecAugment;
import io.github.jukelab.input.TimeShift;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Training;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Stft;

/**
 * Jukelab's own recipe: windows of mel spectrograms, coarser than those of the articles, and a network of a twentieth
 * of their size, with batch normalisation, global average pooling, masks and time shifts. It has no article, so there
 * is nothing to repair.
 *
 * <p>Notebook: 04-mel-windows
 */
public final class SmallWindowsRecipe {

    /**
     * Music: windows of 3 s at 22 050 Hz. A second channel has the difference from frame to frame, and each band of each
     * channel is standardised by itself. {@code docs/results.md} compares this with one channel and one scale for all
     * bands, on 134 tracks by artist.
     */
    public static final Recipe MUSIC = recipe(
            "small-windows",
            "a small network on mel spectrograms, for music and soundscapes",
            DefaultDataset.MUSIC,
            MelWindows.REPAIRED
                    .withMel(MelBank.of(64, 22_050))
                    .withStft(Stft.LIBROSA)
                    .withWindows(66_150, 33_075)
                    .withDelta(true),
            NormalisationRule.TRAIN_BY_ROW,
            8);

    /** Calls of animals: windows of 1 s at 16 kHz. */
    public static final Recipe CALLS = recipe(
            "cats-and-dogs-small",
            "a small network on mel spectrograms, for short calls",
            DefaultDataset.ANIMALS,
            MelWindows.of(Stft.of(1024).withHop(250), MelBank.of(40, 16_000))
                    .withWindows(16_000, 8000)
                    .withSamples(300_000),
            NormalisationRule.TRAIN,
            15);

    private SmallWindowsRecipe() {}

    private static Recipe recipe(
            String name,
            String description,
            DefaultDataset dataset,
            MelWindows windows,
            NormalisationRule normalisation,
            int epochs) {
        Training training =
                Training.DEFAULT.withEpochs(epochs).withBatch(32).withAugmentation(augmentation(windows.shape()));
        return new Recipe(
                name,
                description,
                Variant.REPAIRED,
                "none",
                dataset,
                ArticleSplit.REPAIRED,
                windows,
                normalisation,
                new NetworkLearner(Architectures::small, training),
                Vote.MEAN,
                epochs,
                Recipe.ALL_FOLDS);
    }

    private static Augmentation augmentation(Shape shape) {
        return TimeShift.of(0.5)
                .then(SpecAugment.NONE.withFrequencyMasks(2, shape.height() / 4).withTimeMasks(2, shape.width() / 4));
    }
}
