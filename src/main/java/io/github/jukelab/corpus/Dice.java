package io.github.jukelab.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** SplitMix64 (Steele, Lea, Flood 2014), written out so that a seed gives the same numbers on every machine. */
final class Dice {

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Dice of their own for one of many purposes, so that purposes do not disturb each other. */
    static Dice of(long seed, String purpose) {
        long mixed = seed;
        for (int i = 0; i < purpose.length(); i++) {
            mixed = new Dice(mixed ^ purpose.charAt(i)).nextLong();
        }
        return new Dice(mixed);
    }

    long nextLong() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** In [0, 1). */
    double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** In [low, high). */
    double between(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** From 0 to bound - 1. */
    int below(int bound) {
        return (int) (nextDouble() * bound);
    }

    boolean chance(double probability) {
        return nextDouble() < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    <T> List<T> shuffled(Collection<T> items) {
        List<T> list = new ArrayList<>(items);
        for (int i = list.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            list.set(j, list.set(i, list.get(j)));
        }
        return list;
    }
}
