package io.github.jukelab.input;

import java.util.random.RandomGenerator;

/**
 * Two augmentations, one after the other.
 *
 * @param first applied to the example
 * @param next applied to the result of the first
 */
record Composed(Augmentation first, Augmentation next) implements Augmentation {

    @Override
    public void apply(float[] values, Shape shape, RandomGenerator random) {
        first.apply(values, shape, random);
        next.apply(values, shape, random);
    }

    @Override
    public Augmentation resized(Shape from, Shape to) {
        return new Composed(first.resized(from, to), next.resized(from, to));
    }

    @Override
    public String toString() {
        return first + ", then " + next;
    }
}
