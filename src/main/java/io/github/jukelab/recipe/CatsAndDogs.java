package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.ResizedSpectrogram;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.ReduceLrOnPlateau;
import io.github.jukelab.network.Training;
import io.github.jukelab.network.TrainingMode;
import java.util.List;
import java.util.Locale;

/**
 * Whole calls, downscaled to 32 x 32 pixels, and 7 x 7 kernels: the article "Audio classification using deep learning"
 * (001).
 *
 * <p>As printed: magnitudes, short calls padded with silence, most frames ignored when downscaled, and a loss that
 * trains both outputs the same way, so that it is chance which of them is larger. Repaired: decibels before
 * downscaling, short calls repeated, all frames averaged, softmax and cross-entropy, and batches of 16 instead of 64,
 * since a small data set gives few steps. The article mentions MFCC and chroma as other inputs; they are built the same
 * way.
 *
 * <p>Notebook: 06-cats-and-dogs
 *
 * @param variant as printed or repaired
 * @param input the features of a call
 */
public record CatsAndDogs(Variant variant, Input input) implements Recipe {

    /** The features of a call that are the network's input. */
    public enum Input {
        /** The spectrogram, as in the article. */
        STFT(ResizedSpectrogram.Representation.DECIBEL),
        /** Cepstral coefficients. */
        MFCC(ResizedSpectrogram.Representation.MFCC),
        /** Pitch classes. */
        CHROMA(ResizedSpectrogram.Representation.CHROMA);

        private final ResizedSpectrogram.Representation repaired;

        Input(ResizedSpectrogram.Representation repaired) {
            this.repaired = repaired;
        }
    }

    @Override
    public String name() {
        return input == Input.STFT
                ? "cats-and-dogs"
                : "cats-and-dogs-" + input.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String articleResult() {
        return input == Input.STFT ? "60 %" : "none";
    }

    @Override
    public DefaultDataset defaultDataset() {
        return DefaultDataset.ANIMALS;
    }

    @Override
    public int epochs() {
        return 20;
    }

    /** The article's folders have 210 training files, of which 42 are for validation, and 67 test files. */
    @Override
    public Split split(Dataset dataset, Segments segments, long seed) {
        return dataset.split(SplitRatio.of(168 / 277.0, 42 / 277.0, 67 / 277.0), seed);
    }

    @Override
    public Preprocessing preprocessing() {
        return variant.isAsPrinted() && input == Input.STFT
                ? ResizedSpectrogram.AS_PRINTED
                : ResizedSpectrogram.REPAIRED.withRepresentation(input.repaired);
    }

    @Override
    public Network network(List<String> labels, Preprocessing fitted, long seed) {
        Shape shape = fitted.shape();
        return Network.of(
                variant.isAsPrinted()
                        ? Architectures.wideKernelsAsPrinted(shape.height(), shape.width(), seed)
                        : Architectures.wideKernels(shape.height(), shape.width(), labels.size(), seed),
                labels,
                fitted);
    }

    @Override
    public Training training(Network network) {
        Training training = Training.of(network).withEpochs(epochs()).withPlateau(ReduceLrOnPlateau.NONE);
        return variant.isAsPrinted()
                ? training.withBatch(64).withMode(TrainingMode.SHUFFLED_KEEP_LAST)
                : training.withBatch(16);
    }

    @Override
    public Vote vote() {
        return Vote.MEAN;
    }
}
