package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Chooses settings by trying them on the training set alone: it is dealt to folds, each classifier learns from all but
 * one fold and is judged by that one, in turn. No track is in two folds, nor any group of tracks, such as those of an
 * artist. The test set is never looked at: whoever chooses by it gets a figure that is too good.
 *
 * <p>Where groups are few and large, one dealing is a draw of luck: which artists happen to be judged together decides
 * more than settings do. Then deal {@linkplain #withRepeats(int) several times}.
 *
 * <p>Example: {@code GridSearch.of(List.of(Svm.rbf(1).standardised(), Svm.rbf(10).standardised()), 3,
 * 1).search(train).best()}.
 *
 * @param settings what is tried; at least one
 * @param folds how many, at least 2
 * @param splitRules how many times the training set is dealt to folds anew, at least 1
 * @param seed of the first dealing; each later one has the next
 * @param groups the group of each track, by track; a track that is not in it is a group by itself
 */
public record GridSearch(List<Classifier> settings, int folds, int splitRules, long seed, Map<String, String> groups) {

    /**
     * Copies the lists.
     *
     * @param settings at least one
     * @param folds at least 2
     * @param splitRules at least 1
     * @param seed of the first dealing
     * @param groups the group of each track
     * @throws IllegalArgumentException if there is nothing to try, there are fewer than 2 folds, or no dealing
     */
    public GridSearch {
        settings = List.copyOf(settings);
        groups = Map.copyOf(groups);
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("a grid search needs at least one classifier, got none");
        }
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be at least 2, got " + folds);
        }
        Checks.requireAtLeastOne("dealings", splitRules);
    }

    /**
     * With folds by track, dealt once.
     *
     * @param settings what is tried, the simplest first: it wins a tie
     * @param folds how many, at least 2
     * @param seed of the dealing
     * @return the search
     * @throws IllegalArgumentException if there is nothing to try, or there are fewer than 2 folds
     */
    public static GridSearch of(List<? extends Classifier> settings, int folds, long seed) {
        return new GridSearch(List.copyOf(settings), folds, 1, seed, Map.of());
    }

    /**
     * The same with larger groups that stay together.
     *
     * @param groups the group of each track, by track, such as {@link io.github.jukelab.dataset.Dataset#artistGroups()}; a
     *     track that is not in it is a group by itself
     * @return a copy
     */
    public GridSearch withGroups(Map<String, String> groups) {
        return new GridSearch(settings, folds, splitRules, seed, groups);
    }

    /**
     * The same, dealt several times, each time anew: the accuracies are those of all folds of all dealings.
     *
     * @param splitRules at least 1; 1 if this is not called
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public GridSearch withRepeats(int splitRules) {
        return new GridSearch(settings, folds, splitRules, seed, groups);
    }

    /**
     * Tries all settings, listened to by nobody.
     *
     * @param train the training set, and nothing else
     * @return how each setting did
     * @throws IllegalArgumentException if there are fewer groups than folds, or a classifier cannot learn from a fold
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public GridSearchResult search(FeatureVectors train) {
        return search(train, Progress.NONE);
    }

    /**
     * Tries all settings.
     *
     * @param train the training set, and nothing else
     * @param progress told about each setting and fold
     * @return how each setting did
     * @throws IllegalArgumentException if there are fewer groups than folds, or a classifier cannot learn from a fold
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public GridSearchResult search(FeatureVectors train, Progress progress) {
        List<Set<String>> dealt = dealt(train);
        List<GridSearchResult.Row> rows = new ArrayList<>();
        for (Classifier classifier : settings) {
            List<Double> accuracies = new ArrayList<>();
            for (Set<String> fold : dealt) {
                Progress.checkInterrupted();
                accuracies.add(accuracy(classifier, train.withoutTracks(fold), train.ofTracks(fold)));
                long done = (long) rows.size() * dealt.size() + accuracies.size();
                progress.report(
                        done, (long) settings.size() * dealt.size(), classifier + ", fold " + accuracies.size());
            }
            rows.add(new GridSearchResult.Row(classifier, accuracies));
        }
        return new GridSearchResult(rows);
    }

    /** The tracks of each fold, dealing after dealing. */
    private List<Set<String>> dealt(FeatureVectors train) {
        return LongStream.range(seed, seed + splitRules)
                .mapToObj(splitRule -> GroupedFolds.of(train, groups, folds, splitRule))
                .flatMap(List::stream)
                .toList();
    }

    private static double accuracy(Classifier classifier, FeatureVectors train, FeatureVectors held) {
        return Evaluation.of(classifier.fit(train).predict(held)).accuracy();
    }

    @Override
    public String toString() {
        return "GridSearch[" + settings.size() + " settings, " + folds + " folds, dealings " + splitRules + ", seed "
                + seed + "]";
    }
}
