package io.github.jukelab.network;

import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.StandardScaler;

/** Some examples as one block of numbers, for an {@link Engine}. It is filled again and again: not to be kept. */
public final class Batch {

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

    /**
     * The number of examples.
     *
     * @return at least 1
     */
    public int size() {
        return size;
    }

    /**
     * The shape of one example.
     *
     * @return channels, height, width
     */
    public Shape shape() {
        return examples.shape();
    }

    /**
     * The number of labels.
     *
     * @return at least 2
     */
    public int classes() {
        return examples.labels().size();
    }

    /**
     * The values, example by example, each channel by channel and row by row.
     *
     * @return not a copy, not to be changed; what is behind the last of the {@link #size} examples does not count
     */
    public float[] features() {
        return features;
    }

    /**
     * The index of an example's label.
     *
     * @param index of the example, from 0
     * @return -1 if it has none
     */
    public int label(int index) {
        return labels[index];
    }

    @Override
    public String toString() {
        return "Batch[" + size + " examples of shape " + shape() + "]";
    }

    /** Applied to an example's values before normalisation. */
    @FunctionalInterface
    interface Transform {
        /** Changes nothing. */
        Transform NONE = values -> {};

        void apply(float[] values);
    }
}
