package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.FeatureVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Chooses settings by cross-validation on the training set alone: the set is split into folds, and each classifier is
 * trained on all folds but one and evaluated on that one, in turn. No track is in two folds, nor any group of tracks,
 * such as those of an artist. The test set is not used: settings chosen on it give a test result that is too good.
 *
 * <p>If groups are few and large, the result of a single split into folds depends on chance: which artists share a fold
 * matters more than the settings. Then {@linkplain #withRepeats(int) repeat} the split.
 *
 * <p>Example: {@code GridSearch.of(List.of(Svm.rbf(1).standardised(), Svm.rbf(10).standardised()), 3,
 * 1).search(train).best()}.
 *
 * @param settings the classifiers to compare; at least one
 * @param folds how many, at least 2
 * @param repeats how many times the training set is split into folds, at least 1
 * @param seed of the first split into folds; each repeat uses the next seed
 * @param groups the group of each track, by track; a track that is not in it is a group by itself
 */
public record GridSearch(List<Classifier> settings, int folds, int repeats, long seed, Map<String, String> groups) {

    /**
     * Copies the lists.
     *
     * @param settings at least one
     * @param folds at least 2
     * @param repeats at least 1
     * @param seed of the first split into folds
     * @param groups the group of each track
     * @throws IllegalArgumentException if there is no classifier, there are fewer than 2 folds, or fewer than 1
     *     repeat
     */
    public GridSearch {
        settings = List.copyOf(settings);
        groups = Map.copyOf(groups);
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("a grid search needs at least one classifier, got none");
        }
        Require.atLeast("folds", 2, folds);
        Require.atLeast("repeats", 1, repeats);
    }

    /**
     * With folds by track, without repeats.
     *
     * @param settings the classifiers to compare, the simplest first: on a tie the first wins
     * @param folds how many, at least 2
     * @param seed of the split into folds
     * @return the search
     * @throws IllegalArgumentException if there is no classifier, or there are fewer than 2 folds
     */
    public static GridSearch of(List<? extends Classifier> settings, int folds, long seed) {
        return new GridSearch(List.copyOf(settings), folds, 1, seed, Map.of());
    }

    /**
     * A copy that keeps groups of tracks together.
     *
     * @param groups the group of each track, by track, such as {@link
     *     io.github.jukelab.dataset.Dataset#artistGroups()}; a track that is not in it is a group by itself
     * @return a copy
     */
    public GridSearch withGroups(Map<String, String> groups) {
        return new GridSearch(settings, folds, repeats, seed, groups);
    }

    /**
     * A copy that splits the training set into folds several times: the accuracies are those of all folds of all
     * repeats.
     *
     * @param repeats at least 1; 1 if this is not called
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public GridSearch withRepeats(int repeats) {
        return new GridSearch(settings, folds, repeats, seed, groups);
    }

    /**
     * Evaluates all settings without reporting progress.
     *
     * @param train the training set, and nothing else
     * @return the accuracies of each setting
     * @throws IllegalArgumentException if there are fewer groups than folds, or a classifier cannot be trained on a
     *     fold
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public GridSearchResult search(FeatureVectors train) {
        return search(train, Progress.NONE);
    }

    /**
     * Evaluates all settings.
     *
     * @param train the training set, and nothing else
     * @param progress called after each fold of each setting
     * @return the accuracies of each setting
     * @throws IllegalArgumentException if there are fewer groups than folds, or a classifier cannot be trained on a
     *     fold
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public GridSearchResult search(FeatureVectors train, Progress progress) {
        List<Set<String>> testFolds = tracksByFold(train);
        List<GridSearchResult.Row> rows = new ArrayList<>();
        for (Classifier classifier : settings) {
            List<Double> accuracies = new ArrayList<>();
            for (Set<String> fold : testFolds) {
                Progress.checkInterrupted();
                accuracies.add(accuracy(
                        classifier,
                        train.where(vector -> !fold.contains(vector.track())),
                        train.where(vector -> fold.contains(vector.track()))));
                long done = (long) rows.size() * testFolds.size() + accuracies.size();
                progress.report(
                        done, (long) settings.size() * testFolds.size(), classifier + ", fold " + accuracies.size());
            }
            rows.add(new GridSearchResult.Row(classifier, accuracies));
        }
        return new GridSearchResult(rows);
    }

    /** Predictions for each fold, of the first repeat, by a model that is trained on the other folds. */
    Predictions predictOutOfFold(Classifier classifier, FeatureVectors train, Progress progress) {
        List<Prediction> rows = new ArrayList<>();
        List<Set<String>> testFolds = GroupedFolds.of(train, groups, folds, seed);
        for (int i = 0; i < folds; i++) {
            Progress.checkInterrupted();
            Set<String> fold = testFolds.get(i);
            Model model = classifier.fit(train.where(vector -> !fold.contains(vector.track())));
            rows.addAll(model.predict(train.where(vector -> fold.contains(vector.track())))
                    .rows());
            progress.report(i + 1, folds, "fold " + (i + 1));
        }
        return new Predictions(train.labels(), rows);
    }

    /** The tracks of each fold, one repeat after the other. */
    private List<Set<String>> tracksByFold(FeatureVectors train) {
        return LongStream.range(seed, seed + repeats)
                .mapToObj(foldSeed -> GroupedFolds.of(train, groups, folds, foldSeed))
                .flatMap(List::stream)
                .toList();
    }

    private static double accuracy(Classifier classifier, FeatureVectors train, FeatureVectors test) {
        return Evaluation.of(classifier.fit(train).predict(test)).accuracy();
    }

    @Override
    public String toString() {
        return "GridSearch[" + settings.size() + " settings, " + folds + " folds, repeats " + repeats + ", seed " + seed
                + "]";
    }
}
