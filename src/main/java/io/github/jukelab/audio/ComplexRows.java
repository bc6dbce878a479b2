package io.github.jukelab.audio;

/**
 * Complex numbers, shape [row, {@link #LANES}]. Rows 2k and 2k + 1 lie one after the other in the arrays {@code re[k]}
 * and {@code im[k]}, so that a loop over both is long.
 *
 * <p>The JVM turns a loop into vector instructions only if all its arrays have the same index, apart from constants,
 * and if it loads before it stores. The form of a product matters too: with the signs exchanged, {@code p = x * cos + y
 * * sin} and {@code q = y * cos - x * sin}, a transform took four times as long. Measure after a change.
 */
record ComplexRows(float[][] re, float[][] im) {

    /** Numbers in a row. */
    static final int LANES = 64;

    /** Zeros; the number of rows is even. */
    static ComplexRows of(int rows) {
        return new ComplexRows(new float[rows / 2][2 * LANES], new float[rows / 2][2 * LANES]);
    }

    /** The index of a number in its row's array. */
    static int index(int row, int column) {
        return row % 2 * LANES + column;
    }

    /** Sets a row to the same row of {@code other}, which may be this, times {@code g + i h}. */
    void product(int row, ComplexRows other, float g, float h) {
        product(re[row / 2], im[row / 2], other.re[row / 2], other.im[row / 2], index(row, 0), g, h);
    }

    private static void product(float[] toRe, float[] toIm, float[] re, float[] im, int from, float g, float h) {
        for (int i = from; i < from + LANES; i++) {
            float x = re[i];
            float y = im[i];
            toRe[i] = x * g - y * h;
            toIm[i] = x * h + y * g;
        }
    }

    /** Adds to a row the same row of {@code other} times {@code g + i h}. */
    void add(int row, ComplexRows other, float g, float h) {
        add(re[row / 2], im[row / 2], other.re[row / 2], other.im[row / 2], index(row, 0), g, h);
    }

    private static void add(float[] sumRe, float[] sumIm, float[] re, float[] im, int from, float g, float h) {
        for (int i = from; i < from + LANES; i++) {
            float x = re[i];
            float y = im[i];
            float u = sumRe[i];
            float v = sumIm[i];
            sumRe[i] = u + (x * g - y * h);
            sumIm[i] = v + (x * h + y * g);
        }
    }

    /** Row a becomes a + w b and row b becomes a - w b, with {@code w = cos + i sin}; a and b are both even or both odd. */
    void butterfly(int a, int b, float cos, float sin) {
        int from = index(a, 0);
        butterfly(re[a / 2], im[a / 2], re[b / 2], im[b / 2], from, from + LANES, cos, sin);
    }

    /** The same for rows a and b and for rows a + 1 and b + 1; a and b are even. */
    void butterflies(int a, int b, float cos, float sin) {
        butterfly(re[a / 2], im[a / 2], re[b / 2], im[b / 2], 0, 2 * LANES, cos, sin);
    }

    private static void butterfly(
            float[] aRe, float[] aIm, float[] bRe, float[] bIm, int from, int to, float cos, float sin) {
        for (int i = from; i < to; i++) {
            float x = bRe[i];
            float y = bIm[i];
            float u = aRe[i];
            float v = aIm[i];
            float p = x * cos - y * sin;
            float q = x * sin + y * cos;
            aRe[i] = u + p;
            aIm[i] = v + q;
            bRe[i] = u - p;
            bIm[i] = v - q;
        }
    }

    /** The same for rows a and a + 1; a is even. */
    void pairButterfly(int a, float cos, float sin) {
        pairButterfly(re[a / 2], im[a / 2], cos, sin);
    }

    private static void pairButterfly(float[] re, float[] im, float cos, float sin) {
        for (int i = 0; i < LANES; i++) {
            float x = re[i + LANES];
            float y = im[i + LANES];
            float u = re[i];
            float v = im[i];
            float p = x * cos - y * sin;
            float q = x * sin + y * cos;
            re[i] = u + p;
            im[i] = v + q;
            re[i + LANES] = u - p;
            im[i + LANES] = v - q;
        }
    }
}
