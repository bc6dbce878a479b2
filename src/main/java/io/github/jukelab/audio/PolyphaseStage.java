package io.github.jukelab.audio;

/**
 * A short filter for any ratio, by direct sums: {@code y[m] = sum over k of x[k] h(m step - k)}, where {@code step} is
 * the number of input samples per output sample. {@code h} has {@code phases} values per input sample and is
 * interpolated linearly between them.
 */
final class PolyphaseStage implements Stage {

    private static final int BLOCK = 1 << 14;

    private final float[][] phases;
    private final int before;
    private final int bits;

    /** The distance of two output samples: whole input samples, and the rest in parts of {@code period}. */
    private final long whole;

    private final long rest;

    /** Positions per input sample. */
    private final long period;

    /**
     * A filter with the given coefficients.
     *
     * @param taps an odd number of coefficients, {@code h(0)} in the middle
     * @param phases values of {@code h} per input sample
     * @param step input samples per output sample, times {@code phases} times 2 to the power of {@code bits}
     * @param bits binary digits of a position between two values of {@code h}; {@code phases} times 2 to the power of
     *     {@code bits} is at most 2 to the power of 32
     */
    PolyphaseStage(double[] taps, int phases, long step, int bits) {
        Phases all = Phases.of(taps, phases);
        this.phases = all.rows();
        this.before = all.before();
        this.bits = bits;
        period = (long) phases << bits;
        whole = step / period;
        rest = step % period;
    }

    @Override
    public int block() {
        return BLOCK;
    }

    @Override
    public int window() {
        return (int) (position(BLOCK) + 1) + phases[0].length;
    }

    /** The input sample at or before an output sample. */
    private long position(long output) {
        return output * whole + output / period * rest + Long.divideUnsigned(output % period * rest, period);
    }

    @Override
    public long start(long block) {
        return position(block * BLOCK) - before;
    }

    @Override
    public long needed(long count) {
        return position(count - 1) + phases[0].length - before;
    }

    @Override
    public Filter filter() {
        return this::apply;
    }

    private void apply(long block, float[] window, float[] result) {
        int start = 0;
        long position = Long.remainderUnsigned(block * BLOCK % period * rest, period);
        for (int m = 0; m < BLOCK; m++) {
            result[m] = value(window, start, position);
            start += (int) whole;
            position += rest;
            if (position >= period) {
                position -= period;
                start++;
            }
        }
    }

    private float value(float[] window, int start, long position) {
        int phase = (int) (position >> bits);
        float share = (float) (position - ((long) phase << bits)) / (1L << bits);
        float value = dot(phases[phase], window, start);
        return share == 0 ? value : value + share * (dot(phases[phase + 1], window, start) - value);
    }

    /** The sum of {@code h[i] * window[start + i]}. */
    private static float dot(float[] h, float[] window, int start) {
        float sum = 0;
        for (int i = 0; i < h.length; i++) {
            sum += h[i] * window[start + i];
        }
        return sum;
    }
}
