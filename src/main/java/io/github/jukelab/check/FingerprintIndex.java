package io.github.jukelab.check;

import io.github.jukelab.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the same sound in several files. Landmarks that two files have in common at one and the same distance in time are
 * counted: a copy has many of them, also one that was cut. Files with the same loop have many, too, but at each distance
 * by which the loop repeats itself.
 */
final class FingerprintIndex {

    /** A hash that is there more often, such as that of a hum, says nothing. */
    private static final int MOST_OF_A_HASH = 1000;

    /** So many landmarks must agree. */
    private static final int FEWEST = 8;

    /** And this share of those where both files have sound. */
    static final double LEAST_SHARE = 0.15;

    /** So many more than at any other offset, unless it is nearly all. */
    private static final double LEAST_MORE = 0.1;

    private static final double NEARLY_ALL = 0.8;

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
        long[] hits = hits(first);
        List<Match> matches = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= hits.length; to++) {
            if (to == hits.length || owner(hits[to]) != owner(hits[from])) {
                match(first, hits, from, to).ifPresent(matches::add);
                from = to;
            }
        }
        return matches;
    }

    /** The later files with a like landmark, and how many frames later it is there; sorted. */
    private long[] hits(int first) {
        Fingerprint print = prints.get(first);
        Numbers found = new Numbers();
        for (int i = 0; i < print.size(); i++) {
            // A cut between two frames can move one peak by a frame against the other.
            for (int hash = print.hash(i) - 1; hash <= print.hash(i) + 1; hash++) {
                int start = starts[hash];
                int end = starts[hash + 1] - start > MOST_OF_A_HASH ? start : starts[hash + 1];
                for (int k = start; k < end; k++) {
                    if (owners[k] > first) {
                        found.add(hit(owners[k], times[k] - print.time(i)));
                    }
                }
            }
        }
        return found.sorted();
    }

    /** Ordered by owner, then by offset. */
    private static long hit(int owner, int offset) {
        return (long) owner << Integer.SIZE | Integer.toUnsignedLong(offset ^ Integer.MIN_VALUE);
    }

    private static int owner(long hit) {
        return (int) (hit >> Integer.SIZE);
    }

    private static int offset(long hit) {
        return (int) hit ^ Integer.MIN_VALUE;
    }

    /**
     * The offset with most common landmarks, if they are many. A loop is the same at other offsets, too, so what else is
     * common there does not count.
     */
    private Optional<Match> match(int first, long[] hits, int from, int to) {
        int second = owner(hits[from]);
        List<Offset> offsets = offsets(hits, from, to);
        Offset best = Collections.max(offsets, Comparator.comparingInt(Offset::count));
        double share = share(first, second, best);
        if (share < LEAST_SHARE) {
            return Optional.empty();
        }
        double repeated = offsets.stream()
                .filter(other -> Math.abs(other.frames() - best.frames()) > 2)
                .mapToDouble(other -> share(first, second, other))
                .max()
                .orElse(0);
        boolean same = share >= NEARLY_ALL || share - repeated >= LEAST_MORE;
        return same ? Optional.of(new Match(first, second, best.frames(), share)) : Optional.empty();
    }

    /** How many landmarks are common at an offset. */
    private record Offset(int frames, int count) {}

    /** All offsets of the hits from one index to before another; a cut between two frames divides them among two. */
    private static List<Offset> offsets(long[] hits, int from, int to) {
        List<Offset> offsets = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i++) {
            while (offset(hits[i]) - offset(hits[start]) > 1) {
                start++;
            }
            boolean last = i + 1 == to || offset(hits[i + 1]) != offset(hits[i]);
            if (last) {
                offsets.add(new Offset(offset(hits[start]), i - start + 1));
            }
        }
        return offsets;
    }

    /** The share of the landmarks where both files have sound that are common; 0 if there are few, or little sound. */
    private double share(int first, int second, Offset offset) {
        Fingerprint a = prints.get(first);
        Fingerprint b = prints.get(second);
        int from = Math.max(0, -offset.frames());
        int to = Math.min(a.frames(), b.frames() - offset.frames());
        int shorter = Math.min(a.frames(), b.frames());
        if (offset.count() < FEWEST || to - from < Math.min(FRAMES, shorter / 2)) {
            return 0;
        }
        int landmarks = Math.min(a.count(from, to), b.count(from + offset.frames(), to + offset.frames()));
        return Math.min(1, (double) offset.count() / landmarks);
    }

    /** A list of numbers. */
    private static final class Numbers {

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
