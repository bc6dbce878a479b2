package io.github.jukelab.input;

import java.util.random.RandomGenerator;

/**
 * Two augmentations in turn.
 *
 * @param first what happens to an example
 * @param next what happens to what the first leaves
 */
record Composed(Augmentation first, Augmentation next) implements Augmentation {

    @Override
    public void apply(float[] values, Shape shape, RandomGenerator random) {
        first.apply(values, shape, random);
        next.apply(values, shape, random);
    }

    @Override
    public String toString() {
        return first + ", then " + next;
    }
}
