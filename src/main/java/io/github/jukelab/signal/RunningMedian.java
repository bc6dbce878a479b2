package io.github.jukelab.signal;

import java.util.Arrays;

/**
 * The running median of many sequences at once: a row holds the values of all sequences at one position.
 *
 * <p>Neighbouring windows have most of their values in common. For a group of {@code g} windows (a power of 2) the
 * common values are sorted once; whatever the other values of a window are, its median is among the middle {@code g} of
 * them. Each half of the group adds the {@code g / 2} further values that its windows have in common and keeps the
 * middle {@code g / 2} of the {@code 3 g / 2}. The quarters do the same, and so on, until one value is left for each
 * window. With a window of 31 that makes 18 exchanges per value.
 */
final class RunningMedian {

    /** Receives the medians row by row. */
    interface Sink {
        /**
         * Receives the medians at one position.
         *
         * @param position from 0, ascending
         * @param medians of every sequence; overwritten afterwards
         */
        void accept(int position, float[] medians);
    }

    private final int reach;
    private final int group;
    private final float[][] common;
    private final float[][][] added;
    private final float[][][] kept;

    private float[][] rows;
    private int lane;
    private int end;

    /** For windows of an odd length over {@code lanes} sequences. */
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

    /** Passes the medians of all windows to the sink; rows are mirrored beyond their ends. */
    void forEach(float[][] rows, Sink sink) {
        forEach(rows, 0, 0, rows.length, sink);
    }

    /**
     * Passes the medians at some positions to the sink.
     *
     * @param rows mirrored beyond their ends
     * @param lane index in each row of the first sequence
     * @param from the first position
     * @param to the position after the last
     */
    void forEach(float[][] rows, int lane, int from, int to, Sink sink) {
        this.rows = rows;
        this.lane = lane;
        this.end = to;
        for (int first = from; first < to; first += group) {
            sort(first + group - 1 - reach, common);
            int spare = (common.length - group) / 2;
            finish(first, Arrays.copyOfRange(common, spare, spare + group), sink);
        }
    }

    /** Finds the medians of windows, the first one centred at {@code first}, from one sorted candidate per window. */
    private void finish(int first, float[][] candidates, Sink sink) {
        if (first >= end) {
            return;
        }
        if (candidates.length == 1) {
            sink.accept(first, candidates[0]);
            return;
        }
        int half = candidates.length / 2;
        finish(first, narrowed(candidates, first + half - 1 - reach), sink);
        finish(first + half, narrowed(candidates, first + 1 + reach), sink);
    }

    /** The middle third, sorted, of sorted candidates and half that number of rows from {@code from} on. */
    private float[][] narrowed(float[][] candidates, int from) {
        int half = candidates.length / 2;
        int level = Integer.numberOfTrailingZeros(half);
        float[][] more = added[level];
        float[][] middle = kept[level];
        sort(from, more);
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

    private void sort(int from, float[][] sorted) {
        for (int i = 0; i < sorted.length; i++) {
            int position = Math.floorMod(from + i, 2 * rows.length);
            float[] row = rows[position < rows.length ? position : 2 * rows.length - 1 - position];
            System.arraycopy(row, lane, sorted[i], 0, sorted[i].length);
        }
        SortingNetwork.sort(sorted);
    }
}
