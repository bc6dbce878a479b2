package io.github.jukelab.network;

import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.StandardScaler;

/** Some examples as one block of numbers, read again and again into the same memory. */
final class Batch {

    private final Examples examples;
    private final StandardScaler normalisation;
    private final float[] example;
    private final float[] features;
    private final int[] labels;
    private int size;

    /** For at most a number of examples at a time. */
    Batch(Examples examples, StandardScaler normalisation, int capacity) {
        this.examples = examples;
        this.normalisation = normalisation;
        this.example = new float[examples.shape().values()];
        this.features = new float[capacity * example.length];
        this.labels = new int[capacity];
    }

    /** Reads the examples {@code rows[from]} to {@code rows[to - 1]}. */
    void fill(int[] rows, int from, int to, Transform transform) {
        size = to - from;
        for (int i = 0; i < size; i++) {
            int row = rows[from + i];
            examples.read(row, example);
            transform.apply(example);
            normalisation.apply(example);
            System.arraycopy(example, 0, features, i * example.length, example.length);
            labels[i] = examples.label(row).orElse(-1);
        }
    }

    int size() {
        return size;
    }

    Shape shape() {
        return examples.shape();
    }

    int classes() {
        return examples.labels().size();
    }

    /** Example by example; those after {@link #size} are older. Not to be changed. */
    float[] features() {
        return features;
    }

    /** The index of an example's label; -1 if it has none. */
    int label(int index) {
        return labels[index];
    }

    /** Applied to an example's values before normalisation. */
    @FunctionalInterface
    interface Transform {
        /** Changes nothing. */
        Transform NONE = values -> {};

        void apply(float[] values);
    }
}
