package io.github.jukelab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Random numbers by SplitMix64 (Steele, Lea, Flood 2014), implemented here so that a seed gives the same numbers on
 * every machine: splits and synthetic data sets depend on it. Not thread-safe.
 */
public final class SplitMix64 {

    private long state;

    /**
     * A generator.
     *
     * @param seed any
     */
    public SplitMix64(long seed) {
        this.state = seed;
    }

    /**
     * A generator for one of many purposes, each with random numbers that do not depend on the others.
     *
     * @param seed any
     * @param purpose part of the seed: another word gives other numbers, so it is never reworded
     * @return the generator
     */
    public static SplitMix64 of(long seed, String purpose) {
        long mixed = seed;
        for (int i = 0; i < purpose.length(); i++) {
            mixed = new SplitMix64(mixed ^ purpose.charAt(i)).nextLong();
        }
        return new SplitMix64(mixed);
    }

    /**
     * The next number.
     *
     * @return 64 random bits
     */
    public long nextLong() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /**
     * The next fraction.
     *
     * @return in [0, 1)
     */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /**
     * The next number in a range.
     *
     * @param low the smallest number
     * @param high the upper limit, excluded
     * @return in [low, high)
     */
    public double between(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /**
     * The next whole number.
     *
     * @param bound at least 1
     * @return from 0 to {@code bound - 1}
     */
    public int below(int bound) {
        return (int) (nextDouble() * bound);
    }

    /**
     * True with a given probability.
     *
     * @param probability in [0, 1]
     * @return true or false
     */
    public boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /**
     * A random item of a list.
     *
     * @param from at least one item
     * @param <T> type of an item
     * @return each item with the same probability
     */
    public <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /**
     * The same items in random order (Fisher and Yates).
     *
     * @param items in an order that is the same in every run
     * @param <T> type of an item
     * @return a new list
     */
    public <T> List<T> shuffled(Collection<T> items) {
        List<T> list = new ArrayList<>(items);
        for (int i = list.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            list.set(j, list.set(i, list.get(j)));
        }
        return list;
    }
}
