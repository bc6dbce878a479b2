package io.github.jukelab.audio;

import io.github.jukelab.Progress;
import java.util.Arrays;

/**
 * A long filter at a ratio of small whole numbers: {@code y[m] = sum over k of x[k] h(m down - k up)}, by Fourier
 * transforms of overlapping blocks (overlap-save).
 *
 * <p>The samples of one phase, {@code m down modulo up}, are the sound filtered by every {@code up}-th coefficient. Blocks
 * go in pairs, one as real and one as imaginary part: a real filter keeps them apart.
 */
final class FftStage implements Stage {

    private static final int SIZE = 2048;

    /**
     * Pairs of blocks at a time. It never varies: the compiler makes vector code for loops that it has seen to be long,
     * not for those that were short at times.
     */
    private static final int PAIRS = 64;

    private static final BatchFft FFT = new BatchFft(SIZE);

    private final int up;
    private final int down;

    /** Samples at the start of a block whose result is not that of the sound. */
    private final int lost;

    private final int after;
    private final int kept;
    private final ComplexRows filters;

    /**
     * The filter of the given coefficients.
     *
     * @param taps an odd number, {@code h(0)} in the middle
     * @param up what the rate is multiplied by, at most 64, without a common divisor with {@code down}
     * @param down what the rate is divided by
     */
    FftStage(double[] taps, int up, int down) {
        this.up = up;
        this.down = down;
        int middle = taps.length / 2;
        after = (middle + up - 1) / up;
        lost = (middle / up + after + down - 1) / down * down;
        kept = (SIZE - lost) / down * down;
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

    /** How many samples the transform back leaves out for one that it gives. */
    private int fold() {
        return up == 1 && Integer.bitCount(down) == 1 ? down : 1;
    }

    /** Fills the columns with the blocks of the sound that give the result from {@code start} on, zeros outside of it. */
    private void load(float[][] rows, float[] samples, long start) {
        for (int row = 0; row < rows.length; row++) {
            float[] line = rows[row];
            long first = start - lost + after + row;
            int from = columns(line, -first, kept);
            int to = columns(line, samples.length - first, kept);
            Arrays.fill(line, 0);
            int at = (int) (first + (long) from * kept);
            for (int column = from; column < to; column++, at += kept) {
                line[column] = samples[at];
            }
        }
    }

    /** Takes the samples of one phase out of the columns, those of the first from {@code start} on. */
    private void store(float[][] rows, int phase, long start, float[] result) {
        int fold = SIZE / rows.length;
        int step = kept / down * up;
        for (int row = lost / fold; row * fold < lost + kept; row++) {
            int place = (row * fold - lost) * up + phase;
            if (place % down == 0) {
                int at = (int) ((start * up + place) / down);
                int to = columns(rows[row], result.length - at, step);
                for (int column = 0; column < to; column++, at += step) {
                    result[at] = rows[row][column];
                }
            }
        }
    }

    /** Takes rounding errors, which may come from the other block of a pair, out of the result of a block of zeros. */
    private void keepSilence(float[] samples, long start, float[] result) {
        int from = (int) Math.min(Math.max(start - lost + after, 0), samples.length);
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

    /** How many of the columns begin before {@code end} if they begin at 0 and go by {@code step}. */
    private static int columns(float[] line, long end, int step) {
        return (int) Math.min(Math.max((end + step - 1) / step, 0), line.length);
    }
}
