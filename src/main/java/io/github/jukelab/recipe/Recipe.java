package io.github.jukelab.recipe;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Normalisation;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import java.util.List;

/**
 * The workflow of one article, from tracks to predictions. Immutable; each of its parts can be used on its own.
 *
 * <p>Example: {@code new MelVote(Variant.REPAIRED).training(network).withEpochs(12)}
 */
public interface Recipe {

    /** Tracks per label that three subsets and five folds need; labels with fewer are skipped. */
    int MIN_TRACKS = 5;

    /**
     * Its name on the command line.
     *
     * @return such as {@code mel-windows}
     */
    String name();

    /**
     * Whether it has the article's faults.
     *
     * @return as printed or repaired
     */
    Variant variant();

    /**
     * The accuracy that the article reports, with the test set it is for.
     *
     * @return as text; {@code none} if it reports no accuracy
     */
    String articleResult();

    /**
     * The number of epochs in the article.
     *
     * @return at least 1
     */
    int epochs();

    /**
     * The number of epochs on a hundred tracks that take a few minutes on two cores.
     *
     * @return at least 1, at most {@link #epochs()}
     */
    default int quickEpochs() {
        return epochs();
    }

    /**
     * The number of folds of the strictest split that take a few minutes on two cores.
     *
     * @return at least 1
     */
    default int quickFolds() {
        return Integer.MAX_VALUE;
    }

    /**
     * The data set that the recipe runs on if none is named.
     *
     * @return music, animals or tracks
     */
    default DefaultDataset defaultDataset() {
        return DefaultDataset.MUSIC;
    }

    /**
     * The article's split: with its faults if as printed, with a validation set if repaired.
     *
     * @param dataset the tracks
     * @param segments of these tracks, for an article that splits segments
     * @param seed of the shuffling
     * @return the split
     * @throws IllegalArgumentException if there are too few tracks
     */
    Split split(Dataset dataset, Segments segments, long seed);

    /**
     * How a sound becomes the network's input, without the normalisation.
     *
     * @return the settings
     */
    Preprocessing preprocessing();

    /**
     * The examples of all tracks.
     *
     * @param dataset tracks that can be read; exclude those that the data set's integrity report names
     * @param progress told after every few tracks
     * @return one or more per track
     * @throws AudioException for the first track that cannot be read
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    default Examples examples(Dataset dataset, Progress progress) throws AudioException {
        return preprocessing().examples(dataset.tracks(), dataset.labels(), progress);
    }

    /**
     * The preprocessing with the recipe's normalisation.
     *
     * @param all all examples, for an article that fits the normalisation to them
     * @param train the training set
     * @return the preprocessing for the network
     */
    default Preprocessing fitted(Examples all, Examples train) {
        return preprocessing().withNormalisation(Normalisation.of(train));
    }

    /**
     * The untrained network.
     *
     * @param labels one per output, in order
     * @param fitted its preprocessing
     * @param seed of the weights
     * @return the network
     */
    Network network(List<String> labels, Preprocessing fitted, long seed);

    /**
     * How the network is trained.
     *
     * @param network to train
     * @return the settings, with the article's epochs
     */
    Training training(Network network);

    /**
     * How the predictions for the segments of a track are combined.
     *
     * @return the vote
     */
    Vote vote();

    /**
     * The ids of one subset in the order of training and evaluation.
     *
     * @param subset ids of a split
     * @return the same ids, in the same order unless the article has its own
     */
    default List<String> order(List<String> subset) {
        return subset;
    }

    /**
     * Trains a network on one split and predicts for the test set once. If there is no validation set, the test set is
     * used as one, as in the articles.
     *
     * @param examples of all tracks
     * @param split the training, validation and test set
     * @param settings epochs and seed
     * @param listener informed about the progress
     * @return network, history and predictions
     * @throws IllegalArgumentException if a subset has no example
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    default FoldResult train(Examples examples, Split split, RunSettings settings, RunListener listener) {
        long start = System.nanoTime();
        Examples train = examples.only(order(split.train()));
        Examples test = examples.only(order(split.test()));
        Examples validation = split.validation().isEmpty() ? test : examples.only(order(split.validation()));
        Network network = network(examples.labels(), fitted(examples, train), settings.seed());
        listener.networkReady(network);
        History history = training(network)
                .withEpochs(settings.epochs())
                .withSeed(settings.seed())
                .fit(train, validation, listener.progress("training"), epochs -> {});
        Predictions predictions = network.predict(test);
        return new FoldResult(split, network, history, predictions, (System.nanoTime() - start) / 1e9);
    }
}
