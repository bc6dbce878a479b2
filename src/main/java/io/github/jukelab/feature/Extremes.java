package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;

/**
 * The few lowest and the few highest values of each frame, found without sorting all values: every bin is compared with
 * each of the rows kept so far and exchanged where needed, for all frames at once. Non-negative floats have the same
 * order as their bits as ints, whose exchange needs no special cases for zeros and infinity.
 */
final class Extremes {

    private final int[][] lowest;
    private final int[][] highest;
    private final int[] current;

    /** Keeps {@code count} values per frame; at least that number of bins must be added. */
    Extremes(int count, int frames) {
        this.lowest = new int[count][frames];
        this.highest = new int[count][frames];
        this.current = new int[frames];
        for (int[] row : lowest) {
            Arrays.fill(row, Float.floatToRawIntBits(Float.POSITIVE_INFINITY));
        }
    }

    /** Adds one bin of the frames from {@code first} on. */
    void add(Spectrogram spectrogram, int bin, int first) {
        load(spectrogram, bin, first);
        for (int[] row : lowest) {
            order(row, current);
        }
        load(spectrogram, bin, first);
        for (int[] row : highest) {
            order(current, row);
        }
    }

    /** Loads a bin; a negative zero counts as zero. */
    private void load(Spectrogram spectrogram, int bin, int first) {
        for (int t = 0; t < current.length; t++) {
            current[t] = Float.floatToRawIntBits(Math.abs(spectrogram.value(bin, first + t)));
        }
    }

    /** Exchanges values without a branch so that each in {@code low} is at most the one in {@code high}. */
    private static void order(int[] low, int[] high) {
        for (int t = 0; t < low.length; t++) {
            int excess = low[t] - high[t];
            int exchanged = excess & ~(excess >> 31);
            low[t] -= exchanged;
            high[t] += exchanged;
        }
    }

    /** Writes the mean of the lowest and that of the highest values of each frame. */
    void writeMeans(float[] valleys, float[] peaks, int offset) {
        writeMeans(lowest, valleys, offset);
        writeMeans(highest, peaks, offset);
    }

    private static void writeMeans(int[][] rows, float[] means, int offset) {
        for (int t = 0; t < rows[0].length; t++) {
            double sum = 0;
            for (int[] row : rows) {
                sum += Float.intBitsToFloat(row[t]);
            }
            means[offset + t] = (float) (sum / rows.length);
        }
    }
}
