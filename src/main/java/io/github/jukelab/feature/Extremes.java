package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;

/**
 * The few lowest and the few highest values of each of some frames, found without sorting all: every bin passes along
 * the rows kept so far and exchanges values with each, for all frames at once. Values that are not negative have
 * the order of their bits, and exchanging whole numbers needs no care for zeros and infinity.
 */
final class Extremes {

    private final int[][] lowest;
    private final int[][] highest;
    private final int[] passing;

    /** For bins that are at least {@code count}, of some neighbouring frames. */
    Extremes(int count, int frames) {
        this.lowest = new int[count][frames];
        this.highest = new int[count][frames];
        this.passing = new int[frames];
        for (int[] row : lowest) {
            Arrays.fill(row, Float.floatToRawIntBits(Float.POSITIVE_INFINITY));
        }
    }

    /** Takes one bin of the frames from {@code first} on. */
    void add(Spectrogram spectrogram, int bin, int first) {
        pass(spectrogram, bin, first);
        for (int[] row : lowest) {
            order(row, passing);
        }
        pass(spectrogram, bin, first);
        for (int[] row : highest) {
            order(passing, row);
        }
    }

    /** Sets a bin on its way; a negative zero counts as zero. */
    private void pass(Spectrogram spectrogram, int bin, int first) {
        for (int t = 0; t < passing.length; t++) {
            passing[t] = Float.floatToRawIntBits(Math.abs(spectrogram.value(bin, first + t)));
        }
    }

    /** Exchanges values, without a branch, so that none in {@code low} is above the one in {@code high}. */
    private static void order(int[] low, int[] high) {
        for (int t = 0; t < low.length; t++) {
            int excess = low[t] - high[t];
            int exchanged = excess & ~(excess >> 31);
            low[t] -= exchanged;
            high[t] += exchanged;
        }
    }

    /** Writes the mean of the lowest and that of the highest values of each frame. */
    void putMeans(float[] valleys, float[] peaks, int offset) {
        putMeans(lowest, valleys, offset);
        putMeans(highest, peaks, offset);
    }

    private static void putMeans(int[][] rows, float[] means, int offset) {
        for (int t = 0; t < rows[0].length; t++) {
            double sum = 0;
            for (int[] row : rows) {
                sum += Float.intBitsToFloat(row[t]);
            }
            means[offset + t] = (float) (sum / rows.length);
        }
    }
}
