package io.github.jukelab.signal;

/**
 * Finds how much of each value of a transform is harmonic, for some frames at a time: the soft mask of the magnitudes'
 * running medians along time and along frequency, as {@link MedianFilter} and {@link Mask#soft} give it for all frames.
 */
final class HarmonicShares {

    /** Frames before and after a frame that its medians need. */
    static final int REACH = 15;

    private static final int WINDOW = 2 * REACH + 1;
    /** Floats in a cache line: so many frames are turned to rows or back at once. */
    private static final int CACHE_LINE = 16;

    /** The magnitudes of some bins, then their medians along time, [frame][bin]. */
    private final float[][] tile;

    private final RunningMedian alongTime;
    private final RunningMedian alongFrequency;
    /** The medians along time, then the shares, [bin][frame]. */
    private final float[][] shares;

    private float[] spare;

    /** For up to {@code block} frames at once. */
    HarmonicShares(int bins, int block) {
        int columns = MedianFilter.lanes(bins);
        this.tile = new float[block + 2 * REACH][columns];
        this.alongTime = new RunningMedian(WINDOW, columns);
        this.alongFrequency = new RunningMedian(WINDOW, block);
        this.shares = new float[bins][block];
        this.spare = new float[block];
    }

    /**
     * The shares of some frames.
     *
     * @param magnitude shape [bin][column]; the frames begin at column {@link #REACH}
     * @param sources the columns of all frames that are needed, from {@link #REACH} before the first frame to as many
     *     after the last
     * @return from 0 to 1, shape [bin][frame]; overwritten by the next call
     */
    float[][] of(float[][] magnitude, int[] sources) {
        int columns = tile[0].length;
        for (int low = 0; low < magnitude.length; low += columns) {
            findMedians(magnitude, sources, low, Math.min(columns, magnitude.length - low));
        }
        alongFrequency.forEach(magnitude, REACH, 0, magnitude.length, (k, medians) -> {
            Mask.share(shares[k], medians, spare);
            float[] row = shares[k];
            shares[k] = spare;
            spare = row;
        });
        return shares;
    }

    /** The medians along time of some bins. */
    private void findMedians(float[][] magnitude, int[] sources, int low, int width) {
        for (int from = 0; from < sources.length; from += CACHE_LINE) {
            for (int k = 0; k < width; k++) {
                for (int p = from; p < Math.min(sources.length, from + CACHE_LINE); p++) {
                    tile[p][k] = magnitude[low + k][sources[p]];
                }
            }
        }
        int end = sources.length - REACH;
        // The medians replace a frame that no later window holds.
        alongTime.forEach(tile, 0, REACH, end, (p, medians) -> System.arraycopy(medians, 0, tile[p - REACH], 0, width));
        for (int from = 0; from < end - REACH; from += CACHE_LINE) {
            for (int k = 0; k < width; k++) {
                for (int t = from; t < Math.min(end - REACH, from + CACHE_LINE); t++) {
                    shares[low + k][t] = tile[t][k];
                }
            }
        }
    }
}
