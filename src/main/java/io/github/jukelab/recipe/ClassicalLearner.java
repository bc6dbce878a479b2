package io.github.jukelab.recipe;

import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.classic.Classifier;
import io.github.jukelab.classic.GridSearch;
import io.github.jukelab.classic.GridSearchResult;
import io.github.jukelab.classic.NearestNeighbours;
import io.github.jukelab.classic.SettingsGrid;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A classical model whose settings are chosen by a {@link GridSearch} within its training data. It needs neither epochs
 * nor a validation set, so it learns from training and validation set together.
 *
 * <p>The search has five folds of groups, or as many as the label with the fewest groups has of them; if a label has one
 * group only, folds are of tracks. In each fold, features are standardised with the fold's own training data. If each label
 * has one track only, there are no folds: then the first settings of the grid are used, which are the simplest.
 *
 * @param grid the kind of model and the settings to choose from
 * @param classWeight how much an example of each label counts; empty for equal weights
 */
public record ClassicalLearner(SettingsGrid grid, Optional<ClassWeight> classWeight) implements Learner {

    private static final int FOLDS = 5;

    /**
     * A learner whose examples count the same.
     *
     * @param grid the kind of model and the settings to choose from
     * @return the learner
     */
    public static ClassicalLearner of(SettingsGrid grid) {
        return new ClassicalLearner(grid, Optional.empty());
    }

    /** For the fingerprint. */
    private record Settings(List<Classifier> classifiers, int folds) {}

    @Override
    public int epochs() {
        return 1;
    }

    @Override
    public List<String> trainingIds(List<String> train, List<String> validation) {
        return Stream.concat(train.stream(), validation.stream()).toList();
    }

    @Override
    public Learned train(
            Preprocessing fitted,
            Examples train,
            Examples validation,
            Map<String, String> groups,
            RunSettings settings,
            RunListener listener) {
        List<Classifier> classifiers = classifiers(train);
        if (train.tracks().size() == groupsPerLabel(train, Map.of()).count()) {
            Classifier first = classifiers.get(0);
            ClassicalModel model = ClassicalModel.fit(first, train, fitted, listener.progress("training"));
            String chosen = first + ", the first, since each label has one track";
            return new Learned(model, new History(List.of()), chosen, Optional.empty());
        }
        GridSearch search = search(classifiers, train, groups, settings);
        GridSearchResult result = ClassicalModel.search(search, train, fitted, listener.progress("choosing settings"));
        GridSearchResult.Row best = result.bestRow();
        Classifier classifier = classifiers.get(result.rows().indexOf(best));
        ClassicalModel model = ClassicalModel.fit(classifier, train, fitted, listener.progress("training"));
        Optional<Predictions> heldOut = settings.isCalibrated()
                ? Optional.of(ClassicalModel.predictOutOfFold(
                        search, best.classifier(), train, fitted, listener.progress("predicting inner folds")))
                : Optional.empty();
        String chosen = best + " of " + search.folds() + " inner folds";
        return new Learned(model, new History(List.of()), chosen, heldOut);
    }

    /** Without those that ask for more neighbours than half of the examples, which a fold might not have. */
    private List<Classifier> classifiers(Examples train) {
        return classifiers(train.shape()).stream()
                .filter(classifier ->
                        !(classifier instanceof NearestNeighbours knn) || knn.k() == 1 || knn.k() <= train.size() / 2)
                .toList();
    }

    private List<Classifier> classifiers(Shape shape) {
        return grid.classifiers(shape.values()).stream()
                .map(classifier -> classWeight.map(classifier::withClassWeight).orElse(classifier))
                .toList();
    }

    private static GridSearch search(
            List<Classifier> classifiers, Examples train, Map<String, String> groups, RunSettings settings) {
        Map<String, String> kept = fewestPerLabel(train, groups) > 1 ? groups : Map.of();
        int fewest = fewestPerLabel(train, kept);
        if (fewest < 2) {
            throw new IllegalArgumentException("settings are chosen by folds, which need two tracks of each label");
        }
        int folds = Math.min(FOLDS, fewest);
        List<Classifier> standardised =
                classifiers.stream().map(Classifier::standardised).toList();
        return GridSearch.of(standardised, folds, settings.seed()).withGroups(kept);
    }

    /** The number of groups of the label that has the fewest. */
    private static int fewestPerLabel(Examples train, Map<String, String> groups) {
        return groupsPerLabel(train, groups).min().orElseThrow();
    }

    /** The number of groups of each label; labels without an example do not count. */
    private static IntStream groupsPerLabel(Examples train, Map<String, String> groups) {
        List<Set<String>> byLabel = train.labels().stream()
                .map(label -> (Set<String>) new HashSet<String>())
                .toList();
        IntStream.range(0, train.size()).forEach(i -> byLabel.get(train.label(i).orElseThrow())
                .add(groups.getOrDefault(train.track(i), train.track(i))));
        return byLabel.stream().mapToInt(Set::size).filter(count -> count > 0);
    }

    @Override
    public ClassicalLearner withClassWeight(ClassWeight classWeight) {
        grid.classifiers(1).get(0).withClassWeight(classWeight); // nearest neighbours refuse it
        return new ClassicalLearner(grid, Optional.of(classWeight));
    }

    @Override
    public String description(RunSettings settings) {
        return grid + classWeight.map(weight -> ", class weight " + weight).orElse("") + "; chosen by at most " + FOLDS
                + " folds of groups within training and validation set";
    }

    @Override
    public Record settings(Preprocessing preprocessing) {
        return new Settings(classifiers(preprocessing.shape()), FOLDS);
    }
}
