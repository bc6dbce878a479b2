package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetInfo;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.Calibration;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.Examples;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.network.Backend;
import io.github.jukelab.network.DeviceChoice;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.TimeOverException;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A run of a recipe on a data set: one training per split, evaluated together.
 *
 * <p>Notebook: 05-two-genres-mp3
 *
 * @param recipe that was run
 * @param dataset the tracks
 * @param splitRule how they were split
 * @param settings epochs and seed
 * @param folds one per split, at least one; their test sets are disjoint
 * @param further a model trained on the tracks of all folds, to keep instead of theirs; empty if there is none
 * @param skipped one line per file that could not be used
 * @param interrupted when its time was over, such as {@code by --time after epoch 3 of 20}; empty if it ran to its end
 */
public record RecipeRun(
        Recipe recipe,
        Dataset dataset,
        SplitRule splitRule,
        RunSettings settings,
        List<FoldResult> folds,
        Optional<KeptModel> further,
        List<String> skipped,
        String interrupted) {

    /** How the setting {@code model} of a card ends that tells of a further model. */
    public static final String OF_FOLDS = "; the accuracy is that of the folds";

    /** The setting of a card that tells the temperature of the model that is kept. */
    public static final String TEMPERATURE = "temperature";

    private static final String BY_TIME = "by --time ";
    private static final String ON_ALL = "on all tracks";

    /**
     * Copies the lists.
     *
     * @param recipe that was run
     * @param dataset the tracks
     * @param splitRule how they were split
     * @param settings epochs and seed
     * @param folds at least one
     * @param further a model trained on the tracks of all folds
     * @param skipped one line per file that could not be used
     * @param interrupted when its time was over
     * @throws IllegalArgumentException if there is no fold
     */
    public RecipeRun {
        folds = List.copyOf(folds);
        skipped = List.copyOf(skipped);
        if (folds.isEmpty()) {
            throw new IllegalArgumentException("a run must have at least one fold, got none");
        }
    }

    /**
     * Trains on several splits, one after the other. If the time of the listener's checkpoints is over, the run ends with
     * the best epoch so far, and with the splits that it has come to.
     *
     * @param recipe to run
     * @param dataset the tracks; those without examples, because they could not be used, are left out
     * @param examples of these tracks, from {@link Recipe#examples}
     * @param splitRule how to split them
     * @param splits maximum number of splits, at least 1
     * @param settings epochs and seed
     * @param listener informed about the progress
     * @return the run
     * @throws IllegalArgumentException if there are too few tracks for the splits
     * @throws TimeOverException if the time was over before the first epoch ended
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static RecipeRun of(
            Recipe recipe,
            Dataset dataset,
            Examples examples,
            SplitRule splitRule,
            int splits,
            RunSettings settings,
            RunListener listener) {
        Dataset used = withExamples(dataset, examples);
        List<Split> all = splitRule.splits(recipe, used, examples.segments(), settings.seed());
        return of(recipe, used, examples, splitRule, all.stream().limit(splits).toList(), settings, listener);
    }

    /**
     * Trains on folds, one after the other, so that every track is predicted by a model that does not know it.
     *
     * @param recipe to run
     * @param dataset the tracks; those without examples are left out
     * @param examples of these tracks
     * @param splitRule by track or by group
     * @param k the number of folds, at least 2
     * @param settings epochs and seed
     * @param listener informed about the progress
     * @return the run; {@link #withFurtherModel} trains the model to keep
     * @throws IllegalArgumentException as by {@link SplitRule#folds(Dataset, int, long)}
     * @throws TimeOverException if the time was over before the first epoch ended
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static RecipeRun ofFolds(
            Recipe recipe,
            Dataset dataset,
            Examples examples,
            SplitRule splitRule,
            int k,
            RunSettings settings,
            RunListener listener) {
        Dataset used = withExamples(dataset, examples);
        List<Split> splits = splitRule.folds(used, k, settings.seed());
        return of(recipe, used, examples, splitRule, splits, settings, listener);
    }

    private static RecipeRun of(
            Recipe recipe,
            Dataset dataset,
            Examples examples,
            SplitRule splitRule,
            List<Split> splits,
            RunSettings settings,
            RunListener listener) {
        List<FoldResult> folds = new ArrayList<>();
        try {
            for (Split split : splits) {
                if (!folds.isEmpty() && listener.checkpoints().isTimeOver()) {
                    break;
                }
                RunListener part = listener.part(part(folds.size() + 1, splits.size()));
                folds.add(recipe.train(examples, split, dataset.artistGroups(), settings, part));
            }
        } catch (TimeOverException e) {
            if (folds.isEmpty()) {
                throw e;
            }
        }
        String interrupted = interrupted(recipe, settings, folds, splits.size());
        return new RecipeRun(
                recipe, dataset, splitRule, settings, folds, Optional.empty(), examples.skipped(), interrupted);
    }

    private static String part(int fold, int of) {
        return of == 1 ? "" : "fold " + fold + " of " + of;
    }

    private static String interrupted(Recipe recipe, RunSettings settings, List<FoldResult> folds, int splits) {
        History last = folds.get(folds.size() - 1).history();
        String part = part(folds.size(), splits);
        if (!recipe.learner().isFinished(last, settings)) {
            return timeOver(last, settings, part);
        }
        return folds.size() < splits ? BY_TIME + "after " + part : "";
    }

    private static String timeOver(History history, RunSettings settings, String part) {
        String when = BY_TIME + "after epoch " + history.epochs().size() + " of " + settings.epochs();
        return part.isEmpty() ? when : when + ", " + part;
    }

    /**
     * The same run with one more model, trained on the tracks of all folds but a fifth of each label, which chooses its
     * epoch. The accuracy stays that of the folds. If the time is over before its first epoch ends, there is none.
     *
     * @param examples those of the run
     * @param listener informed about the progress
     * @return a copy with the model to keep; the run itself if its time was over before
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public RecipeRun withFurtherModel(Examples examples, RunListener listener) {
        if (!interrupted.isEmpty()) {
            return this;
        }
        try {
            KeptModel all = recipe.trainOnAll(dataset, examples, settings, listener.part(ON_ALL));
            return with(Optional.of(all), whenOver(all));
        } catch (TimeOverException e) {
            return with(Optional.empty(), BY_TIME + "before the training " + ON_ALL);
        }
    }

    private String whenOver(KeptModel all) {
        return all.model() instanceof Network network && !recipe.learner().isFinished(network.history(), settings)
                ? timeOver(network.history(), settings, ON_ALL)
                : "";
    }

    private RecipeRun with(Optional<KeptModel> further, String interrupted) {
        return new RecipeRun(recipe, dataset, splitRule, settings, folds, further, skipped, interrupted);
    }

    /**
     * The model to keep: the further one, or that of the first split.
     *
     * @return with the ids that it was trained on
     */
    public KeptModel kept() {
        FoldResult first = folds.get(0);
        return further.orElseGet(() -> new KeptModel(
                first.model(), first.split().train(), first.split().validation()));
    }

    private static Dataset withExamples(Dataset dataset, Examples examples) {
        List<String> without = new ArrayList<>(dataset.trackIds());
        without.removeAll(Set.copyOf(examples.tracks()));
        return dataset.without(without);
    }

    /**
     * The predictions for all segments of the test tracks.
     *
     * @return one row per example, fold after fold
     */
    public Predictions segmentPredictions() {
        return joined(FoldResult::predictions);
    }

    /**
     * The predictions for all test tracks, with the temperatures of the models; for their segments, if the split separates
     * segments of one track.
     *
     * @return one row per track or segment
     */
    public Predictions predictions() {
        return joined(this::predictions);
    }

    /** Test sets of the folds are disjoint, so no id repeats. */
    private Predictions joined(Function<FoldResult, Predictions> ofFold) {
        List<Prediction> rows = folds.stream()
                .flatMap(fold -> ofFold.apply(fold).rows().stream())
                .toList();
        return new Predictions(folds.get(0).predictions().labels(), rows);
    }

    private Predictions predictions(FoldResult fold) {
        return fold.model().temperature().apply(uncalibratedPredictions(fold));
    }

    private Predictions uncalibratedPredictions(FoldResult fold) {
        return fold.split().sharesTracks()
                ? fold.predictions()
                : fold.predictions().byTrack(recipe.vote());
    }

    /**
     * The calibration of all predictions.
     *
     * @return with an interval over groups where they are known, else over tracks
     */
    public Calibration calibration() {
        return calibration(predictions());
    }

    /**
     * The calibration of all predictions without the temperatures of the models.
     *
     * @return the same as {@link #calibration} if no temperature was fitted
     */
    public Calibration uncalibrated() {
        return calibration(joined(this::uncalibratedPredictions));
    }

    private Calibration calibration(Predictions all) {
        return Calibration.of(all, dataset.artistGroups(), settings.seed());
    }

    /**
     * The evaluation of all predictions.
     *
     * @return with an interval over groups where they are known, else over tracks
     */
    public Evaluation evaluation() {
        return Evaluation.of(predictions(), dataset.artistGroups(), settings.seed());
    }

    /**
     * The run card.
     *
     * @param cost from the first file read to the last prediction
     * @return with the fingerprint of the recipe, the checksum of all subsets, the prediction for each track and the
     *     files that were skipped
     */
    public RunCard card(Cost cost) {
        return RunCard.of(
                        RunCard.Data.of(dataset.id(), dataset.trackIds()),
                        splitName(),
                        settings.seed(),
                        Backend.current().toString(),
                        RunCard.Result.of(evaluation(), cost).withCalibration(calibration()))
                .withSettings(cardSettings())
                .withSubsets(folds.stream()
                        .map(FoldResult::split)
                        .flatMap(split -> Stream.of(split.train(), split.validation(), split.test()))
                        .toList())
                .withPredictions(predictions())
                .withCurves(folds.stream().map(FoldResult::history).toList())
                .withInterrupted(interrupted)
                .withProblems("skipped", skipped);
    }

    /**
     * The card for the file of the model to keep.
     *
     * @param card of the run
     * @return with the tracks that the model knows: those of the first split, or all; their files are read
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public ModelCard modelCard(RunCard card) {
        Split first = folds.get(0).split();
        return new ModelCard(
                card, further.isPresent() ? TrainingData.ofAll(dataset, first) : TrainingData.of(dataset, first));
    }

    /**
     * The run card of a network whose training was interrupted. It was not evaluated, so the card has no predictions.
     *
     * @param recipe that was run
     * @param dataset the tracks
     * @param splitRule how they were split
     * @param settings epochs and seed
     * @param history the epochs that were trained
     * @param part of the run, such as {@code fold 2 of 5}; empty if it is the whole run
     * @param cost from the first file read to the end of the training
     * @return with the epochs so far
     */
    public static RunCard interruptedCard(
            Recipe recipe,
            Dataset dataset,
            SplitRule splitRule,
            RunSettings settings,
            History history,
            String part,
            Cost cost) {
        Map<String, String> identity = new TreeMap<>(identity(recipe, splitRule, settings));
        identity.put("epochs", epochs(recipe, history.epochs().size()));
        putEngine(identity, recipe, settings);
        return RunCard.of(
                        RunCard.Data.of(dataset.id(), dataset.trackIds()),
                        "by " + splitRule,
                        settings.seed(),
                        Backend.current().toString(),
                        RunCard.Result.none(cost))
                .withSettings(identity)
                .withCurves(List.of(history))
                .withInterrupted(interrupted(history, settings, part));
    }

    /** What computes the training of a network, and on which device if a GPU was asked for. */
    private static void putEngine(Map<String, String> card, Recipe recipe, RunSettings settings) {
        recipe.learner().engine(settings).ifPresent(engine -> {
            card.put("engine", engine);
            DeviceChoice.current().ifPresent(choice -> card.put("device", choice.words()));
        });
    }

    private static String interrupted(History history, RunSettings settings, String part) {
        String when = "after " + history.epochs().size() + " of " + settings.epochs() + " epochs";
        return part.isEmpty() ? when : when + ", " + part;
    }

    /**
     * The run card if the training of the further model was interrupted: the accuracy is that of the folds.
     *
     * @param history the epochs of the further model
     * @param part of the run
     * @param cost from the first file read to the end of the training
     * @return the card of the folds, marked as interrupted
     */
    public RunCard interruptedCard(History history, String part, Cost cost) {
        return card(cost)
                .withSetting("model", "trained on all tracks" + OF_FOLDS)
                .withInterrupted(interrupted(history, settings, part));
    }

    /**
     * Whether a card is of such a run: with the same tracks, split, seed and epochs, the same settings of the recipe and
     * the same version of the values. The project's version and commit are told by a card, but not compared.
     *
     * @param card of a run
     * @param recipe to run
     * @param dataset the tracks
     * @param splitRule how to split them
     * @param settings epochs and seed
     * @return true if the run need not be repeated
     */
    public static boolean matches(
            RunCard card, Recipe recipe, Dataset dataset, SplitRule splitRule, RunSettings settings) {
        return card.data().equals(RunCard.Data.of(dataset.id(), dataset.trackIds()))
                && hasSettings(card, recipe, splitRule, settings);
    }

    /**
     * The part of {@link #matches} that is known before any file is read: all but the tracks.
     *
     * @param card of a run
     * @param recipe to run
     * @param splitRule how to split the tracks
     * @param settings epochs and seed
     * @return true if only other tracks would make the run necessary
     */
    public static boolean hasSettings(RunCard card, Recipe recipe, SplitRule splitRule, RunSettings settings) {
        return card.interrupted().isEmpty()
                && card.seed() == settings.seed()
                && card.settings()
                        .entrySet()
                        .containsAll(identity(recipe, splitRule, settings).entrySet());
    }

    /** The settings of a card that say which run it is of. */
    private static Map<String, String> identity(Recipe recipe, SplitRule splitRule, RunSettings settings) {
        return Map.of(
                "recipe", recipe.name(),
                "variant", recipe.variant().toString(),
                "fingerprint", recipe.fingerprint(),
                "version of the values", "" + Recipe.VERSION,
                "dealing", splitRule.id(),
                "epochs", epochs(recipe, settings.epochs()));
    }

    private static String epochs(Recipe recipe, int epochs) {
        return epochs + " of the recipe's " + recipe.epochs();
    }

    /** The name of the split; for several folds with their number. */
    private String splitName() {
        String name = folds.get(0).split().name();
        return folds.size() == 1 ? name : name.replaceFirst("fold 1 of", folds.size() + " folds of");
    }

    private Map<String, String> cardSettings() {
        Map<String, String> card = new TreeMap<>(identity(recipe, splitRule, settings));
        card.put("article's figure", recipe.articleResult());
        card.put("input", kept().model().preprocessing().orElseThrow().toString());
        card.put("network", kept().model().toString());
        card.put("training", recipe.learner().description(settings));
        putEngine(card, recipe, settings);
        if (!folds.get(0).chosen().isEmpty()) {
            card.put("chosen", chosen());
        }
        if (settings.isCalibrated()) {
            card.put(TEMPERATURE, kept().model().temperature().toString());
            card.put("calibration without temperature", uncalibrated().toString());
        }
        card.put("labels", String.join(" ", dataset.labels()));
        card.put("counted", counted());
        card.put("whole", whole());
        further.ifPresent(all -> card.put("model", "trained on " + all.counts() + OF_FOLDS));
        return card;
    }

    private String chosen() {
        return IntStream.range(0, folds.size())
                .mapToObj(i -> "fold " + (i + 1) + ": " + folds.get(i).chosen())
                .collect(Collectors.joining("; "));
    }

    /** Whether the data set is complete: an accuracy on a part of it is not one on the whole. */
    private String whole() {
        int tracks = dataset.tracks().size();
        int labels = dataset.labels().size();
        DatasetInfo all = dataset.info();
        if (dataset.isComplete()) {
            return "yes";
        }
        return all.tracks().isEmpty()
                ? String.format(Locale.ROOT, "not known: %d songs, %d labels", tracks, labels)
                : String.format(
                        Locale.ROOT,
                        "no: %d of %d songs, %d of %d labels",
                        tracks,
                        all.tracks().size(),
                        labels,
                        all.labels().size());
    }

    private String counted() {
        return folds.get(0).split().sharesTracks() ? "pieces" : "songs, " + recipe.vote() + " of pieces";
    }
}
