package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.image.ShearZoomFlipRange;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.RandomShearZoomFlip;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.SpecAugment;
import io.github.jukelab.input.SpectrogramImage;
import io.github.jukelab.input.TimeShift;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.ReduceLrOnPlateau;
import io.github.jukelab.network.Training;
import io.github.jukelab.network.TrainingMode;
import java.util.List;

/**
 * A track's first five seconds as a coloured picture of 64 x 64 pixels: the article "Audio data analysis using deep
 * learning with Python, part 2" (000).
 *
 * <p>As printed: the picture with axes and margins, sheared, zoomed and flipped; plain gradient descent
 * through the genres in alphabetical order, eight tracks per step, never shuffled. Repaired: the picture alone, shifted
 * in time and masked; the momentum and the 200 epochs that the article defines but does not use; a validation set;
 * shuffled epochs.
 *
 * <p>Notebook: 03-spectrogram-pictures
 *
 * @param variant as printed or repaired
 */
public record SpectrogramPictures(Variant variant) implements Recipe {

    @Override
    public String name() {
        return "spectrogram-pictures";
    }

    @Override
    public String articleResult() {
        return "33.8 % of 200 songs";
    }

    /**
     * As printed 50, as in the article's call of fit; repaired 200, as in its listing beside the decay, since with few
     * tracks 50 epochs have too few steps.
     */
    @Override
    public int epochs() {
        return variant.isAsPrinted() ? 50 : 200;
    }

    @Override
    public Split split(Dataset dataset, Segments segments, long seed) {
        return dataset.split(variant.isAsPrinted() ? SplitRatio.of(0.8, 0.2) : SplitRatio.of(0.6, 0.2, 0.2), seed);
    }

    /** In the order of the folders, as the article's generator reads them. */
    @Override
    public List<String> order(List<String> subset) {
        return variant.isAsPrinted() ? subset.stream().sorted().toList() : subset;
    }

    @Override
    public Preprocessing preprocessing() {
        return variant.isAsPrinted() ? SpectrogramImage.AS_PRINTED : SpectrogramImage.REPAIRED;
    }

    @Override
    public Preprocessing fitted(Examples all, Examples train) {
        return variant.isAsPrinted() ? preprocessing() : Recipe.super.fitted(all, train);
    }

    @Override
    public Network network(List<String> labels, Preprocessing fitted, long seed) {
        Shape shape = fitted.shape();
        return Network.of(
                variant.isAsPrinted()
                        ? Architectures.averagePoolsAsPrinted(shape.height(), shape.width(), labels.size(), seed)
                        : Architectures.averagePools(shape.height(), shape.width(), labels.size(), seed),
                labels,
                fitted);
    }

    @Override
    public Training training(Network network) {
        Training training =
                Training.of(network).withEpochs(epochs()).withBatch(8).withPlateau(ReduceLrOnPlateau.NONE);
        return variant.isAsPrinted()
                ? training.withMode(TrainingMode.UNSHUFFLED)
                        .withAugmentation(new RandomShearZoomFlip(ShearZoomFlipRange.AS_PRINTED))
                : training.withAugmentation(TimeShift.of(0.25)
                        .then(SpecAugment.NONE.withFrequencyMasks(1, 8).withTimeMasks(1, 8)));
    }

    @Override
    public Vote vote() {
        return Vote.MEAN;
    }
}
