package io.github.jukelab.recipe;

import io.github.jukelab.Require;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Limits of a run. Two environment variables, {@code MAX_EPOCHS} and {@code DATASET_LIMIT} (tracks), shorten a notebook
 * for tests and slow machines without changing it; in a cell, {@code budget(epochs, tracks)} does. A shortened run is
 * marked as such, and its accuracies are no results.
 *
 * @param maxEpochs maximum number of epochs
 * @param datasetLimit maximum number of tracks
 */
public record Budget(int maxEpochs, int datasetLimit) {

    /** No limit. */
    public static final Budget FULL = new Budget(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /**
     * Checks the limits.
     *
     * @param maxEpochs at least 1
     * @param datasetLimit at least 1
     */
    public Budget {
        Require.atLeast("epochs", 1, maxEpochs);
        Require.atLeast("tracks", 1, datasetLimit);
    }

    /**
     * The budget set by the environment.
     *
     * @param environment such as {@link System#getenv()}
     * @return the budget; {@link #FULL} if nothing is set
     * @throws IllegalArgumentException if a value is not a whole number of at least 1
     */
    public static Budget of(Map<String, String> environment) {
        return new Budget(limit(environment, "MAX_EPOCHS"), limit(environment, "DATASET_LIMIT"));
    }

    private static int limit(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        try {
            int limit = Integer.parseInt(value);
            Require.atLeast(name, 1, limit);
            return limit;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, got " + value, e);
        }
    }

    /**
     * Both budgets at once.
     *
     * @param other limits that hold, too
     * @return the tighter limit of each kind
     */
    public Budget and(Budget other) {
        return new Budget(Math.min(maxEpochs, other.maxEpochs), Math.min(datasetLimit, other.datasetLimit));
    }

    /**
     * The number of epochs to train.
     *
     * @param wanted epochs of a full run
     * @return the same number, or the budget's if that is less
     */
    public int epochs(int wanted) {
        return Math.min(wanted, maxEpochs);
    }

    /**
     * The tracks to use: the same number of every label, taken from the artist folds in turn, so that they can still be
     * split.
     *
     * @param dataset all tracks
     * @return the same tracks, or fewer if the budget has a limit; at least one per label
     */
    public Dataset tracks(Dataset dataset) {
        int perLabel = Math.max(1, datasetLimit / dataset.labels().size());
        List<String> surplus = dataset.labels().stream()
                .flatMap(label -> alternatingFolds(dataset, label).skip(perLabel))
                .toList();
        return surplus.isEmpty() ? dataset : dataset.without(surplus);
    }

    private static Stream<String> alternatingFolds(Dataset dataset, String label) {
        Map<String, Integer> folds = dataset.info().folds();
        Map<Integer, Integer> counts = new HashMap<>();
        Map<String, Integer> rounds = new LinkedHashMap<>();
        for (Track track : dataset.tracks(label)) {
            Integer fold = folds.get(track.id());
            rounds.put(track.id(), fold == null ? Integer.MAX_VALUE : counts.merge(fold, 1, Integer::sum));
        }
        return rounds.keySet().stream().sorted(Comparator.comparing(rounds::get));
    }

    /**
     * Whether anything is limited, so that accuracies are no results.
     *
     * @return true if there is a limit
     */
    public boolean shortened() {
        return !equals(FULL);
    }

    @Override
    public String toString() {
        if (!shortened()) {
            return "Budget[full]";
        }
        List<String> limits = new ArrayList<>();
        if (maxEpochs != Integer.MAX_VALUE) {
            limits.add("at most " + maxEpochs + " epochs");
        }
        if (datasetLimit != Integer.MAX_VALUE) {
            limits.add("at most " + datasetLimit + " tracks");
        }
        return "Budget[" + String.join(", ", limits) + ": A SHORTENED RUN, ITS ACCURACIES ARE NO RESULTS]";
    }
}
