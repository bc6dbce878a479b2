package io.github.jukelab.network;

import io.github.jukelab.Require;
import io.github.jukelab.input.Shape;
import java.util.Locale;

/**
 * One layer of an {@link Architecture}, named and set as in Keras, so that an architecture can be read beside an
 * article line by line.
 *
 * <p>Example: {@code new Conv2D(16, 3)}, {@code Pooling2D.max(2)}, {@code new Dropout(0.25)}
 */
public sealed interface Layer {

    /** What a layer applies to its sums. */
    enum Activation {
        /** Leaves them as they are. */
        LINEAR,
        /** Zero for negative sums. */
        RELU;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a convolution does at the edges. */
    enum Padding {
        /** Pads with zeros: at stride 1 the output has the size of the input. */
        SAME,
        /** Does not pad: the output is smaller. */
        VALID;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a pooling layer keeps of a square. */
    enum Pooling {
        /** The maximum. */
        MAX,
        /** The mean. */
        AVERAGE
    }

    /**
     * The shape of its output.
     *
     * @param input shape of its input
     * @return shape of its output; single values are channels of 1 x 1
     * @throws IllegalArgumentException if the input is too small
     */
    Shape output(Shape input);

    /**
     * The number of its parameters, including the means and variances of batch normalisation.
     *
     * @param input shape of its input
     * @return 0 if it has none
     */
    default long parameters(Shape input) {
        return 0;
    }

    /**
     * Its settings, with Keras' names.
     *
     * @return such as {@code filters 32, kernel 3 x 3, strides 2, padding same, relu}; empty if it has none
     */
    default String settings() {
        return "";
    }

    /**
     * A convolution with square kernels and a bias.
     *
     * @param filters channels of the output, at least 1
     * @param kernel height and width of a kernel, at least 1
     * @param stride rows and columns from one position to the next, at least 1
     * @param padding what happens at the edges
     * @param activation applied to the sums
     */
    record Conv2D(int filters, int kernel, int stride, Padding padding, Activation activation) implements Layer {

        /**
         * Checks the numbers.
         *
         * @param filters at least 1
         * @param kernel at least 1
         * @param stride at least 1
         * @param padding what happens at the edges
         * @param activation applied to the sums
         * @throws IllegalArgumentException if a number is less than 1
         */
        public Conv2D {
            Require.atLeast("filters", 1, filters);
            Require.atLeast("kernel", 1, kernel);
            Require.atLeast("stride", 1, stride);
        }

        /**
         * At every position, edges padded with zeros, rectified.
         *
         * @param filters channels of the output, at least 1
         * @param kernel height and width of a kernel, at least 1
         * @throws IllegalArgumentException if a number is less than 1
         */
        public Conv2D(int filters, int kernel) {
            this(filters, kernel, 1, Padding.SAME, Activation.RELU);
        }

        /**
         * The same with another stride.
         *
         * @param stride at least 1
         * @return a copy
         * @throws IllegalArgumentException if it is less than 1
         */
        public Conv2D withStride(int stride) {
            return new Conv2D(filters, kernel, stride, padding, activation);
        }

        /**
         * The same with another padding.
         *
         * @param padding what happens at the edges
         * @return a copy
         */
        public Conv2D withPadding(Padding padding) {
            return new Conv2D(filters, kernel, stride, padding, activation);
        }

        /**
         * The same with another activation.
         *
         * @param activation applied to the sums
         * @return a copy
         */
        public Conv2D withActivation(Activation activation) {
            return new Conv2D(filters, kernel, stride, padding, activation);
        }

        @Override
        public Shape output(Shape input) {
            return new Shape(filters, size(input.height()), size(input.width()));
        }

        private int size(int input) {
            return padding == Padding.SAME ? (input + stride - 1) / stride : Math.floorDiv(input - kernel, stride) + 1;
        }

        @Override
        public long parameters(Shape input) {
            long weights = Math.multiplyExact((long) input.channels() * kernel, kernel);
            return Math.multiplyExact(weights + 1, filters);
        }

        @Override
        public String settings() {
            return "filters " + filters + ", kernel " + kernel + " x " + kernel + ", strides " + stride + ", padding "
                    + padding + ", " + activation;
        }

        @Override
        public String toString() {
            return "Conv2D " + filters + ", " + kernel + " x " + kernel + (stride == 1 ? "" : ", stride " + stride)
                    + ", " + padding + ", " + activation;
        }
    }

    /**
     * One value for each square of a channel; rows and columns that fill no square are dropped.
     *
     * @param pooling which value
     * @param size height and width of a square, at least 1
     */
    record Pooling2D(Pooling pooling, int size) implements Layer {

        /**
         * Checks the size.
         *
         * @param pooling which value
         * @param size at least 1
         * @throws IllegalArgumentException if it is less than 1
         */
        public Pooling2D {
            Require.atLeast("size", 1, size);
        }

        /**
         * The maximum: Keras' {@code MaxPooling2D}.
         *
         * @param size height and width of a square, at least 1
         * @return the layer
         * @throws IllegalArgumentException if it is less than 1
         */
        public static Pooling2D max(int size) {
            return new Pooling2D(Pooling.MAX, size);
        }

        /**
         * The mean: Keras' {@code AveragePooling2D}.
         *
         * @param size height and width of a square, at least 1
         * @return the layer
         * @throws IllegalArgumentException if it is less than 1
         */
        public static Pooling2D average(int size) {
            return new Pooling2D(Pooling.AVERAGE, size);
        }

        @Override
        public Shape output(Shape input) {
            return new Shape(input.channels(), input.height() / size, input.width() / size);
        }

        @Override
        public String settings() {
            return "pool " + size + " x " + size + ", strides " + size;
        }

        @Override
        public String toString() {
            return (pooling == Pooling.MAX ? "MaxPooling2D " : "AveragePooling2D ") + size + " x " + size;
        }
    }

    /** The mean of each channel. */
    record GlobalAveragePooling2D() implements Layer {

        @Override
        public Shape output(Shape input) {
            return new Shape(input.channels(), 1, 1);
        }

        @Override
        public String toString() {
            return "GlobalAveragePooling2D";
        }
    }

    /** Standardises each channel over the batch; in prediction with the means and variances of the training. */
    record BatchNormalization() implements Layer {

        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public long parameters(Shape input) {
            return 4L * input.channels();
        }

        @Override
        public String toString() {
            return "BatchNormalization";
        }
    }

    /** Zero for negative values. */
    record ReLU() implements Layer {

        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public String toString() {
            return "ReLU";
        }
    }

    /**
     * Sets a random share of the values to 0 in training, and scales the others up to keep the sum.
     *
     * @param rate the share, in [0, 1)
     */
    record Dropout(double rate) implements Layer {

        /**
         * Checks the rate.
         *
         * @param rate in [0, 1)
         * @throws IllegalArgumentException if it is not
         */
        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException("rate of dropout must be in [0, 1), got " + rate);
            }
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public String settings() {
            return "rate " + rate;
        }

        @Override
        public String toString() {
            return "Dropout " + rate;
        }
    }

    /**
     * A layer in which each unit has a weight for each value of the input, and a bias. It flattens its input, channel
     * by channel.
     *
     * @param units values of the output, at least 1
     * @param activation applied to the sums
     * @param l2 added to the loss per squared weight, at least 0; biases do not count
     */
    record Dense(int units, Activation activation, double l2) implements Layer {

        /**
         * Checks the numbers.
         *
         * @param units at least 1
         * @param activation applied to the sums
         * @param l2 at least 0
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Dense {
            Require.atLeast("units", 1, units);
            if (!(l2 >= 0 && l2 < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("l2 must be at least 0 and finite, got " + l2);
            }
        }

        /**
         * Rectified, not regularised.
         *
         * @param units values of the output, at least 1
         * @throws IllegalArgumentException if it is less than 1
         */
        public Dense(int units) {
            this(units, Activation.RELU, 0);
        }

        /**
         * The same with another regularisation.
         *
         * @param l2 at least 0
         * @return a copy
         * @throws IllegalArgumentException if it is negative
         */
        public Dense withL2(double l2) {
            return new Dense(units, activation, l2);
        }

        @Override
        public Shape output(Shape input) {
            return new Shape(units, 1, 1);
        }

        @Override
        public long parameters(Shape input) {
            return units * (input.values() + 1L);
        }

        @Override
        public String settings() {
            return "units " + units + ", " + activation + (l2 == 0 ? "" : ", L2 " + l2);
        }

        @Override
        public String toString() {
            return "Dense " + units + ", " + activation + (l2 == 0 ? "" : ", L2 " + l2);
        }
    }
}
