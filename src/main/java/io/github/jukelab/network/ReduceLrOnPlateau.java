package io.github.jukelab.network;

import static io.github.jukelab.Phrases.number;

import java.util.List;

/**
 * Reduces the learning rate when the validation loss stops improving; Keras' {@code ReduceLROnPlateau}.
 *
 * @param factor the rate is multiplied by it, in (0, 1]; 1 never changes the rate
 * @param patience epochs without improvement before the rate is reduced, at least 1
 * @param cooldown epochs after a reduction that are not counted, at least 0
 * @param minDelta smaller improvements do not count, at least 0
 * @param minRate minimum rate, at least 0
 */
public record ReduceLrOnPlateau(double factor, int patience, int cooldown, double minDelta, double minRate) {

    /** Never changes the rate. */
    public static final ReduceLrOnPlateau NONE = new ReduceLrOnPlateau(1, 1, 0, 0, 0);

    /** The article's (004): factor 0.95, patience 3, cooldown 2, minimum improvement 1e-4, minimum rate 1e-5. */
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
     * The learning rate after some epochs.
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

    /** With Keras' names. */
    @Override
    public String toString() {
        return factor == 1
                ? "constant"
                : "ReduceLROnPlateau(factor " + number(factor) + ", patience " + patience + ", cooldown " + cooldown
                        + ", min_delta " + number(minDelta) + ", min_lr " + number(minRate) + ")";
    }
}
