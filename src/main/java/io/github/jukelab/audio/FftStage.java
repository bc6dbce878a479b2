package io.github.jukelab.audio;

import java.util.Arrays;

/**
 * A long filter for a ratio of small whole numbers: {@code y[m] = sum over k of x[k] h(m down - k up)}, by Fourier
 * transforms of overlapping segments (overlap-save).
 *
 * <p>The ratio repeats after a period of {@code down} input samples and {@code up} output samples. Samples a period
 * apart form a phase, a signal of its own: each phase of the output is the sum of all phases of the input, each
 * filtered by some of the coefficients. Segments are transformed in pairs, one as the real and one as the imaginary
 * part; a real filter does not mix them.
 *
 * <p>A window of the input reaches as far beyond its block as the filter does, so a block depends on nothing else.
 */
final class FftStage implements Stage {

    /** Pairs of segments in a block. */
    private static final int PAIRS = ComplexRows.LANES;

    /** Input and output samples of a period. */
    private final int ins;

    private final int outs;

    /** Periods before an output sample on which it depends. */
    private final int before;

    /** Periods at the start of a segment whose result is invalid, since the transform wraps around. */
    private final int invalid;

    /** Periods of a segment's result. */
    private final int kept;

    private final BatchFft fft;

    /** Spectra, column {@code outs * input phase + output phase}. */
    private final ComplexRows filters;

    /**
     * A filter with the given coefficients.
     *
     * @param taps an odd number of coefficients, at least 3, {@code h(0)} in the middle
     * @param up what the rate is multiplied by, without a common divisor with {@code down}
     * @param down what the rate is divided by; {@code up * down} is at most 64
     */
    FftStage(double[] taps, int up, int down) {
        int repeats = up * down == 1 ? 2 : 1; // two phases halve the length of the transforms
        ins = repeats * down;
        outs = repeats * up;
        int period = repeats * up * down;
        int middle = taps.length / 2;
        before = (middle + period - up) / period;
        int after = (middle + period - down) / period;
        invalid = before + after;
        int size = 2 * Integer.highestOneBit(2 * invalid);
        kept = size - invalid;
        fft = new BatchFft(size);
        filters = ComplexRows.of(size);
        for (int in = 0; in < ins; in++) {
            for (int out = 0; out < outs; out++) {
                for (int row = 0; row <= invalid; row++) {
                    int at = middle + (row - after) * period + out * down - in * up;
                    float tap = at < 0 || at >= taps.length ? 0 : (float) (taps[at] / size);
                    filters.re()[row / 2][ComplexRows.index(row, in * outs + out)] = tap;
                }
            }
        }
        fft.forward(filters);
    }

    @Override
    public int block() {
        return 2 * PAIRS * kept * outs;
    }

    @Override
    public int window() {
        return (2 * PAIRS * kept + invalid) * ins;
    }

    @Override
    public long start(long block) {
        return (block * 2 * PAIRS * kept - before) * ins;
    }

    @Override
    public long needed(long count) {
        return ((count - 1) / outs + invalid - before + 1) * ins;
    }

    @Override
    public Filter filter() {
        ComplexRows[] spectra = new ComplexRows[ins];
        Arrays.setAll(spectra, in -> ComplexRows.of(kept + invalid));
        ComplexRows sum = outs == 1 ? spectra[0] : ComplexRows.of(kept + invalid);
        return (block, window, result) -> apply(window, spectra, sum, result);
    }

    private void apply(float[] window, ComplexRows[] spectra, ComplexRows sum, float[] result) {
        int half = PAIRS * kept;
        for (int in = 0; in < ins; in++) {
            load(window, in, spectra[in].re());
            load(window, half * ins + in, spectra[in].im());
            fft.forward(spectra[in]);
        }
        for (int out = 0; out < outs; out++) {
            add(spectra, out, sum);
            fft.inverse(sum);
            store(sum.re(), result, out);
            store(sum.im(), result, half * outs + out);
        }
        for (int segment = 0; segment < 2 * PAIRS; segment++) {
            keepSilence(window, segment, result);
        }
    }

    /** Fills the columns with one phase of the segments. */
    private void load(float[] window, int start, float[][] rows) {
        for (int row = 0; row < kept + invalid; row++) {
            float[] line = rows[row / 2];
            int first = ComplexRows.index(row, 0);
            int at = start + row * ins;
            for (int pair = 0; pair < PAIRS; pair++) {
                line[first + pair] = window[at];
                at += kept * ins;
            }
        }
    }

    /** Sets {@code sum}, which may be the first of the spectra, to the spectra of one phase of the output. */
    private void add(ComplexRows[] spectra, int out, ComplexRows sum) {
        for (int row = 0; row < kept + invalid; row++) {
            float[] re = filters.re()[row / 2];
            float[] im = filters.im()[row / 2];
            int column = ComplexRows.index(row, out);
            sum.product(row, spectra[0], re[column], im[column]);
            for (int in = 1; in < ins; in++) {
                column += outs;
                sum.add(row, spectra[in], re[column], im[column]);
            }
        }
    }

    /** Copies the valid results from the columns. */
    private void store(float[][] rows, float[] result, int start) {
        for (int row = 0; row < kept; row++) {
            float[] line = rows[(invalid + row) / 2];
            int first = ComplexRows.index(invalid + row, 0);
            int at = start + row * outs;
            for (int pair = 0; pair < PAIRS; pair++) {
                result[at] = line[first + pair];
                at += kept * outs;
            }
        }
    }

    /** Sets the result of a segment of zeros to 0: the other segment of its pair may have caused rounding errors. */
    private void keepSilence(float[] window, int segment, float[] result) {
        int i = segment * kept * ins;
        int end = i + (kept + invalid) * ins;
        while (i < end && window[i] == 0) {
            i++;
        }
        if (i == end) {
            int start = segment * kept * outs;
            Arrays.fill(result, start, start + kept * outs, 0);
        }
    }
}
