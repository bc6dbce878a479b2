package io.github.jukelab.check;

import io.github.jukelab.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the same sound in several files. Landmarks that two files have in common at one and the same distance in time are
 * counted; this holds for a copy, also for one that was cut, and for nothing else. Files with the same loops or the same
 * drums have few of them in common: those of the other instruments differ.
 */
final class FingerprintIndex {

    /** A hash that is there more often, such as that of a hum, says nothing. */
    private static final int MOST_OF_A_HASH = 1000;

    /** So many landmarks must agree. */
    private static final int FEWEST = 8;

    /** And this share of those where both files have sound. */
    static final double LEAST_SHARE = 0.15;

    /** So long both files must have the sound, or half of the shorter one. */
    private static final int FRAMES = (int) (5 * Fingerprint.FRAMES_PER_SECOND);

    private final List<Fingerprint> prints;
    /** Where the landmarks of each hash begin. */
    private final int[] starts = new int[Fingerprint.HASHES + 1];

    private final int[] owners;
    private final int[] times;

    /**
     * An index of fingerprints.
     *
     * @param prints one per file
     */
    FingerprintIndex(List<Fingerprint> prints) {
        this.prints = List.copyOf(prints);
        for (Fingerprint print : prints) {
            for (int i = 0; i < print.size(); i++) {
                starts[print.hash(i) + 1]++;
            }
        }
        for (int hash = 0; hash < Fingerprint.HASHES; hash++) {
            starts[hash + 1] += starts[hash];
        }
        owners = new int[starts[Fingerprint.HASHES]];
        times = new int[owners.length];
        fill();
    }

    private void fill() {
        int[] next = starts.clone();
        for (int owner = 0; owner < prints.size(); owner++) {
            Fingerprint print = prints.get(owner);
            for (int i = 0; i < print.size(); i++) {
                int place = next[print.hash(i)]++;
                owners[place] = owner;
                times[place] = print.time(i);
            }
        }
    }

    /**
     * The later files with the same sound.
     *
     * @param first index of a file
     * @return ordered by file
     */
    List<Match> later(int first) {
        Progress.checkInterrupted();
        long[] common = common(first);
        List<Match> matches = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= common.length; to++) {
            if (to == common.length || owner(common[to]) != owner(common[from])) {
                match(first, common, from, to).ifPresent(matches::add);
                from = to;
            }
        }
        return matches;
    }

    /** The later files with a like landmark, and how many frames later it is there; sorted. */
    private long[] common(int first) {
        Fingerprint print = prints.get(first);
        Hits hits = new Hits();
        for (int i = 0; i < print.size(); i++) {
            // A cut between two frames can move one peak by a frame against the other.
            for (int hash = print.hash(i) - 1; hash <= print.hash(i) + 1; hash++) {
                int start = starts[hash];
                int end = starts[hash + 1] - start > MOST_OF_A_HASH ? start : starts[hash + 1];
                for (int k = start; k < end; k++) {
                    if (owners[k] > first) {
                        hits.add(hit(owners[k], times[k] - print.time(i)));
                    }
                }
            }
        }
        return hits.sorted();
    }

    /** Ordered by owner, then by offset. */
    private static long hit(int owner, int offset) {
        return (long) owner << Integer.SIZE | Integer.toUnsignedLong(offset ^ Integer.MIN_VALUE);
    }

    private static int owner(long common) {
        return (int) (common >> Integer.SIZE);
    }

    private static int offset(long common) {
        return (int) common ^ Integer.MIN_VALUE;
    }

    /** Most common landmarks at one offset; a cut between two frames divides them among neighbours. */
    private Optional<Match> match(int first, long[] common, int from, int to) {
        int most = 0;
        int best = 0;
        int start = from;
        for (int i = from; i < to; i++) {
            while (offset(common[i]) - offset(common[start]) > 1) {
                start++;
            }
            if (i - start + 1 > most) {
                most = i - start + 1;
                best = offset(common[start]);
            }
        }
        return most < FEWEST ? Optional.empty() : match(first, owner(common[from]), best, most);
    }

    private Optional<Match> match(int first, int second, int offset, int common) {
        Fingerprint a = prints.get(first);
        Fingerprint b = prints.get(second);
        int from = Math.max(0, -offset);
        int to = Math.min(a.frames(), b.frames() - offset);
        int shorter = Math.min(a.frames(), b.frames());
        int landmarks = Math.min(a.count(from, to), b.count(from + offset, to + offset));
        double share = Math.min(1, (double) common / landmarks);
        boolean same = to - from >= Math.min(FRAMES, shorter / 2) && share >= LEAST_SHARE;
        return same ? Optional.of(new Match(first, second, offset, share)) : Optional.empty();
    }

    /** A list of numbers. */
    private static final class Hits {

        private long[] values = new long[1024];
        private int count;

        private void add(long value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        private long[] sorted() {
            long[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
