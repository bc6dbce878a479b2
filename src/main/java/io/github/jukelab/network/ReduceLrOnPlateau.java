package io.github.jukelab.network;

import java.util.List;

/**
 * Lowers the learning rate when the validation loss stands still; Keras' {@code ReduceLROnPlateau}.
 *
 * @param factor what the rate is multiplied by, in (0, 1]; 1 never lowers it
 * @param patience epochs without improvement before the rate is lowered, at least 1
 * @param cooldown epochs after that in which none is counted, at least 0
 * @param minDelta an improvement is more than this, at least 0
 * @param minRate the rate never falls below this, at least 0
 */
public record ReduceLrOnPlateau(double factor, int patience, int cooldown, double minDelta, double minRate) {

    /** Keeps the rate as it is. */
    public static final ReduceLrOnPlateau NONE = new ReduceLrOnPlateau(1, 1, 0, 0, 0);

    /** The article's (004): factor 0.95, patience 3, cool-down 2, least improvement 1e-4, least rate 1e-5. */
    public static final ReduceLrOnPlateau ARTICLE_004 = new ReduceLrOnPlateau(0.95, 3, 2, 1e-4, 1e-5);

    /**
     * Checks the numbers.
     *
     * @param factor in (0, 1]
     * @param patience at least 1
     * @param cooldown at least 0
     * @param minDelta at least 0
     * @param minRate at least 0
     * @throws IllegalArgumentException if one is out of its range
     */
    public ReduceLrOnPlateau {
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("factor must be in (0, 1], got " + factor);
        }
        if (patience < 1 || cooldown < 0 || !(minDelta >= 0) || !(minRate >= 0)) {
            throw new IllegalArgumentException("patience must be at least 1 and cooldown, minDelta, minRate at least 0,"
                    + " got " + patience + ", " + cooldown + ", " + minDelta + ", " + minRate);
        }
    }

    /**
     * The rate after some epochs.
     *
     * @param start the rate of the first epoch
     * @param losses validation loss of each epoch so far, first to last
     * @return the rate of the next epoch
     */
    public double rate(double start, List<Double> losses) {
        double rate = start;
        double best = Double.POSITIVE_INFINITY;
        int waited = 0;
        int cooling = 0;
        for (double loss : losses) {
            cooling = Math.max(0, cooling - 1);
            if (loss < best - minDelta) {
                best = loss;
                waited = 0;
            } else if (cooling > 0) {
                waited = 0;
            } else if (++waited >= patience) {
                rate = rate > minRate ? Math.max(rate * factor, minRate) : rate;
                waited = 0;
                cooling = cooldown;
            }
        }
        return rate;
    }
}
