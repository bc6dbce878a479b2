package io.github.jukelab.check;

/**
 * How loud a sound is.
 *
 * @param peak the largest distance of a sample from the middle between the highest and the lowest; full scale is 1
 * @param flatTops how often the sound stays at its highest or lowest sample for three samples or more
 * @param flatShare the share of samples at which it does, from 0 to 1
 */
record Level(float peak, long flatTops, double flatShare) {

    /** -60 dB of full scale. */
    private static final float SILENCE = 0.001f;

    private static final int FEWEST_TOPS = 10;
    private static final double LEAST_SHARE = 1e-4;

    boolean isSilent() {
        return peak < SILENCE;
    }

    boolean isClipped() {
        return flatTops >= FEWEST_TOPS && flatShare >= LEAST_SHARE;
    }
}
