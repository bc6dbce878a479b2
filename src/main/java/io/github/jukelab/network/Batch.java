package io.github.jukelab.network;

import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Normalisation;
import io.github.jukelab.input.Shape;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A batch of examples as tensors outside the heap, which are reused: ND4J frees such memory only when the garbage
 * collector runs, and a training loop, which hardly uses the heap, seldom makes it run.
 */
final class Batch implements AutoCloseable {

    private final Examples examples;
    private final Normalisation normalisation;
    private final float[] values;
    private INDArray features;
    private INDArray labels;

    Batch(Examples examples, Normalisation normalisation) {
        this.examples = examples;
        this.normalisation = normalisation;
        this.values = new float[examples.shape().values()];
        allocate(1);
    }

    /** Reads the examples {@code rows[from]} to {@code rows[to - 1]}. */
    void fill(int[] rows, int from, int to, Transform transform) {
        if (features.size(0) != to - from) {
            close();
            allocate(to - from);
        }
        labels.assign(0);
        FloatBuffer target = features.data().asNioFloat();
        for (int i = from; i < to; i++) {
            examples.read(rows[i], values);
            transform.apply(values);
            normalisation.apply(values);
            target.put(values);
            int row = i - from;
            examples.label(rows[i]).ifPresent(label -> labels.putScalar(row, label, 1));
        }
    }

    private void allocate(int size) {
        Shape shape = examples.shape();
        features = Nd4j.createUninitialized(DataType.FLOAT, size, shape.channels(), shape.height(), shape.width());
        labels = Nd4j.create(DataType.FLOAT, size, examples.labels().size());
    }

    INDArray features() {
        return features;
    }

    INDArray labels() {
        return labels;
    }

    @Override
    public void close() {
        features.close();
        labels.close();
    }

    /** Applied to an example's values before normalisation. */
    @FunctionalInterface
    interface Transform {
        /** Changes nothing. */
        Transform NONE = values -> {};

        void apply(float[] values);
    }
}
