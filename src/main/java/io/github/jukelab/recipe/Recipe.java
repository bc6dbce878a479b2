package io.github.jukelab.recipe;

import io.github.jukelab.Progress;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import io.github.jukelab.provenance.Fingerprint;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * The workflow of one article, from tracks to predictions, as its parts. Each part can be used on its own, and {@link
 * #train} uses them all.
 *
 * <p>Example: {@code MelWindowsRecipe.REPAIRED.training().withEpochs(12)}
 *
 * @param name on the command line, such as {@code mel-windows}
 * @param description what it trains and for what sounds, a few words
 * @param variant whether it has the article's faults
 * @param articleResult the accuracy that the article reports, with the test set it is for; {@code none} if it has none
 * @param defaultDataset the data set that the recipe runs on if none is named
 * @param articleSplit the article's split: with its faults if as printed, with a validation set if repaired
 * @param preprocessing how a sound becomes the input, without the normalisation
 * @param normalisation what the normalisation is fitted to
 * @param learner what is trained, and how
 * @param vote how the predictions for the segments of a track are combined
 * @param quickEpochs epochs on a hundred tracks that take a few minutes on two cores
 * @param quickFolds folds of the strictest split that take a few minutes on two cores
 */
public record Recipe(
        String name,
        String description,
        Variant variant,
        String articleResult,
        DefaultDataset defaultDataset,
        ArticleSplit articleSplit,
        Preprocessing preprocessing,
        NormalisationRule normalisation,
        Learner learner,
        Vote vote,
        int quickEpochs,
        int quickFolds) {

    /** Tracks per label that three subsets and five folds need; labels with fewer are skipped. */
    public static final int MIN_TRACKS = 5;

    /** For {@link #quickFolds}: all folds. */
    public static final int ALL_FOLDS = Integer.MAX_VALUE;

    /** Raised by hand when results change although no setting does: cards of an older version are run again. */
    static final int VERSION = 1;

    /**
     * Checks the numbers.
     *
     * @param name on the command line
     * @param description a few words
     * @param variant whether it has the article's faults
     * @param articleResult as text
     * @param defaultDataset the data set used by default
     * @param articleSplit the article's split
     * @param preprocessing without the normalisation
     * @param normalisation what it is fitted to
     * @param learner what is trained
     * @param vote over segments
     * @param quickEpochs at least 1, at most those of the learner
     * @param quickFolds at least 1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Recipe {
        if (quickEpochs < 1 || quickEpochs > learner.epochs() || quickFolds < 1) {
            throw new IllegalArgumentException("quick epochs must be from 1 to " + learner.epochs()
                    + " and quick folds at least 1, got " + quickEpochs + " and " + quickFolds);
        }
    }

    /**
     * The number of epochs in the article.
     *
     * @return at least 1
     */
    public int epochs() {
        return learner.epochs();
    }

    /**
     * The same with another preprocessing and learner.
     *
     * @param preprocessing without the normalisation
     * @param learner at least as many epochs as {@link #quickEpochs}
     * @return a copy
     * @throws IllegalArgumentException if the learner has fewer epochs
     */
    public Recipe with(Preprocessing preprocessing, Learner learner) {
        return new Recipe(
                name,
                description,
                variant,
                articleResult,
                defaultDataset,
                articleSplit,
                preprocessing,
                normalisation,
                learner,
                vote,
                quickEpochs,
                quickFolds);
    }

    /**
     * The same with class weights.
     *
     * @param classWeight how much the examples of each label count in training
     * @return a copy
     * @throws IllegalArgumentException if the learner has no class weights
     */
    public Recipe withClassWeight(ClassWeight classWeight) {
        return with(preprocessing, learner.withClassWeight(classWeight));
    }

    /**
     * The same with another number of examples per step of a training.
     *
     * @param batch at least 1
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1, or a classical model is trained
     */
    public Recipe withBatch(int batch) {
        if (!(learner instanceof NetworkLearner network)) {
            throw new IllegalArgumentException("batch: only networks are trained in batches, not " + name);
        }
        return with(
                preprocessing,
                new NetworkLearner(network.architecture(), network.training().withBatch(batch)));
    }

    /**
     * What of a sound the model gets at a time, for people.
     *
     * @return such as {@code windows of 3 s every 1.5 s, at 22050 Hz}
     */
    public String input() {
        double rate = preprocessing.rate();
        double all = preprocessing.samples() / rate;
        TimeSpan first = preprocessing.span(0, Integer.MAX_VALUE);
        double step = preprocessing.span(1, Integer.MAX_VALUE).start();
        String what = first.end() >= Integer.MAX_VALUE / rate
                ? "the whole sound"
                : step == 0
                        ? "the first " + seconds(first.end())
                        : "windows of " + seconds(first.end()) + " every " + seconds(step);
        boolean part = step > 0 && preprocessing.samples() < Integer.MAX_VALUE;
        return what + (part ? " of the first " + seconds(all) : "") + ", at " + preprocessing.rate() + " Hz";
    }

    private static String seconds(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString() + " s";
    }

    /**
     * The article's split.
     *
     * @param dataset the tracks
     * @param segments of these tracks, for an article that splits segments
     * @param seed of the shuffling
     * @return the split
     * @throws IllegalArgumentException if there are too few tracks
     */
    public Split split(Dataset dataset, Segments segments, long seed) {
        return articleSplit.split(dataset, segments, seed);
    }

    /**
     * The examples of all tracks. Those that cannot be used are skipped and named in {@link Examples#skipped}.
     *
     * @param dataset the tracks
     * @param progress told after each track
     * @return one or more per track
     * @throws IOException if no track of a label can be used
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public Examples examples(Dataset dataset, Progress progress) throws IOException {
        return preprocessing.examples(dataset.tracks(), dataset.labels(), progress);
    }

    /**
     * The preprocessing with the recipe's normalisation.
     *
     * @param all all examples, for an article that fits the normalisation to them
     * @param train the training set
     * @return the preprocessing for the model
     */
    public Preprocessing fitted(Examples all, Examples train) {
        return preprocessing.withNormalisation(normalisation.scaler(all, train));
    }

    /**
     * The untrained network.
     *
     * @param labels one per output, in order
     * @param fitted its preprocessing
     * @param seed of the weights
     * @return the network
     * @throws IllegalStateException if the recipe trains a classical model
     */
    public Network network(List<String> labels, Preprocessing fitted, long seed) {
        return networkLearner().network(labels, fitted, seed);
    }

    /**
     * How the network is trained.
     *
     * @return the settings, with the article's epochs
     * @throws IllegalStateException if the recipe trains a classical model
     */
    public Training training() {
        return networkLearner().training();
    }

    private NetworkLearner networkLearner() {
        if (learner instanceof NetworkLearner network) {
            return network;
        }
        throw new IllegalStateException(name + " trains no network but " + learner);
    }

    /**
     * The ids of one subset in the order of training and evaluation.
     *
     * @param subset ids of a split
     * @return the same ids, in the same order unless the training needs its own
     */
    public List<String> order(List<String> subset) {
        return learner.order(subset);
    }

    /**
     * Trains on one split and predicts for the test set once. If there is no validation set, the test set is used as
     * one, as in the articles.
     *
     * @param examples of all tracks
     * @param split the training, validation and test set
     * @param settings epochs and seed
     * @param listener informed about the progress
     * @return model, history and predictions
     * @throws IllegalArgumentException if a subset has no example
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public FoldResult train(Examples examples, Split split, RunSettings settings, RunListener listener) {
        return train(examples, split, Map.of(), settings, listener);
    }

    /**
     * The same for tracks of known groups. Whatever a classical model chooses within its training data is chosen on other
     * groups than it was trained on.
     *
     * @param examples of all tracks
     * @param split the training, validation and test set
     * @param groups the group of each track, such as its artist; a track that is not in it is a group by itself
     * @param settings epochs and seed
     * @param listener informed about the progress
     * @return model, history and predictions
     * @throws IllegalArgumentException if a subset has no example
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public FoldResult train(
            Examples examples, Split split, Map<String, String> groups, RunSettings settings, RunListener listener) {
        Examples train = examples.only(learner.trainingIds(split.train(), split.validation()));
        Examples test = examples.only(order(split.test()));
        Examples validation = split.validation().isEmpty() ? test : examples.only(order(split.validation()));
        if (settings.isCalibrated()) {
            requireCalibratable(split);
        }
        Learner.Learned learned = learner.train(fitted(examples, train), train, validation, groups, settings, listener);
        Predictions predictions = learned.model().predict(test);
        return new FoldResult(split, calibrated(learned), learned.history(), learned.chosen(), predictions);
    }

    /** A temperature is for the means of whole tracks, and is fitted to tracks that are in no other subset. */
    private void requireCalibratable(Split split) {
        if (vote != Vote.MEAN || split.sharesTracks()) {
            throw new IllegalArgumentException("a temperature is for whole tracks and the means of their segments; "
                    + name + ", " + variant + ", counts " + (vote == Vote.MEAN ? "segments" : "votes") + " instead");
        }
        if (learner instanceof NetworkLearner && split.validation().isEmpty()) {
            throw new IllegalArgumentException(
                    "the temperature of a network is fitted to its validation set, and this split has none: "
                            + split.name());
        }
    }

    private static TrainedModel calibrated(Learner.Learned learned) {
        return learned.heldOut()
                .map(rows -> learned.model().withTemperature(Temperature.fit(rows.byTrack(Vote.MEAN))))
                .orElse(learned.model());
    }

    /**
     * Trains on all tracks but a validation set, for a model to keep after an evaluation in folds.
     *
     * @param dataset the tracks
     * @param examples of these tracks
     * @param settings epochs and seed
     * @param listener informed about the progress
     * @return the model, and the tracks that it was trained on
     * @throws IllegalArgumentException if a label has fewer than two tracks
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public KeptModel trainOnAll(Dataset dataset, Examples examples, RunSettings settings, RunListener listener) {
        List<String> validation = Splits.validation(dataset, SplitRule.VALIDATION, settings.seed());
        List<String> train = learner.trainingIds(dataset.without(validation).trackIds(), validation);
        Examples training = examples.only(train);
        Learner.Learned learned = learner.train(
                fitted(examples, training),
                training,
                examples.only(order(validation)),
                dataset.artistGroups(),
                settings,
                listener);
        List<String> choosing =
                validation.stream().filter(id -> !train.contains(id)).toList();
        return new KeptModel(calibrated(learned), train, choosing);
    }

    /**
     * A short checksum of all settings that decide the result, the number of folds among them; epochs and seed of a run
     * are not.
     *
     * @return 16 hexadecimal digits; other ones if a part, or the name of a setting, changes
     */
    public String fingerprint() {
        return Fingerprint.of(
                List.of(articleSplit, preprocessing, normalisation, learner.settings(preprocessing), vote, quickFolds));
    }

    @Override
    public String toString() {
        return "Recipe[" + name + ", " + variant + "]";
    }
}
