package io.github.jukelab.recipe;

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
 * How much a run may spend. Tests and slow machines shorten a notebook without touching it, by two environment
 * variables: {@code MAX_EPOCHS} and {@code DATASET_LIMIT} (tracks). A shortened run says so, and its figures are no
 * results.
 *
 * @param maxEpochs passes over the training data at most
 * @param datasetLimit tracks at most
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
        if (maxEpochs < 1) {
            throw new IllegalArgumentException("MAX_EPOCHS must be at least 1, got " + maxEpochs);
        }
        if (datasetLimit < 1) {
            throw new IllegalArgumentException("DATASET_LIMIT must be at least 1, got " + datasetLimit);
        }
    }

    /**
     * The budget that the environment asks for.
     *
     * @param environment such as {@link System#getenv()}
     * @return the budget; {@link #FULL} where nothing is set
     * @throws IllegalArgumentException if a value is no whole number of at least 1
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
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, got " + value, e);
        }
    }

    /**
     * The epochs to train.
     *
     * @param wanted epochs of a full run
     * @return that many, or fewer if the budget says so
     */
    public int epochs(int wanted) {
        return Math.min(wanted, maxEpochs);
    }

    /**
     * The tracks to use: as many of every label, the first of each artist fold in turn, so that what is left can still be
     * split.
     *
     * @param dataset all tracks
     * @return these, or fewer if the budget says so; at least one per label
     */
    public Dataset tracks(Dataset dataset) {
        int each = Math.max(1, datasetLimit / dataset.labels().size());
        List<String> surplus = dataset.labels().stream()
                .flatMap(label -> inTurn(dataset, label).skip(each))
                .toList();
        return surplus.isEmpty() ? dataset : dataset.without(surplus);
    }

    private static Stream<String> inTurn(Dataset dataset, String label) {
        Map<String, Integer> folds = dataset.info().folds();
        Map<Integer, Integer> seen = new HashMap<>();
        Map<String, Integer> turns = new LinkedHashMap<>();
        for (Track track : dataset.tracks(label)) {
            Integer fold = folds.get(track.id());
            turns.put(track.id(), fold == null ? Integer.MAX_VALUE : seen.merge(fold, 1, Integer::sum));
        }
        return turns.keySet().stream().sorted(Comparator.comparing(turns::get));
    }

    /**
     * Whether anything is limited, so that figures are no results.
     *
     * @return true if so
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
        return "Budget[" + String.join(", ", limits) + ": A SHORTENED RUN, ITS FIGURES ARE NO RESULTS]";
    }
}
