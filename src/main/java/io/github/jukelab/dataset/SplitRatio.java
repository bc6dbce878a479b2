package io.github.jukelab.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The share of each subset in a split.
 *
 * @param train share of the training set, in (0, 1)
 * @param validation share of the validation set, in [0, 1)
 * @param test share of the test set, in (0, 1)
 */
public record SplitRatio(double train, double validation, double test) {

    /**
     * Checks the shares.
     *
     * @param train in (0, 1)
     * @param validation in [0, 1)
     * @param test in (0, 1)
     * @throws IllegalArgumentException if a share is out of range or they do not sum to 1
     */
    public SplitRatio {
        check("train share must be in (0, 1)", train, train > 0);
        check("validation share must be in [0, 1)", validation, validation >= 0);
        check("test share must be in (0, 1)", test, test > 0);
        double sum = train + validation + test;
        if (Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("shares must sum to 1, got " + sum);
        }
    }

    private static void check(String condition, double share, boolean aboveMinimum) {
        if (!(aboveMinimum && share < 1)) {
            throw new IllegalArgumentException(condition + ", got " + share);
        }
    }

    /**
     * A training and a test set without validation set, as in the article on mel windows (0.7, 0.3).
     *
     * @param train in (0, 1)
     * @param test in (0, 1); the two sum to 1
     * @return the ratio
     * @throws IllegalArgumentException if a share is out of range or they do not sum to 1
     */
    public static SplitRatio of(double train, double test) {
        return new SplitRatio(train, 0, test);
    }

    /**
     * All three subsets.
     *
     * @param train in (0, 1)
     * @param validation in [0, 1)
     * @param test in (0, 1); the three sum to 1
     * @return the ratio
     * @throws IllegalArgumentException if a share is out of range or they do not sum to 1
     */
    public static SplitRatio of(double train, double validation, double test) {
        return new SplitRatio(train, validation, test);
    }

    /** The share of one subset. */
    double of(Subset subset) {
        return subset == Subset.TRAIN ? train : subset == Subset.VALIDATION ? validation : test;
    }

    /** The subsets with a share above 0. */
    List<Subset> subsets() {
        return Arrays.stream(Subset.values()).filter(subset -> of(subset) > 0).toList();
    }

    /** Assigns n items to subsets: first one to each, then each to the subset furthest below its share. */
    List<Subset> assign(int n) {
        List<Subset> assigned = new ArrayList<>(subsets());
        int[] sizes = new int[Subset.values().length];
        assigned.forEach(subset -> sizes[subset.ordinal()]++);
        while (assigned.size() < n) {
            Subset next = subsets().get(0);
            for (Subset subset : subsets()) {
                if (n * of(subset) - sizes[subset.ordinal()] > n * of(next) - sizes[next.ordinal()] + 1e-9) {
                    next = subset;
                }
            }
            sizes[next.ordinal()]++;
            assigned.add(next);
        }
        return assigned;
    }
}
