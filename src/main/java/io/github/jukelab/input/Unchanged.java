package io.github.jukelab.input;

import java.util.random.RandomGenerator;

/** No augmentation. */
record Unchanged() implements Augmentation {

    @Override
    public void apply(float[] values, Shape shape, RandomGenerator random) {}

    @Override
    public String toString() {
        return "no augmentation";
    }
}
