package io.github.jukelab.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much of a corpus goes to each side.
 *
 * @param train share of the training side, in (0, 1)
 * @param validation share of the validation side, in [0, 1)
 * @param test share of the test side, in (0, 1)
 */
public record Shares(double train, double validation, double test) {

    /**
     * Checks the shares.
     *
     * @param train in (0, 1)
     * @param validation in [0, 1)
     * @param test in (0, 1)
     * @throws IllegalArgumentException if a share is out of range or they do not sum to 1
     */
    public Shares {
        check("train", train, train > 0);
        check("validation", validation, validation >= 0);
        check("test", test, test > 0);
        double sum = train + validation + test;
        if (Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("shares must sum to 1, got " + sum);
        }
    }

    private static void check(String name, double share, boolean low) {
        if (!(low && share < 1)) {
            throw new IllegalArgumentException(name + " share must be in (0, 1), got " + share);
        }
    }

    /**
     * Training and test, no validation side, as in the article on mel windows (0.7, 0.3).
     *
     * @param train in (0, 1)
     * @param test in (0, 1); both sum to 1
     * @return the shares
     * @throws IllegalArgumentException if a share is out of range or they do not sum to 1
     */
    public static Shares of(double train, double test) {
        return new Shares(train, 0, test);
    }

    /**
     * All three sides.
     *
     * @param train in (0, 1)
     * @param validation in [0, 1)
     * @param test in (0, 1); the three sum to 1
     * @return the shares
     * @throws IllegalArgumentException if a share is out of range or they do not sum to 1
     */
    public static Shares of(double train, double validation, double test) {
        return new Shares(train, validation, test);
    }

    /** The share of one side. */
    double of(Side side) {
        return side == Side.TRAIN ? train : side == Side.VALIDATION ? validation : test;
    }

    /** The sides that get anything. */
    List<Side> sides() {
        return Arrays.stream(Side.values()).filter(side -> of(side) > 0).toList();
    }

    /** A side for each of n places: one of each first, then always the side that lacks most. */
    List<Side> deal(int n) {
        List<Side> dealt = new ArrayList<>(sides());
        int[] sizes = new int[Side.values().length];
        dealt.forEach(side -> sizes[side.ordinal()]++);
        while (dealt.size() < n) {
            Side next = sides().get(0);
            for (Side side : sides()) {
                if (n * of(side) - sizes[side.ordinal()] > n * of(next) - sizes[next.ordinal()] + 1e-9) {
                    next = side;
                }
            }
            sizes[next.ordinal()]++;
            dealt.add(next);
        }
        return dealt;
    }
}
