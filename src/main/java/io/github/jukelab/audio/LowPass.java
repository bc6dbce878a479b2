package io.github.jukelab.audio;

/**
 * A low-pass filter, linear in phase: a sinc under a Kaiser window, its middle at the middle.
 *
 * <p>The window's shape and the number of coefficients follow from how deep the stop band shall be and how narrow the
 * transition to it; the formulas are fits to what soxr takes for depths from 126 to 146 dB, within 1e-6 where the
 * transition is narrow (0.0225 of its frequency) and 0.01 elsewhere.
 *
 * @param middle the frequency in the middle of the transition, as a share of the Nyquist frequency
 * @param halfWidth half the transition's width, likewise
 * @param shape the Kaiser window's parameter
 */
record LowPass(double middle, double halfWidth, double shape) {

    /**
     * The filter that keeps what lies below {@code pass} and removes what lies above {@code stop}, both as shares of the
     * Nyquist frequency.
     *
     * @param depth how far down the stop band is, in dB
     */
    static LowPass of(double pass, double stop, double depth) {
        double halfWidth = Math.min((stop - pass) / 2, stop / 2);
        double middle = stop - halfWidth;
        return new LowPass(middle, halfWidth, shape(depth - 132, halfWidth / middle / 2));
    }

    private static double shape(double depth, double width) {
        double narrow = 13.66065 + 0.111535 * depth + 1.115e-5 * depth * depth;
        double wide = 14.00642 + 0.11537 * depth;
        double share = Math.max(0.11 * log2(width / 0.0225), 1 + 0.73 * log2(width / 0.256));
        return narrow + Math.min(Math.max(share, 0), 1) * (wide - narrow);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /** How many coefficients the filter needs. */
    int length() {
        return (int) Math.ceil(0.63667 * shape / halfWidth + 1);
    }

    /**
     * The filter's coefficients.
     *
     * @param length how many, odd
     * @param margin how far beyond the last coefficient the window ends
     * @param gain their sum
     */
    double[] taps(int length, double margin, double gain) {
        double[] taps = new double[length];
        double reach = length / 2 + margin;
        double scale = gain * middle / bessel(shape);
        for (int i = 0; i < length; i++) {
            int t = i - length / 2;
            double x = t / reach;
            taps[i] = scale * sinc(middle * t) * bessel(shape * Math.sqrt(1 - x * x));
        }
        return taps;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** The modified Bessel function I0 by its power series. */
    private static double bessel(double x) {
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
