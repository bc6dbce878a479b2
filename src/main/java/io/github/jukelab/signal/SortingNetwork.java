package io.github.jukelab.signal;

/**
 * Sorts rows lane by lane: afterwards, in every lane (index in the rows), the first row holds the smallest value and
 * the last row the largest. The exchanges do not depend on the values, so each works on two whole rows without a
 * branch, many lanes per instruction.
 */
final class SortingNetwork {

    private SortingNetwork() {}

    /** Sorts any number of rows: Batcher's merge exchange (Knuth, volume 3, algorithm 5.2.2 M). */
    static void sort(float[][] rows) {
        int top = Integer.highestOneBit(rows.length - 1);
        for (int p = top; p > 0; p /= 2) {
            exchangeAll(rows, p, 0, p);
            for (int q = top; q > p; q /= 2) {
                exchangeAll(rows, p, p, q - p);
            }
        }
    }

    private static void exchangeAll(float[][] rows, int p, int remainder, int distance) {
        for (int i = 0; i + distance < rows.length; i++) {
            if ((i & p) == remainder) {
                exchange(rows[i], rows[i + distance]);
            }
        }
    }

    /** Sorts rows, a power of 2 of them, whose values fall and then rise, or the reverse. */
    static void sortBitonic(float[][] rows) {
        for (int distance = rows.length / 2; distance > 0; distance /= 2) {
            exchangeAll(rows, distance, 0, distance);
        }
    }

    private static void exchange(float[] first, float[] second) {
        for (int lane = 0; lane < first.length; lane++) {
            float a = first[lane];
            float b = second[lane];
            first[lane] = Math.min(a, b);
            second[lane] = Math.max(a, b);
        }
    }

    /** The smaller of two values in each lane. */
    static void min(float[] a, float[] b, float[] smaller) {
        for (int lane = 0; lane < smaller.length; lane++) {
            smaller[lane] = Math.min(a[lane], b[lane]);
        }
    }

    /** The larger of two values in each lane. */
    static void max(float[] a, float[] b, float[] larger) {
        for (int lane = 0; lane < larger.length; lane++) {
            larger[lane] = Math.max(a[lane], b[lane]);
        }
    }
}
