package io.github.jukelab.audio;

/**
 * Fourier transforms of many complex signals at once; their length is a power of two. Every step works on whole rows of
 * {@link ComplexRows}, on two at once if they have the same factor.
 *
 * <p>By decimation in time (J. W. Cooley, J. W. Tukey, An algorithm for the machine calculation of complex Fourier
 * series, 1965): forward from natural to bit-reversed order, back from bit-reversed to natural order. Products of
 * spectra do not depend on the order.
 */
final class BatchFft {

    private final int size;
    private final float[] cos;
    private final float[] sin;
    private final int[] reversed;

    /**
     * Prepares transforms of one size.
     *
     * @param size length of the signals, a power of two, at least 4
     */
    BatchFft(int size) {
        this.size = size;
        int half = size / 2;
        cos = new float[half];
        sin = new float[half];
        reversed = new int[half];
        for (int k = 0; k < half; k++) {
            cos[k] = (float) Math.cos(Math.PI * k / half);
            sin[k] = (float) Math.sin(Math.PI * k / half);
            reversed[k] = Integer.reverse(k) >>> Integer.numberOfLeadingZeros(half) + 1;
        }
    }

    /** Transforms signals to spectra in bit-reversed order, in place. */
    void forward(ComplexRows rows) {
        forward(rows, 0, size / 2);
    }

    /** Recursive, from large blocks to the small ones within them: small ones stay in the processor's cache. */
    private void forward(ComplexRows rows, int block, int half) {
        int start = block * 2 * half;
        int angle = reversed[block];
        if (half == 1) {
            rows.pairButterfly(start, cos[angle], -sin[angle]);
            return;
        }
        for (int row = start; row < start + half; row += 2) {
            rows.butterflies(row, row + half, cos[angle], -sin[angle]);
        }
        forward(rows, 2 * block, half / 2);
        forward(rows, 2 * block + 1, half / 2);
    }

    /** Transforms spectra in bit-reversed order to signals times their length, in place. */
    void inverse(ComplexRows rows) {
        inverse(rows, 0, size / 2);
    }

    private void inverse(ComplexRows rows, int start, int half) {
        if (half == 1) {
            rows.pairButterfly(start, 1, 0);
            return;
        }
        inverse(rows, start, half / 2);
        inverse(rows, start + half, half / 2);
        for (int k = 0; k < half; k++) {
            int angle = k * (size / 2 / half);
            rows.butterfly(start + k, start + k + half, cos[angle], sin[angle]);
        }
    }
}
