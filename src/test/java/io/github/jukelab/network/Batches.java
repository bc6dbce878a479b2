package io.github.jukelab.network;

import io.github.jukelab.input.Examples;
import io.github.jukelab.input.StandardScaler;
import java.util.stream.IntStream;

/** Batches for tests of engines in other rooms. */
public final class Batches {

    private Batches() {}

    /** All examples, in order. */
    public static Batch of(Examples examples) {
        Batch batch = new Batch(examples, StandardScaler.NONE, examples.size());
        batch.fill(IntStream.range(0, examples.size()).toArray(), 0, examples.size(), Batch.Transform.NONE);
        return batch;
    }
}
