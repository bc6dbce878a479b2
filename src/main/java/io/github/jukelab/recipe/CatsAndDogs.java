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
 * A whole call, shrunk to 32 x 32 points, and 7 x 7 kernels: the article "Audio classification using deep learning"
 * (001).
 *
 * <p>As printed: magnitudes, silence after a short call, few of many frames looked at, and a loss that teaches both
 * outputs the same, so that it is chance which of them is larger. Repaired: decibels before shrinking, a short call again
 * and again, all frames averaged, softmax and cross-entropy, and batches of 16 in place of 64, as a few score of calls
 * make few steps. The article names MFCC and chroma as other inputs; they are built the same way.
 *
 * <p>Notebook: 06-cats-and-dogs
 *
 * @param variant as printed or repaired
 * @param input what of a call the network sees
 */
public record CatsAndDogs(Variant variant, Input input) implements Recipe {

    /** What of a call the network sees. */
    public enum Input {
        /** The spectrogram, the article's own. */
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

    /** The article's folders hold 210 files to learn from, of which it takes 42 to validate, and 67 to test. */
    @Override
    public Split split(Dataset dataset, Segments segments, long seed) {
        return dataset.split(SplitRatio.of(168 / 277.0, 42 / 277.0, 67 / 277.0), seed);
    }

    @Override
    public Preprocessing preprocessing() {
        return printed() && input == Input.STFT
                ? ResizedSpectrogram.AS_PRINTED
                : ResizedSpectrogram.REPAIRED.withRepresentation(input.repaired);
    }

    @Override
    public Network network(List<String> labels, Preprocessing fitted, long seed) {
        Shape shape = fitted.shape();
        return Network.of(
                printed()
                        ? Architectures.wideKernelsAsPrinted(shape.height(), shape.width(), seed)
                        : Architectures.wideKernels(shape.height(), shape.width(), labels.size(), seed),
                labels,
                fitted);
    }

    @Override
    public Training training(Network network) {
        Training training = Training.of(network).withEpochs(epochs()).withPlateau(ReduceLrOnPlateau.NONE);
        return printed() ? training.withBatch(64).withMode(TrainingMode.SHUFFLED_KEEP_LAST) : training.withBatch(16);
    }

    @Override
    public Vote vote() {
        return Vote.MEAN;
    }

    private boolean printed() {
        return variant == Variant.AS_PRINTED;
    }
}
