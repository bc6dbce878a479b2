package io.github.jukelab.network;

import java.util.random.RandomGenerator;

/** Changes an example a little each time it is seen, so that the network cannot learn it by heart. */
@FunctionalInterface
public interface Augmentation {

    /** Changes nothing. */
    Augmentation NONE = (values, shape, random) -> {};

    /**
     * Changes one example in place, before normalisation.
     *
     * @param values the example's values, channel by channel, row by row, in their own unit
     * @param shape their shape
     * @param random the only source of chance
     */
    void apply(float[] values, Shape shape, RandomGenerator random);
}
