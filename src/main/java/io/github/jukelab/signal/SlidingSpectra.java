package io.github.jukelab.signal;

import java.util.Arrays;

/**
 * Computes what overlapping frames have in common only once: first the bin of every chunk of {@code hop} samples, from
 * these the bin of every two neighbouring chunks, of every four, and so on up to a frame. Faster if a frame has many
 * hops and few bins are needed.
 */
final class SlidingSpectra implements BandSpectra {

    /** Samples processed at a time: few enough to stay in the cache. */
    private static final int BLOCK_SAMPLES = 32_768;

    private final float[] padded;
    private final int nFft;
    private final int hop;
    private final int overlap;
    private final double[] cosines;
    /** Sums of the two samples at the same distance from a chunk's middle, outermost first, [distance][chunk]. */
    private final double[][] sums;
    /** The later of the two samples minus the earlier. */
    private final double[][] differences;

    private final ComplexRow row;
    private final ComplexRow later;
    private int count;

    SlidingSpectra(float[] sound, int nFft, int hop) {
        this.padded = new float[sound.length + nFft];
        System.arraycopy(sound, 0, padded, nFft / 2, sound.length);
        this.nFft = nFft;
        this.hop = hop;
        this.overlap = nFft / hop - 1;
        this.cosines = new double[2 * nFft];
        Arrays.setAll(cosines, i -> Math.cos(Math.PI * i / nFft));
        this.sums = new double[hop / 2][block() + overlap];
        this.differences = new double[hop / 2][block() + overlap];
        this.row = ComplexRow.of(block() + overlap);
        this.later = ComplexRow.of(block() + overlap);
    }

    /** Whether frames of this size, a power of two, have at least 8 hops, and the hop is a multiple of 8. */
    static boolean suits(int nFft, int hop) {
        return nFft % hop == 0 && nFft / hop >= 8 && hop % 8 == 0;
    }

    @Override
    public int block() {
        return BLOCK_SAMPLES / hop;
    }

    @Override
    public void load(int first, int count) {
        this.count = count;
        for (int s = 0; s < count + overlap; s++) {
            int start = (first + s) * hop;
            int last = start + hop - 1;
            for (int i = 0; i < hop / 2; i++) {
                double before = padded[start + i];
                double after = padded[last - i];
                sums[i][s] = after + before;
                differences[i][s] = after - before;
            }
        }
    }

    @Override
    public ComplexRow bin(int bin) {
        int chunks = count + overlap;
        transformChunks(bin, chunks);
        for (int length = hop; length < nFft; length *= 2) {
            int next = length / hop;
            chunks -= next;
            System.arraycopy(row.real(), next, later.real(), 0, chunks);
            System.arraycopy(row.imaginary(), next, later.imaginary(), 0, chunks);
            join(row, later, cos(bin * length), sin(bin * length), chunks);
        }
        row.rotate(cos(2 * bin), sin(2 * bin), count);
        return row;
    }

    /** The cosine of an angle in units of pi / nFft. */
    private double cos(int angle) {
        return cosines[Math.floorMod(angle, cosines.length)];
    }

    private double sin(int angle) {
        return cos(angle - nFft / 2);
    }

    /** Phases refer to the middle of a chunk, {@code (hop - 1) / 2 - i} samples from the pair {@code i}. */
    private void transformChunks(int bin, int chunks) {
        row.clear();
        for (int i = 0; i < hop / 2; i += 4) {
            int a = bin * (hop - 1 - 2 * i);
            int b = a - 2 * bin;
            int c = b - 2 * bin;
            int d = c - 2 * bin;
            addFour(row.real(), sums, i, cos(a), cos(b), cos(c), cos(d), chunks);
            addFour(row.imaginary(), differences, i, -sin(a), -sin(b), -sin(c), -sin(d), chunks);
        }
    }

    private static void addFour(
            double[] sum, double[][] rows, int first, double a, double b, double c, double d, int chunks) {
        double[] w = rows[first];
        double[] x = rows[first + 1];
        double[] y = rows[first + 2];
        double[] z = rows[first + 3];
        for (int s = 0; s < chunks; s++) {
            sum[s] += a * w[s] + b * x[s] + (c * y[s] + d * z[s]);
        }
    }

    /** Joins a chunk and a later one; phases then refer to the middle of both. */
    private static void join(ComplexRow row, ComplexRow later, double cos, double sin, int chunks) {
        double[] real = row.real();
        double[] imaginary = row.imaginary();
        double[] laterReal = later.real();
        double[] laterImaginary = later.imaginary();
        for (int s = 0; s < chunks; s++) {
            double re = real[s];
            double im = imaginary[s];
            real[s] = cos * (re + laterReal[s]) - sin * (im - laterImaginary[s]);
            imaginary[s] = cos * (im + laterImaginary[s]) + sin * (re - laterReal[s]);
        }
    }
}
