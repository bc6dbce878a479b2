package io.github.jukelab.signal;

/**
 * The natural logarithm by a table, about eight times faster than {@link Math#log}. A number is {@code 2^e m} with m
 * from 1 to 2. That range is divided into 256 intervals; with c the middle of the one that contains m,
 * {@code ln = e ln 2 + ln c + ln(1 + r)}, where {@code r = m / c - 1} is so small that four terms of the series
 * suffice.
 */
final class Logarithm {

    private static final int INDEX_BITS = 8;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final long ONE = Double.doubleToRawLongBits(1);
    private static final double LN_2 = Math.log(2);

    private static final double[] INVERSES = new double[1 << INDEX_BITS];
    private static final double[] LOGARITHMS = new double[1 << INDEX_BITS];

    static {
        for (int i = 0; i < INVERSES.length; i++) {
            double middle = 1 + (i + 0.5) / INVERSES.length;
            INVERSES[i] = 1 / middle;
            LOGARITHMS[i] = Math.log(middle);
        }
    }

    private Logarithm() {}

    /**
     * The logarithm, accurate to 1e-14.
     *
     * @param x positive, finite, and not subnormal
     */
    static double of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> MANTISSA_BITS) - Double.MAX_EXPONENT;
        int index = (int) ((bits & MANTISSA) >>> (MANTISSA_BITS - INDEX_BITS));
        double r = Double.longBitsToDouble(bits & MANTISSA | ONE) * INVERSES[index] - 1;
        return exponent * LN_2 + LOGARITHMS[index] + r * (1 - r * (1.0 / 2 - r * (1.0 / 3 - r * (1.0 / 4))));
    }
}
