package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Normalisation;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.SpecAugment;
import io.github.jukelab.input.TimeShift;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import io.github.jukelab.signal.Scale;
import java.util.List;

/**
 * Jukelab's own recipe: windows of mel spectrograms, coarser than those of the articles, and a network of a twentieth
 * of their size, with batch normalisation, global average pooling, masks and time shifts. It has no article, so there
 * is nothing to repair.
 *
 * <p>Notebook: 04-mel-windows
 *
 * @param defaultDataset music, windows of 3 s at 22 050 Hz; or calls of animals, windows of 1 s at 16 kHz
 */
public record SmallWindows(DefaultDataset defaultDataset) implements Recipe {

    private static final MelWindows MUSIC =
            MelWindows.REPAIRED.withBands(64).withFrames(2048, 512).withWindows(66_150, 33_075);

    private static final MelWindows CALLS =
            new MelWindows(16_000, 300_000, 16_000, 8000, 1024, 250, 40, Scale.DECIBEL, Normalisation.NONE);

    @Override
    public String name() {
        return defaultDataset == DefaultDataset.ANIMALS ? "cats-and-dogs-small" : "small-windows";
    }

    @Override
    public Variant variant() {
        return Variant.REPAIRED;
    }

    @Override
    public String articleResult() {
        return "none";
    }

    @Override
    public int epochs() {
        return defaultDataset == DefaultDataset.ANIMALS ? 15 : 8;
    }

    @Override
    public Split split(Dataset dataset, Segments segments, long seed) {
        return dataset.split(SplitRatio.of(0.6, 0.2, 0.2), seed);
    }

    @Override
    public Preprocessing preprocessing() {
        return defaultDataset == DefaultDataset.ANIMALS ? CALLS : MUSIC;
    }

    @Override
    public Network network(List<String> labels, Preprocessing fitted, long seed) {
        Shape shape = fitted.shape();
        return Network.of(Architectures.small(shape.height(), shape.width(), labels.size(), seed), labels, fitted);
    }

    @Override
    public Training training(Network network) {
        int rows = network.shape().height() / 4;
        int columns = network.shape().width() / 4;
        return Training.of(network)
                .withEpochs(epochs())
                .withBatch(32)
                .withAugmentation(TimeShift.of(0.5)
                        .then(SpecAugment.NONE.withFrequencyMasks(2, rows).withTimeMasks(2, columns)));
    }

    @Override
    public Vote vote() {
        return Vote.MEAN;
    }
}
