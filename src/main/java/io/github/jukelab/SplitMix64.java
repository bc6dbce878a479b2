package io.github.jukelab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * SplitMix64 (Steele, Lea, Flood 2014), written out so that a seed gives the same numbers on every machine: splits and
 * synthetic data sets hang on it. Not for several threads at a time.
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
     * A generator for one of many purposes, so that purposes do not disturb each other.
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
     * A number between two others.
     *
     * @param low from here
     * @param high to there
     * @return in [low, high)
     */
    public double between(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /**
     * A whole number.
     *
     * @param bound at least 1
     * @return from 0 to {@code bound - 1}
     */
    public int below(int bound) {
        return (int) (nextDouble() * bound);
    }

    /**
     * True by chance.
     *
     * @param probability in [0, 1]
     * @return true with that probability
     */
    public boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /**
     * One of a list.
     *
     * @param from at least one
     * @param <T> whatever it holds
     * @return each with the same probability
     */
    public <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /**
     * The same items in random order (Fisher and Yates).
     *
     * @param items in an order that is always the same
     * @param <T> whatever they are
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
