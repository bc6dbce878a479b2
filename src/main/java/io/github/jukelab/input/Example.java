package io.github.jukelab.input;

import io.github.jukelab.signal.Spectrogram;
import java.util.Optional;

/**
 * One tensor for a network, with its label if that is known.
 *
 * @param id unique among its examples, such as {@code blues.00000.3}
 * @param track id of the track it was cut from, such as {@code blues.00000}
 * @param label the true label; empty for a recording whose label is to be predicted
 * @param shape the tensor's shape
 * @param values channel by channel, row by row: index {@code (channel * height + row) * width + column}; finite; copied
 *     in and out
 */
public record Example(String id, String track, Optional<String> label, Shape shape, float[] values) {

    /**
     * Copies and checks the values.
     *
     * @param id unique among its examples
     * @param track its track's id
     * @param label the true label, if known
     * @param shape the tensor's shape
     * @param values the number of values that the shape has
     * @throws IllegalArgumentException if the number of values is not that of the shape, or one is not finite
     */
    public Example {
        values = values.clone();
        if (values.length != shape.values()) {
            throw new IllegalArgumentException(
                    id + " of shape " + shape + " must have " + shape.values() + " values, got " + values.length);
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("values of " + id + " must be finite, got " + value);
            }
        }
    }

    /**
     * A labelled example.
     *
     * @param id unique among its examples
     * @param track its track's id
     * @param label the true label
     * @param shape the tensor's shape
     * @param values the number of values that the shape has
     * @throws IllegalArgumentException if the number of values is not that of the shape, or one is not finite
     */
    public Example(String id, String track, String label, Shape shape, float[] values) {
        this(id, track, Optional.of(label), shape, values);
    }

    /**
     * A labelled example of one channel: bins are rows, frames are columns, in the spectrogram's own unit.
     *
     * @param id unique among its examples
     * @param track its track's id
     * @param label the true label
     * @param spectrogram the network's input
     * @return the example
     */
    public static Example of(String id, String track, String label, Spectrogram spectrogram) {
        return new Example(
                id, track, label, new Shape(1, spectrogram.bins(), spectrogram.frames()), spectrogram.values());
    }

    /**
     * A labelled example that is a row of numbers, such as a track's features. Networks train badly on numbers of very
     * different size: standardise them first, with the means and standard deviations of the training set.
     *
     * @param id unique among its examples
     * @param track its track's id
     * @param label the true label
     * @param values at least one, finite; rounded to float
     * @return the example
     * @throws IllegalArgumentException if there is no value, or one is not finite
     */
    public static Example of(String id, String track, String label, double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return new Example(id, track, label, Shape.row(values.length), rounded);
    }

    /**
     * The tensor's values.
     *
     * @return a copy
     */
    @Override
    public float[] values() {
        return values.clone();
    }

    @Override
    public String toString() {
        return "Example[" + id + ", " + label.orElse("no label") + ", " + shape + "]";
    }
}
