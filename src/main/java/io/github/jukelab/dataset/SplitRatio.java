package io.github.jukelab.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The share of each subset in a split.
 *
 * @param train share of the training set, in (0, 1)
 * @param validation share of the validation set, in [0, 1)
 * @param test share of the test set, in (0, 1)
 */
public record SplitRatio(double train, double validation, double test) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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

    /**
     * The shares in percent, such as 70/0/30. If these numbers of items are too few for the shares, the numbers that
     * are assigned instead, such as 2/2/2 of 6: a subset has a share of half an item or less, and gets one.
     *
     * @param sizes the numbers of items that are assigned one after the other
     */
    String text(List<Integer> sizes) {
        List<Subset> assigned = sizes.stream().flatMap(n -> assign(n).stream()).toList();
        if (sizes.stream().allMatch(this::isEnough)) {
            return percentages();
        }
        return Arrays.stream(Subset.values())
                        .map(subset -> "" + Collections.frequency(assigned, subset))
                        .collect(Collectors.joining("/"))
                + " of " + assigned.size();
    }

    private boolean isEnough(int n) {
        return subsets().stream().allMatch(subset -> n * of(subset) > 0.5 + 1e-9);
    }

    /** With as many digits, up to two, as the shares need to sum to 100; the rest of that is the training set's. */
    private String percentages() {
        for (int digits = 0; digits < 2; digits++) {
            List<BigDecimal> percent = rounded(digits);
            if (sum(percent).compareTo(HUNDRED) == 0 && isAboveZero(percent)) {
                return text(percent.get(0), percent.get(1), percent.get(2));
            }
        }
        List<BigDecimal> percent = rounded(2);
        BigDecimal rest = HUNDRED.subtract(percent.get(1)).subtract(percent.get(2));
        return text(rest, percent.get(1), percent.get(2));
    }

    private List<BigDecimal> rounded(int digits) {
        return Arrays.stream(Subset.values())
                .map(subset -> BigDecimal.valueOf(100 * of(subset)).setScale(digits, RoundingMode.HALF_UP))
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean isAboveZero(List<BigDecimal> percent) {
        return subsets().stream()
                .allMatch(subset -> percent.get(subset.ordinal()).signum() > 0);
    }

    private static String text(BigDecimal... percent) {
        return Arrays.stream(percent)
                .map(value -> value.stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("/"));
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
