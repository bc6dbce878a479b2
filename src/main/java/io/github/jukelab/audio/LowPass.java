package io.github.jukelab.audio;

import io.github.jukelab.SpecialFunctions;

/**
 * A linear-phase low-pass filter: a sinc under a Kaiser window.
 *
 * <p>The window's shape and the number of coefficients follow from the attenuation of the stop band and the width of
 * the transition. The formulas are fitted to soxr's values for attenuations from 126 to 146 dB: within 1e-6 where the
 * transition is narrow (0.0225 of its frequency), within 0.01 elsewhere.
 *
 * @param cutoff the frequency in the middle of the transition, as a share of the Nyquist frequency
 * @param halfWidth half the transition's width, likewise
 * @param beta the Kaiser window's shape parameter
 */
record LowPass(double cutoff, double halfWidth, double beta) {

    /**
     * The filter that keeps frequencies below {@code pass} and removes those above {@code stop}, both as shares of the
     * Nyquist frequency.
     *
     * @param attenuation of the stop band, in dB
     */
    static LowPass of(double pass, double stop, double attenuation) {
        double halfWidth = Math.min((stop - pass) / 2, stop / 2);
        double cutoff = stop - halfWidth;
        return new LowPass(cutoff, halfWidth, beta(attenuation - 132, halfWidth / cutoff / 2));
    }

    private static double beta(double excess, double width) {
        double narrow = 13.66065 + 0.111535 * excess + 1.115e-5 * excess * excess;
        double wide = 14.00642 + 0.11537 * excess;
        double share = Math.max(0.11 * log2(width / 0.0225), 1 + 0.73 * log2(width / 0.256));
        return narrow + Math.min(Math.max(share, 0), 1) * (wide - narrow);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /** The number of coefficients that the filter needs. */
    int length() {
        return (int) Math.ceil(0.63667 * beta / halfWidth + 1);
    }

    /**
     * The filter's coefficients.
     *
     * @param length their number, odd
     * @param margin how far beyond the last coefficient the window ends
     * @param gain their sum
     */
    double[] taps(int length, double margin, double gain) {
        double[] taps = new double[length];
        double reach = length / 2 + margin;
        double scale = gain * cutoff / SpecialFunctions.i0(beta);
        for (int i = 0; i < length; i++) {
            int t = i - length / 2;
            double x = t / reach;
            taps[i] = scale * SpecialFunctions.sinc(cutoff * t) * SpecialFunctions.i0(beta * Math.sqrt(1 - x * x));
        }
        return taps;
    }
}
