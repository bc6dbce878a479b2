package io.github.jukelab.signal;

/**
 * A ratio of two whole numbers.
 *
 * @param numerator at least 0
 * @param denominator at least 0
 */
record Ratio(int numerator, int denominator) {

    private static final double TOLERANCE = 1e-13;

    /**
     * The first convergent of a number's continued fraction with a relative error of at most 1e-13, or the last one
     * that fits in ints, if that comes first.
     *
     * @param value positive
     */
    static Ratio of(double value) {
        Ratio previous = new Ratio(1, 0);
        Ratio ratio = new Ratio((int) value, 1);
        double rest = value % 1;
        while (!ratio.isNear(value) && 1 / rest < ratio.largestFactor()) {
            Ratio next = ratio.times((int) (1 / rest)).plus(previous);
            previous = ratio;
            ratio = next;
            rest = 1 / rest % 1;
        }
        return ratio;
    }

    private boolean isNear(double value) {
        return Math.abs((double) numerator / denominator - value) <= TOLERANCE * value;
    }

    /** The largest f for which {@code (f + 1)} times either number is an int. */
    private int largestFactor() {
        return Integer.MAX_VALUE / Math.max(numerator, denominator) - 1;
    }

    private Ratio times(int factor) {
        return new Ratio(factor * numerator, factor * denominator);
    }

    private Ratio plus(Ratio other) {
        return new Ratio(numerator + other.numerator, denominator + other.denominator);
    }
}
