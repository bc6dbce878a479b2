package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.ReduceLrOnPlateau;
import io.github.jukelab.network.Training;
import io.github.jukelab.network.TrainingMode;
import java.util.List;

/**
 * Tracks of two genres or more, cut into segments of 100 000 samples: the article "Machine learning on sound and audio
 * data" (002).
 *
 * <p>As printed: mel powers, and segments split at random, so that segments of one track are in both training and test
 * set. Repaired: decibels, and tracks split at random, with a vote over the segments of each track.
 *
 * <p>Notebook: 05-two-genres-mp3
 *
 * @param variant as printed or repaired
 */
public record GenresFromMp3(Variant variant) implements Recipe {

    @Override
    public String name() {
        return "two-genres";
    }

    @Override
    public String articleResult() {
        return "none";
    }

    @Override
    public int quickEpochs() {
        return 5;
    }

    @Override
    public DefaultDataset defaultDataset() {
        return DefaultDataset.TRACKS;
    }

    @Override
    public int epochs() {
        return 10;
    }

    @Override
    public Split split(Dataset dataset, Segments segments, long seed) {
        SplitRatio ratio = SplitRatio.of(0.6, 0.2, 0.2);
        return variant.isAsPrinted() ? Splits.bySegment(dataset, segments, ratio, seed) : dataset.split(ratio, seed);
    }

    @Override
    public Preprocessing preprocessing() {
        return variant.isAsPrinted() ? MelWindows.SEGMENTS_AS_PRINTED : MelWindows.SEGMENTS_REPAIRED;
    }

    @Override
    public Preprocessing fitted(Examples all, Examples train) {
        return variant.isAsPrinted() ? preprocessing() : Recipe.super.fitted(all, train);
    }

    @Override
    public Network network(List<String> labels, Preprocessing fitted, long seed) {
        Shape shape = fitted.shape();
        return Network.of(
                Architectures.threeConvolutions(shape.height(), shape.width(), labels.size(), seed), labels, fitted);
    }

    @Override
    public Training training(Network network) {
        Training training =
                Training.of(network).withEpochs(epochs()).withBatch(32).withPlateau(ReduceLrOnPlateau.NONE);
        return variant.isAsPrinted() ? training.withMode(TrainingMode.SHUFFLED_KEEP_LAST) : training;
    }

    @Override
    public Vote vote() {
        return Vote.MEAN;
    }
}
