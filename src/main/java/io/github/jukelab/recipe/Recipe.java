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
 * One article's way from tracks to predictions. Immutable; what it is made of can be had part by part.
 *
 * <p>Example: {@code new MelVote(Variant.REPAIRED).training(network).withEpochs(12)}
 */
public interface Recipe {

    /**
     * What the command line calls it.
     *
     * @return such as {@code mel-windows}
     */
    String name();

    /**
     * How faithful it is.
     *
     * @return as printed or repaired
     */
    Variant variant();

    /**
     * The figure that its article prints, with what it was counted on.
     *
     * @return in words; {@code none} if there is no figure
     */
    String articleResult();

    /**
     * The passes that the article makes.
     *
     * @return at least 1
     */
    int epochs();

    /**
     * The passes that two cores make of a hundred tracks in a few minutes.
     *
     * @return at least 1, at most {@link #epochs()}
     */
    default int quickEpochs() {
        return epochs();
    }

    /**
     * The folds of an honest split that two cores manage in a few minutes.
     *
     * @return at least 1
     */
    default int quickFolds() {
        return Integer.MAX_VALUE;
    }

    /**
     * What its article is about.
     *
     * @return where its recordings are
     */
    default DefaultDataset defaultDataset() {
        return DefaultDataset.MUSIC;
    }

    /**
     * The split that its article makes, with its faults if it is as printed, and with a validation set if it is
     * repaired.
     *
     * @param dataset what to split
     * @param segments ids of all segments of these tracks, for an article that splits those
     * @param seed of the shuffling
     * @return the split
     * @throws IllegalArgumentException if there are too few tracks
     */
    Split split(Dataset dataset, Segments segments, long seed);

    /**
     * How a sound becomes the network's input, but for the normalisation.
     *
     * @return the settings
     */
    Preprocessing preprocessing();

    /**
     * What the network sees of all tracks.
     *
     * @param dataset tracks that can be read; leave out those that the data set's validation names
     * @param progress told after every few tracks
     * @return one or more a track
     * @throws AudioException for the first track that cannot be read
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    default Examples examples(Dataset dataset, Progress progress) throws AudioException {
        return preprocessing().examples(dataset.tracks(), dataset.labels(), progress);
    }

    /**
     * The settings with the normalisation that is part of the recipe.
     *
     * @param all all examples, for an article that fits on them
     * @param train the training set
     * @return settings for the network
     */
    default Preprocessing fitted(Examples all, Examples train) {
        return preprocessing().withNormalisation(Normalisation.of(train));
    }

    /**
     * The network, untaught.
     *
     * @param labels one per output, in order
     * @param fitted how its input is made
     * @param seed of the weights
     * @return the network
     */
    Network network(List<String> labels, Preprocessing fitted, long seed);

    /**
     * How it is taught.
     *
     * @param network what is taught
     * @return the settings, with the article's epochs
     */
    Training training(Network network);

    /**
     * How the segments of a track are made into one answer.
     *
     * @return the vote
     */
    Vote vote();

    /**
     * The ids of one subset in the order in which the network sees them.
     *
     * @param subset ids of a split
     * @return the same ids; as they are, unless the article has an order of its own
     */
    default List<String> order(List<String> subset) {
        return subset;
    }

    /**
     * Teaches a network on one split and asks it about the test set, once. Where there is no validation set, the test
     * side serves as one, as in the articles.
     *
     * @param examples of all tracks
     * @param split their subsets
     * @param settings epochs and seed
     * @param listener hears about the work
     * @return network, history and predictions
     * @throws IllegalArgumentException if a subset has no example here
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    default FoldResult train(Examples examples, Split split, RunSettings settings, RunListener listener) {
        long start = System.nanoTime();
        Examples train = examples.only(order(split.train()));
        Examples test = examples.only(order(split.test()));
        Examples judge = split.validation().isEmpty() ? test : examples.only(order(split.validation()));
        Network network = network(examples.labels(), fitted(examples, train), settings.seed());
        listener.networkReady(network);
        History history = training(network)
                .withEpochs(settings.epochs())
                .withSeed(settings.seed())
                .fit(train, judge, listener.progress("training"), epochs -> {});
        Predictions predictions = network.predict(test);
        return new FoldResult(split, network, history, predictions, (System.nanoTime() - start) / 1e9);
    }
}
