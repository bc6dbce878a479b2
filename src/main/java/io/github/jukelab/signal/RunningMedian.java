package io.github.jukelab.signal;

import java.util.Arrays;

/**
 * The running median of many sequences at once: a row holds the same place of every sequence.
 *
 * <p>Neighbouring windows have most of their values in common. For a group of {@code g} windows (a power of 2) the
 * common values are sorted once; whatever else a window holds, its median is among the middle {@code g} of them. Each
 * half of the group adds the {@code g / 2} values that its own windows have in common beyond these and keeps the middle
 * {@code g / 2} of the {@code 3 g / 2}; so do the quarters, and so on, until one value is left for each window. With a
 * window of 31 that makes 18 exchanges a value.
 */
final class RunningMedian {

    /** Takes one row of medians after the other. */
    interface Sink {
        /**
         * Takes the medians at one place.
         *
         * @param place from 0, ascending
         * @param medians of every sequence; overwritten afterwards
         */
        void accept(int place, float[] medians);
    }

    private final int reach;
    private final int group;
    private final float[][] common;
    private final float[][][] added;
    private final float[][][] kept;

    /** For windows of an odd length over sequences in so many lanes. */
    RunningMedian(int length, int lanes) {
        reach = length / 2;
        group = Integer.highestOneBit(reach + 1);
        common = new float[length - group + 1][lanes];
        added = new float[Integer.numberOfTrailingZeros(group)][][];
        kept = added.clone();
        for (int level = 0; level < kept.length; level++) {
            added[level] = new float[1 << level][lanes];
            kept[level] = new float[1 << level][lanes];
        }
    }

    /** Hands on the median of every window of the rows, which are mirrored beyond their ends. */
    void forEach(float[][] rows, Sink sink) {
        for (int first = 0; first < rows.length; first += group) {
            sort(rows, first + group - 1 - reach, common);
            int spare = (common.length - group) / 2;
            finish(rows, first, Arrays.copyOfRange(common, spare, spare + group), sink);
        }
    }

    /** Given the sorted candidates of as many windows, the first of which is centred on a place, finds their medians. */
    private void finish(float[][] rows, int first, float[][] candidates, Sink sink) {
        if (first >= rows.length) {
            return;
        }
        if (candidates.length == 1) {
            sink.accept(first, candidates[0]);
            return;
        }
        int half = candidates.length / 2;
        finish(rows, first, narrowed(candidates, rows, first + half - 1 - reach), sink);
        finish(rows, first + half, narrowed(candidates, rows, first + 1 + reach), sink);
    }

    /** The middle third of sorted candidates and half as many values from a place on, sorted. */
    private float[][] narrowed(float[][] candidates, float[][] rows, int from) {
        int half = candidates.length / 2;
        int level = Integer.numberOfTrailingZeros(half);
        float[][] more = added[level];
        float[][] middle = kept[level];
        sort(rows, from, more);
        for (int i = 0; i < half; i++) {
            SortingNetwork.max(candidates[i], more[half - 1 - i], middle[i]);
        }
        SortingNetwork.sortBitonic(middle);
        for (int i = 0; i < half; i++) {
            SortingNetwork.min(middle[i], candidates[candidates.length - 1 - i], middle[i]);
        }
        SortingNetwork.sortBitonic(middle);
        return middle;
    }

    private static void sort(float[][] rows, int from, float[][] sorted) {
        for (int i = 0; i < sorted.length; i++) {
            int place = Math.floorMod(from + i, 2 * rows.length);
            float[] row = rows[place < rows.length ? place : 2 * rows.length - 1 - place];
            System.arraycopy(row, 0, sorted[i], 0, row.length);
        }
        SortingNetwork.sort(sorted);
    }
}
