package io.github.jukelab.audio;

import java.util.Arrays;

/**
 * A short filter for a ratio of whole numbers, by direct sums: {@code y[m] = sum over k of x[k] h(m step - k phases)}.
 *
 * <p>The ratio repeats after a period of {@code step} input samples and {@code phases} output samples, or a divisor of
 * both. Output samples a period apart have the same coefficients, so they are computed side by side, in loops that the
 * JVM vectorises.
 */
final class LaneStage implements Stage {

    /** Output samples that are computed side by side. */
    private static final int LANES = 128;

    /** Coefficients that are applied in one loop. */
    private static final int UNIT = 4;

    /** Input and output samples of a period. */
    private final int ins;

    private final int outs;

    /** Input samples before an output sample on which it depends. */
    private final int before;

    /** Coefficients of each output sample of a period, filled up with zeros to whole units. */
    private final float[][] taps;

    /** For each, the first input sample on which it depends. */
    private final int[] start;

    /**
     * A filter with the given coefficients.
     *
     * @param taps an odd number of coefficients, {@code h(0)} in the middle
     * @param phases values of {@code h} per input sample
     * @param step distance of two output samples, in values of {@code h}
     */
    LaneStage(double[] taps, int phases, int step) {
        int divisor = gcd(phases, step);
        ins = step / divisor;
        outs = phases / divisor;
        Phases all = Phases.of(taps, phases);
        before = all.before();
        this.taps = new float[outs][];
        start = new int[outs];
        for (int m = 0; m < outs; m++) {
            long position = (long) m * step;
            start[m] = (int) (position / phases);
            float[] row = all.rows()[(int) (position % phases)];
            this.taps[m] = Arrays.copyOf(row, (row.length + UNIT - 1) / UNIT * UNIT);
        }
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    @Override
    public int block() {
        return LANES * outs;
    }

    @Override
    public int window() {
        return (LANES - 1) * ins + rows();
    }

    private int rows() {
        return start[outs - 1] + taps[0].length;
    }

    @Override
    public long start(long block) {
        return block * LANES * ins - before;
    }

    @Override
    public long needed(long count) {
        long last = count - 1;
        return last / outs * ins + start[(int) (last % outs)] + taps[0].length - before;
    }

    @Override
    public Filter filter() {
        float[][] rows = new float[rows()][LANES];
        float[] sum = new float[LANES];
        return (block, window, result) -> apply(window, rows, sum, result);
    }

    private void apply(float[] window, float[][] rows, float[] sum, float[] result) {
        for (int row = 0; row < rows.length; row++) {
            int at = row;
            for (int lane = 0; lane < LANES; lane++) {
                rows[row][lane] = window[at];
                at += ins;
            }
        }
        for (int m = 0; m < outs; m++) {
            sum(rows, start[m], taps[m], sum);
            int at = m;
            for (int lane = 0; lane < LANES; lane++) {
                result[at] = sum[lane];
                at += outs;
            }
        }
    }

    /** The sums of rows from {@code start} on, each times its coefficient. */
    private static void sum(float[][] rows, int start, float[] taps, float[] sum) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < taps.length; i += UNIT) {
            int row = start + i;
            add(sum, rows[row], rows[row + 1], rows[row + 2], rows[row + 3], taps, i);
        }
    }

    private static void add(float[] sum, float[] a, float[] b, float[] c, float[] d, float[] taps, int first) {
        float f = taps[first];
        float g = taps[first + 1];
        float h = taps[first + 2];
        float k = taps[first + 3];
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i] * f + b[i] * g + (c[i] * h + d[i] * k);
        }
    }
}
