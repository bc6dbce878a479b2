package io.github.jukelab;

/** What low-pass filters are made of: a sinc under a Kaiser window. Named as in NumPy. */
public final class SpecialFunctions {

    private SpecialFunctions() {}

    /**
     * The normalised sinc function.
     *
     * @param x any
     * @return {@code sin(πx) / (πx)}, 1 at 0
     */
    public static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /**
     * The modified Bessel function of the first kind and order 0, by its power series.
     *
     * @param x up to some hundred, or the result is infinite
     * @return I0(x), at least 1
     */
    public static double i0(double x) {
        double quarter = x * x / 4;
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= quarter / ((double) k * k);
            sum += term;
        }
        return sum;
    }
}
