package io.github.jukelab.signal;

/**
 * Transforms all frames back at once, for powers of two from 4 on: the steps of {@link LaneFft} in reverse. First the
 * spectrum is split into those of the even and of the odd samples, which become real and imaginary parts of half as
 * many complex values. These are transformed with real and imaginary parts swapped, which turns a transform into its
 * inverse.
 *
 * <p>Radix 2, in loops over four rows that do one whole step: in float the JIT compiler makes vector instructions of
 * these without any flag, and they are faster than radix 4. Rounding adds 1e-7 of a frame's largest sample.
 */
final class LaneInverseFft extends InverseFft {

    private final int size;
    private final int half;
    private final float[] cos;
    private final float[] sin;
    /** The rows in bit-reversed order, parts swapped. */
    private final float[][] swappedReal;

    private final float[][] swappedImaginary;
    private int frames;

    LaneInverseFft(int size, int frames) {
        super(size, frames);
        this.size = size;
        this.half = size / 2;
        this.cos = new float[half];
        this.sin = new float[half];
        this.swappedReal = new float[half][];
        this.swappedImaginary = new float[half][];
        for (int k = 0; k < half; k++) {
            cos[k] = (float) Math.cos(2 * Math.PI * k / size);
            sin[k] = (float) -Math.sin(2 * Math.PI * k / size);
            int row = Integer.reverse(k) >>> (Integer.numberOfLeadingZeros(half) + 1);
            swappedReal[row] = imaginary[k];
            swappedImaginary[row] = real[k];
        }
    }

    @Override
    float[] samples(int index) {
        return index % 2 == 0 ? swappedImaginary[index / 2] : swappedReal[index / 2];
    }

    @Override
    void transform(int frames) {
        this.frames = frames;
        split();
        transform(0, half);
    }

    /** From the spectrum of all samples to that of even + i odd samples. */
    private void split() {
        splitEnds(real[0], imaginary[0], real[half], frames);
        for (int k = 1; k < half / 2; k++) {
            splitPair(real[k], imaginary[k], real[half - k], imaginary[half - k], cos[k], -sin[k], frames);
        }
        float[] middle = imaginary[half / 2];
        for (int t = 0; t < frames; t++) {
            middle[t] = -middle[t];
        }
    }

    private static void splitEnds(float[] real, float[] imaginary, float[] last, int frames) {
        for (int t = 0; t < frames; t++) {
            float a = real[t];
            float b = last[t];
            real[t] = 0.5f * (a + b);
            imaginary[t] = 0.5f * (a - b);
        }
    }

    private static void splitPair(float[] ar, float[] ai, float[] br, float[] bi, float wr, float wi, int frames) {
        for (int t = 0; t < frames; t++) {
            float evenReal = 0.5f * (ar[t] + br[t]);
            float evenImaginary = 0.5f * (ai[t] - bi[t]);
            float pr = 0.5f * (ar[t] - br[t]);
            float pi = 0.5f * (ai[t] + bi[t]);
            float oddReal = pr * wr - pi * wi;
            float oddImaginary = pr * wi + pi * wr;
            ar[t] = evenReal - oddImaginary;
            ai[t] = evenImaginary + oddReal;
            br[t] = evenReal + oddImaginary;
            bi[t] = oddReal - evenImaginary;
        }
    }

    /** The complex transform of {@code count} rows from {@code first} on. */
    private void transform(int first, int count) {
        int step = count / 2;
        if (step > 1) {
            transform(first, step);
            transform(first + step, step);
        }
        for (int k = 0; k < step; k++) {
            int a = first + k;
            int b = a + step;
            int w = k * (size / count);
            radix2(swappedReal[a], swappedImaginary[a], swappedReal[b], swappedImaginary[b], cos[w], sin[w], frames);
        }
    }

    private static void radix2(float[] ar, float[] ai, float[] br, float[] bi, float wr, float wi, int frames) {
        for (int t = 0; t < frames; t++) {
            float yr = br[t] * wr - bi[t] * wi;
            float yi = br[t] * wi + bi[t] * wr;
            float xr = ar[t];
            float xi = ai[t];
            ar[t] = xr + yr;
            ai[t] = xi + yi;
            br[t] = xr - yr;
            bi[t] = xi - yi;
        }
    }
}
