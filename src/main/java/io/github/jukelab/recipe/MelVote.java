package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FlipAndCutout;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import java.util.List;

/**
 * Windows of 1.5 s as mel spectrograms, five convolution blocks, and a vote: the article "Music genre classification: a
 * deep learning approach" (004).
 *
 * <p>As printed: tracks split 70/30 without a validation set, powers instead of decibels, half epochs without
 * shuffling, augmentation of training and test set. Repaired: 60/20/20, decibels normalised with the training set, full
 * shuffled epochs, the best epoch kept.
 *
 * <p>Notebook: 04-mel-windows
 *
 * @param variant as printed or repaired
 */
public record MelVote(Variant variant) implements Recipe {

    @Override
    public String name() {
        return "mel-windows";
    }

    @Override
    public String articleResult() {
        return "82 % of 300 songs";
    }

    @Override
    public int epochs() {
        return 150;
    }

    @Override
    public int quickEpochs() {
        return 6;
    }

    @Override
    public int quickFolds() {
        return variant.isAsPrinted() ? 1 : Recipe.super.quickFolds();
    }

    @Override
    public Split split(Dataset dataset, Segments segments, long seed) {
        return dataset.split(variant.isAsPrinted() ? SplitRatio.of(0.7, 0.3) : SplitRatio.of(0.6, 0.2, 0.2), seed);
    }

    @Override
    public Preprocessing preprocessing() {
        return variant.isAsPrinted() ? MelWindows.AS_PRINTED : MelWindows.REPAIRED;
    }

    @Override
    public Preprocessing fitted(Examples all, Examples train) {
        return variant.isAsPrinted() ? preprocessing() : Recipe.super.fitted(all, train);
    }

    @Override
    public Network network(List<String> labels, Preprocessing fitted, long seed) {
        Shape shape = fitted.shape();
        return Network.of(Architectures.fiveBlocks(shape.height(), shape.width(), labels.size(), seed), labels, fitted);
    }

    @Override
    public Training training(Network network) {
        return variant.isAsPrinted()
                ? Training.asPrinted(network)
                : Training.of(network).withBatch(32).withAugmentation(FlipAndCutout.TO_FLOOR);
    }

    @Override
    public Vote vote() {
        return variant.isAsPrinted() ? Vote.MAJORITY : Vote.MEAN;
    }
}
