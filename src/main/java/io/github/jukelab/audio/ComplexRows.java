package io.github.jukelab.audio;

import java.util.Arrays;

/** Complex numbers, shape [row, column]. All arithmetic is on whole rows, in short loops that the JVM vectorises. */
final class ComplexRows {

    final float[][] re;
    final float[][] im;

    ComplexRows(int rows, int columns) {
        re = new float[rows][columns];
        im = new float[rows][columns];
    }

    int count() {
        return re.length;
    }

    /** Row a becomes a + w b and row b becomes a - w b, with {@code w = cos + i sin}. */
    void butterfly(int a, int b, float cos, float sin) {
        if (cos != 1) {
            rotate(re[b], im[b], cos, sin);
        }
        sumAndDifference(re[a], re[b]);
        sumAndDifference(im[a], im[b]);
    }

    private static void rotate(float[] re, float[] im, float cos, float sin) {
        for (int i = 0; i < re.length; i++) {
            float x = re[i];
            float y = im[i];
            re[i] = x * cos - y * sin;
            im[i] = x * sin + y * cos;
        }
    }

    private static void sumAndDifference(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            float x = a[i];
            float y = b[i];
            a[i] = x + y;
            b[i] = x - y;
        }
    }

    /**
     * Sets this to the product of spectra and the spectrum in one column of {@code filters}, all in bit-reversed order.
     * If the spectra have n times as many rows as this, each n successive rows are added, so that only every nth sample
     * of the signals is left.
     */
    void product(ComplexRows spectra, ComplexRows filters, int column) {
        int fold = spectra.count() / count();
        for (int row = 0; row < spectra.count(); row++) {
            float real = filters.re[row][column];
            float imaginary = filters.im[row][column];
            if (row % fold == 0) {
                Arrays.fill(re[row / fold], 0);
                Arrays.fill(im[row / fold], 0);
            }
            add(re[row / fold], spectra.re[row], real, spectra.im[row], -imaginary);
            add(im[row / fold], spectra.im[row], real, spectra.re[row], imaginary);
        }
    }

    private static void add(float[] sum, float[] a, float g, float[] b, float h) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += g * a[i] + h * b[i];
        }
    }
}
