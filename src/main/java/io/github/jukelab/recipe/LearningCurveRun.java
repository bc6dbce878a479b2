package io.github.jukelab.recipe;

import io.github.jukelab.FileState;
import io.github.jukelab.Journal;
import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.Sha256;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.LearningCurve;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.ExampleCollector;
import io.github.jukelab.input.Examples;
import io.github.jukelab.network.Backend;
import io.github.jukelab.network.Engines;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.Fingerprint;
import io.github.jukelab.provenance.LearningCurveCard;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trains models on few tracks and on more, several times each: a {@link LearningCurve}.
 *
 * <p>A draw takes the same number of tracks of each label, of different groups as far as there are so many. All models
 * have the same draws, and a larger size has the tracks of the smaller ones and more. If the split has several folds, the
 * draws take them in turn, so every track is tested; a draw never takes tracks of its test set. All training tracks can be
 * taken in one way only: then there is one draw per fold.
 *
 * <p>A model knows nothing but the tracks of its draw. A classical model chooses its settings by folds within them. With
 * one track of each label there are no folds: then it has the first settings of its grid, which are the simplest.
 *
 * <p>A network keeps a fifth of them, at least one of each label, to choose its epoch by. With one track of a label, it
 * chooses by the tracks that it is trained on. With fewer tracks it has more epochs, so that all sizes have about the same
 * number of steps.
 */
public final class LearningCurveRun {

    private static final int VERSION = 1;
    private static final String ALL = "all";
    private static final int NETWORK_STEPS = 100;

    private final List<CurveModel> models;
    private final Dataset dataset;
    private final ExampleCollector collector;
    private final LearningCurveSettings settings;
    private final SplitRule rule;
    private final CurveDraws draws;

    /** A size that is trained on; of all tracks, if {@code perClass} is empty. */
    private record Size(Optional<Integer> perClass) {

        String key() {
            return perClass.map(String::valueOf).orElse(ALL);
        }
    }

    private LearningCurveRun(
            List<CurveModel> models,
            Dataset dataset,
            ExampleCollector collector,
            LearningCurveSettings settings,
            SplitRule rule) {
        this.models = List.copyOf(models);
        this.dataset = dataset;
        this.collector = collector;
        this.settings = settings;
        this.rule = rule;
        this.draws = new CurveDraws(
                dataset, rule.splits(models.get(0).recipe(), dataset, Segments.NONE, settings.seed()), settings.seed());
    }

    /**
     * A run that can begin.
     *
     * @param models at least one, with different names
     * @param dataset the tracks that can be read; those that a model cannot use are left out for all
     * @param collector has the examples of these tracks for every model
     * @param settings sizes, draws, split and seed
     * @return the run
     * @throws IllegalArgumentException if there is no model, there are too few tracks for the split, or no size can be
     *     drawn
     */
    public static LearningCurveRun of(
            List<CurveModel> models, Dataset dataset, ExampleCollector collector, LearningCurveSettings settings) {
        Require.atLeast("models", 1, models.size());
        Set<String> skipped = models.stream()
                .flatMap(model -> collector.skipped(model.recipe().preprocessing()).keySet().stream())
                .collect(Collectors.toSet());
        Dataset usable = dataset.without(skipped).withAtLeastPerLabel(Recipe.MIN_TRACKS);
        SplitRule rule = settings.splitRule().orElseGet(() -> SplitRule.defaultFor(usable));
        rule.check(models.get(0).recipe(), usable);
        LearningCurveRun run = new LearningCurveRun(models, usable, collector, settings, rule);
        if (run.sizes().isEmpty()) {
            throw new IllegalArgumentException(run.dropped().orElseThrow());
        }
        return run;
    }

    /**
     * The sizes that are left out because a label has fewer training tracks.
     *
     * @return a sentence that names them and the label; empty if there is none
     */
    public Optional<String> dropped() {
        String label = fewestLabel();
        Stream<String> drawn =
                settings.sizes().tailSet(draws.fewest(label) + 1).stream().map(String::valueOf);
        Stream<String> whole = settings.all() && !isWholeUsable() ? Stream.of(ALL) : Stream.empty();
        String sizes = Stream.concat(drawn, whole).collect(Collectors.joining(", "));
        return sizes.isEmpty()
                ? Optional.empty()
                : Optional.of("left out: " + sizes + " tracks per class, since " + label + " has " + draws.fewest(label)
                        + " to train on");
    }

    private String fewestLabel() {
        return dataset.labels().stream()
                .min((one, other) -> Integer.compare(draws.fewest(one), draws.fewest(other)))
                .orElseThrow();
    }

    /** Where one label has a single track and others have more, no settings can be chosen by folds. */
    private boolean isWholeUsable() {
        return draws.fewest(fewestLabel()) > 1;
    }

    private List<Size> sizes() {
        Stream<Size> drawn = settings.sizes().headSet(draws.fewest(fewestLabel()) + 1).stream()
                .map(perClass -> new Size(Optional.of(perClass)));
        Stream<Size> whole = settings.all() && isWholeUsable() ? Stream.of(new Size(Optional.empty())) : Stream.empty();
        return Stream.concat(drawn, whole).toList();
    }

    /**
     * All that the draws of a journal depend on, besides the model and the size.
     *
     * @return one line for {@link Journal#open}
     * @throws IOException if a sound file is gone
     */
    public String journalSettings() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Track track : dataset.tracks()) {
            lines.append(track.id()).append('\t').append(track.label()).append('\t');
            lines.append(track.artist()).append('\t').append(track.part()).append('\t');
            lines.append(FileState.of(track.file())).append('\n');
        }
        return "learning-curve " + VERSION + " " + rule.id() + " " + settings.seed() + " "
                + Sha256.of(lines.toString());
    }

    /**
     * Trains what the journal does not have yet. Each training is added to it at once, so the run can be interrupted at
     * any time.
     *
     * @param journal opened with {@link #journalSettings}
     * @param listener told about the progress of each model
     * @return the curve
     * @throws IOException if the journal cannot be read or written
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public LearningCurve curve(Journal journal, RunListener listener) throws IOException {
        List<LearningCurve.Line> lines = new ArrayList<>();
        for (CurveModel model : models) {
            lines.add(line(model, journal, listener.progress(model.name())));
        }
        return new LearningCurve(lines);
    }

    private LearningCurve.Line line(CurveModel model, Journal journal, Progress progress) throws IOException {
        Examples examples = collector.examples(model.recipe().preprocessing(), dataset);
        int total = sizes().stream().mapToInt(size -> draws(model, size)).sum();
        int done = 0;
        List<LearningCurve.Point> points = new ArrayList<>();
        for (Size size : sizes()) {
            List<Map<String, Boolean>> answers = new ArrayList<>();
            for (int draw = 0; draw < draws(model, size); draw++) {
                Progress.checkInterrupted();
                Progress training = part(
                        progress,
                        model.isNetwork() ? NETWORK_STEPS : 1,
                        done,
                        total,
                        size.key() + " per class, draw " + (draw + 1));
                answers.add(answers(model, examples, size, draw, journal, training));
                training.report(1, 1, "");
                done++;
            }
            points.add(point(size, answers));
        }
        return new LearningCurve.Line(model.name(), distinct(points));
    }

    /** One training of many, in so many steps. */
    private static Progress part(Progress whole, long steps, int before, int trainings, String name) {
        return (done, total, what) -> whole.report(
                steps * before + steps * done / total, steps * trainings, what.isEmpty() ? name : name + ", " + what);
    }

    /** If all classes have the same number of tracks, a drawn size may be all of them. */
    private static List<LearningCurve.Point> distinct(List<LearningCurve.Point> points) {
        int last = points.size() - 1;
        boolean twice =
                last > 0 && points.get(last).perClass() <= points.get(last - 1).perClass();
        return points.stream()
                .filter(point -> !twice || point != points.get(last - 1))
                .toList();
    }

    private int draws(CurveModel model, Size size) {
        int wanted = model.isNetwork() ? settings.networkDraws() : settings.draws();
        return size.perClass().isPresent()
                ? wanted
                : Math.min(wanted, draws.splits().size());
    }

    private List<String> training(Size size, int draw) {
        return size.perClass().map(perClass -> draws.tracks(draw, perClass)).orElseGet(() -> draws.all(draw));
    }

    private LearningCurve.Point point(Size size, List<Map<String, Boolean>> answers) {
        List<Double> accuracies = answers.stream()
                .map(draw -> draw.values().stream()
                        .mapToInt(LearningCurveRun::one)
                        .average()
                        .orElseThrow())
                .toList();
        Map<String, List<Boolean>> byTrack = new TreeMap<>();
        answers.forEach(draw -> draw.forEach((id, right) ->
                byTrack.computeIfAbsent(id, none -> new ArrayList<>()).add(right)));
        SortedMap<String, Double> tracks = new TreeMap<>();
        byTrack.forEach((id, all) -> tracks.put(
                id, all.stream().mapToInt(LearningCurveRun::one).average().orElseThrow()));
        return new LearningCurve.Point(perClass(size), size.perClass().isEmpty(), accuracies, tracks);
    }

    private static int one(boolean right) {
        return right ? 1 : 0;
    }

    /** Of all tracks, the mean over classes and splits. */
    private double perClass(Size size) {
        return size.perClass()
                .map(Integer::doubleValue)
                .orElseGet(() -> IntStream.range(0, draws.splits().size())
                                .map(split -> draws.all(split).size())
                                .average()
                                .orElseThrow()
                        / dataset.labels().size());
    }

    /** Test track → whether it was recognised. In the journal, a 1 or a 0 for each, in the order of their ids. */
    private Map<String, Boolean> answers(
            CurveModel model, Examples examples, Size size, int draw, Journal journal, Progress progress)
            throws IOException {
        List<String> test = draws.split(draw).test().stream().sorted().toList();
        String key = key(model) + "/" + size.key() + "/" + draw;
        if (!journal.contains(key)) {
            Set<String> right = recognised(model, examples, training(size, draw), test, draw, progress);
            journal.add(
                    key, test.stream().map(id -> right.contains(id) ? "1" : "0").collect(Collectors.joining()));
        }
        String text = journal.text(key);
        Map<String, Boolean> answers = new LinkedHashMap<>();
        for (int i = 0; i < test.size(); i++) {
            answers.put(test.get(i), text.charAt(i) == '1');
        }
        return answers;
    }

    private String key(CurveModel model) {
        List<Object> parts = new ArrayList<>(List.of(model.recipe().fingerprint(), Recipe.VERSION, epochs(model)));
        String engine = settings.engine().orElseGet(Engines::defaultName);
        if (model.isNetwork() && !engine.equals(Engines.DL4J)) {
            parts.add(engine);
        }
        return Fingerprint.of(parts);
    }

    private RunSettings run(int epochs, long seed) {
        return new RunSettings(epochs, seed, settings.engine(), false);
    }

    private int epochs(CurveModel model) {
        return model.isNetwork()
                ? settings.epochs().orElse(model.recipe().epochs())
                : model.recipe().epochs();
    }

    /** Trains on the tracks of a draw, and returns the test tracks whose label was predicted. */
    private Set<String> recognised(
            CurveModel model, Examples examples, List<String> drawn, List<String> test, int draw, Progress progress) {
        Recipe recipe = model.recipe();
        Dataset known = dataset.without(
                dataset.trackIds().stream().filter(id -> !drawn.contains(id)).toList());
        boolean single = !known.labelsBelow(2).isEmpty();
        List<String> chosenBy = single ? List.of() : Splits.validation(known, SplitRule.VALIDATION, settings.seed());
        List<String> rest = drawn.stream().filter(id -> !chosenBy.contains(id)).toList();
        Examples train = examples.only(recipe.learner().trainingIds(rest, chosenBy));
        Examples validation = single ? train : examples.only(recipe.order(chosenBy));
        int all = draws.all(draw).size();
        RunSettings run = run(
                model.isNetwork() ? Math.round((float) epochs(model) * all / drawn.size()) : 1, settings.seed() + draw);
        // A classical model has two short steps, each from 0 to 1
        RunListener listener = model.isNetwork() ? title -> progress : RunListener.NONE;
        Predictions predictions = recipe.learner()
                .train(recipe.fitted(train, train), train, validation, dataset.artistGroups(), run, listener)
                .model()
                .predict(examples.only(test))
                .byTrack(recipe.vote());
        return predictions.rows().stream()
                .filter(row -> row.predicted() == row.label().orElseThrow())
                .map(Prediction::id)
                .collect(Collectors.toSet());
    }

    /**
     * The origin of a curve.
     *
     * @param curve of this run
     * @param skipped a line for each file that could not be used
     * @param cost from the first file read to the last prediction
     * @return the card
     */
    public LearningCurveCard card(LearningCurve curve, List<String> skipped, Cost cost) {
        return LearningCurveCard.of(
                RunCard.Data.of(dataset.id(), dataset.trackIds()),
                draws.split(0).name(),
                settings.seed(),
                Backend.current().toString(),
                cardSettings(),
                skipped,
                cost,
                curve);
    }

    private SortedMap<String, String> cardSettings() {
        SortedMap<String, String> card = new TreeMap<>();
        card.put("dealing", rule.id());
        card.put("test sets", "" + draws.splits().size());
        card.put("draws", "" + settings.draws());
        card.put("draws for networks", "" + settings.networkDraws());
        card.put("labels", String.join(" ", dataset.labels()));
        for (CurveModel model : models) {
            Recipe recipe = model.recipe();
            RunSettings run = run(epochs(model), settings.seed());
            card.put(model.name(), recipe.learner().description(run));
            card.put(model.name() + ", recipe", recipe.name() + ", " + recipe.fingerprint());
            recipe.learner().engine(run).ifPresent(engine -> card.put(model.name() + ", engine", engine));
        }
        return card;
    }

    @Override
    public String toString() {
        return "LearningCurveRun[" + models + ", " + dataset.tracks().size() + " tracks, split by " + rule + "]";
    }
}
