package io.github.jukelab.audio;

import io.github.jukelab.Progress;

/**
 * A short filter for any ratio, by direct sums: {@code y[m] = sum over k of x[k] h(m step - k)}, where {@code step} is
 * the number of input samples per output sample. {@code h} has {@code phases} values per input sample and is
 * interpolated linearly between them.
 */
final class PolyphaseStage implements Stage {

    private final float[][] phases;
    private final int before;
    private final long step;
    private final int bits;

    /**
     * A filter with the given coefficients.
     *
     * @param taps an odd number of coefficients, {@code h(0)} in the middle
     * @param phases values of {@code h} per input sample
     * @param step input samples per output sample, times {@code phases} times 2 to the power of {@code bits}
     * @param bits binary digits of a position between two values of {@code h}; 0 if every sample falls on a value
     */
    PolyphaseStage(double[] taps, int phases, long step, int bits) {
        this.step = step;
        this.bits = bits;
        int middle = taps.length / 2;
        this.before = middle / phases;
        this.phases = new float[phases + 1][before + (middle + phases) / phases + 1];
        for (int phase = 0; phase <= phases; phase++) {
            float[] row = this.phases[phase];
            for (int i = 0; i < row.length; i++) {
                int at = middle + phase + (before - i) * phases;
                row[i] = at < 0 || at >= taps.length ? 0 : (float) taps[at];
            }
        }
    }

    @Override
    public int needed(int count) {
        return Math.toIntExact((long) ((count - 1.0) * step / period()) + phases[0].length - before + 1);
    }

    private long period() {
        return (phases.length - 1L) << bits;
    }

    @Override
    public float[] apply(float[] samples, int count) {
        float[] result = new float[count];
        long period = period();
        int whole = (int) (step / period);
        long rest = step % period;
        int start = -before;
        long position = 0;
        for (int m = 0; m < count; m++) {
            if (m % (1 << 16) == 0) {
                Progress.checkInterrupted();
            }
            result[m] = value(samples, start, position);
            start += whole;
            position += rest;
            if (position >= period) {
                position -= period;
                start++;
            }
        }
        return result;
    }

    private float value(float[] samples, int start, long position) {
        int phase = (int) (position >> bits);
        float share = (float) (position - ((long) phase << bits)) / (1L << bits);
        float value = dot(phases[phase], samples, start);
        return share == 0 ? value : value + share * (dot(phases[phase + 1], samples, start) - value);
    }

    /** The sum of {@code h[i] * samples[start + i]} over the existing samples. */
    private static float dot(float[] h, float[] samples, int start) {
        float sum = 0;
        int end = Math.min(h.length, samples.length - start);
        for (int i = Math.max(0, -start); i < end; i++) {
            sum += h[i] * samples[start + i];
        }
        return sum;
    }
}
