package io.github.jukelab.audio;

import io.github.jukelab.Progress;
import java.util.Arrays;

/**
 * A long filter for a ratio of small whole numbers: {@code y[m] = sum over k of x[k] h(m down - k up)}, by Fourier
 * transforms of overlapping blocks (overlap-save).
 *
 * <p>The samples of one phase, {@code m down modulo up}, are the sound filtered by every {@code up}-th coefficient.
 * Blocks are transformed in pairs, one as the real and one as the imaginary part; a real filter does not mix them.
 */
final class FftStage implements Stage {

    private static final int SIZE = 2048;

    /**
     * Pairs of blocks that are processed at a time. Constant, since the compiler vectorises loops that were always
     * long, but not loops that were sometimes short.
     */
    private static final int PAIRS = 64;

    private static final BatchFft FFT = new BatchFft(SIZE);

    private final int up;
    private final int down;

    /** Samples at the start of a block whose result is invalid, since the transform wraps around. */
    private final int invalid;

    private final int after;
    private final int kept;
    private final ComplexRows filters;

    /**
     * A filter with the given coefficients.
     *
     * @param taps an odd number of coefficients, {@code h(0)} in the middle
     * @param up what the rate is multiplied by, at most 64, without a common divisor with {@code down}
     * @param down what the rate is divided by
     */
    FftStage(double[] taps, int up, int down) {
        this.up = up;
        this.down = down;
        int middle = taps.length / 2;
        after = (middle + up - 1) / up;
        invalid = (middle / up + after + down - 1) / down * down;
        kept = (SIZE - invalid) / down * down;
        filters = new ComplexRows(SIZE, PAIRS);
        for (int phase = 0; phase < up; phase++) {
            for (int row = 0, at = middle + phase - after * up; at < taps.length; row++, at += up) {
                filters.re[row][phase] = at < 0 ? 0 : (float) (taps[at] / SIZE);
            }
        }
        FFT.forward(filters);
    }

    @Override
    public int needed(int count) {
        return Math.toIntExact((count - 1L) * down / up + after + 1);
    }

    @Override
    public float[] apply(float[] samples, int count) {
        float[] result = new float[count];
        int blocks = (int) ((count - 1L) * down / up / kept) + 1;
        ComplexRows spectra = new ComplexRows(SIZE, PAIRS);
        ComplexRows filtered = new ComplexRows(SIZE / fold(), PAIRS);
        for (int block = 0; block < blocks; block += 2 * PAIRS) {
            Progress.checkInterrupted();
            long start = (long) block * kept;
            long half = start + (long) PAIRS * kept;
            load(spectra.re, samples, start);
            load(spectra.im, samples, half);
            FFT.forward(spectra);
            for (int phase = 0; phase < up; phase++) {
                filtered.product(spectra, filters, phase);
                FFT.inverse(filtered);
                store(filtered.re, phase, start, result);
                store(filtered.im, phase, half, result);
            }
        }
        for (int block = 0; block < blocks; block++) {
            keepSilence(samples, (long) block * kept, result);
        }
        return result;
    }

    /** The inverse transform computes one in this many samples. */
    private int fold() {
        return up == 1 && Integer.bitCount(down) == 1 ? down : 1;
    }

    /**
     * Fills the columns with blocks of the sound, the first for results from {@code start} on; zeros outside the sound.
     */
    private void load(float[][] rows, float[] samples, long start) {
        for (int row = 0; row < rows.length; row++) {
            float[] line = rows[row];
            long first = start - invalid + after + row;
            int from = columns(line, -first, kept);
            int to = columns(line, samples.length - first, kept);
            Arrays.fill(line, 0);
            int at = (int) (first + (long) from * kept);
            for (int column = from; column < to; column++, at += kept) {
                line[column] = samples[at];
            }
        }
    }

    /** Copies the samples of one phase from the columns to the result, the first column from {@code start} on. */
    private void store(float[][] rows, int phase, long start, float[] result) {
        int fold = SIZE / rows.length;
        int step = kept / down * up;
        for (int row = invalid / fold; row * fold < invalid + kept; row++) {
            int index = (row * fold - invalid) * up + phase;
            if (index % down == 0) {
                int at = (int) ((start * up + index) / down);
                int to = columns(rows[row], result.length - at, step);
                for (int column = 0; column < to; column++, at += step) {
                    result[at] = rows[row][column];
                }
            }
        }
    }

    /** Sets the result of a block of zeros to 0: the other block of its pair may have caused rounding errors. */
    private void keepSilence(float[] samples, long start, float[] result) {
        int from = (int) Math.min(Math.max(start - invalid + after, 0), samples.length);
        int to = (int) Math.min(start + kept + after, samples.length);
        int i = from;
        while (i < to && samples[i] == 0) {
            i++;
        }
        if (i >= to) {
            long end = Math.min((start + kept) * up / down, result.length);
            Arrays.fill(result, (int) Math.min(start * up / down, end), (int) end, 0);
        }
    }

    /** How many of the columns start before {@code end}, if they start at 0, {@code step}, 2 {@code step}, ... */
    private static int columns(float[] line, long end, int step) {
        return (int) Math.min(Math.max((end + step - 1) / step, 0), line.length);
    }
}
