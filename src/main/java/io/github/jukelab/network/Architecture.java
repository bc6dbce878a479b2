package io.github.jukelab.network;

import io.github.jukelab.Require;
import io.github.jukelab.input.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The layers of a network as a value, from its input to its labels, with all that training needs to start from the
 * same weights. {@link Architectures} has those of the articles; {@link Network#of} makes a network of it.
 *
 * <p>Example: {@code Architecture.of(shape, 10, seed).add(new Conv2D(16, 3), Pooling2D.max(2), new Dense(64))}
 *
 * @param input shape of an example
 * @param classes number of labels, at least 2: the units of the dense layer that ends every network
 * @param seed of the initial weights
 * @param initializer how they are drawn
 * @param optimizer how gradients change them
 * @param layers first to last, without the one that gives the outputs
 * @param outputL2 regularisation of the last layer, as {@link Layer.Dense#l2}
 * @param loss what the outputs are and what is minimised
 */
public record Architecture(
        Shape input,
        int classes,
        long seed,
        Initializer initializer,
        Optimizer optimizer,
        List<Layer> layers,
        double outputL2,
        Loss loss) {

    private static final int MAX_RAW = 2;

    /**
     * Copies the list and checks that each layer accepts the output of the one before.
     *
     * @param input shape of an example
     * @param classes at least 2
     * @param seed of the initial weights
     * @param initializer how they are drawn
     * @param optimizer how gradients change them
     * @param layers first to last
     * @param outputL2 at least 0
     * @param loss what is minimised; the raw one is for two labels
     * @throws IllegalArgumentException if a number is out of its range, the input is too small for the layers, or they
     *     have more parameters than an int can count
     */
    public Architecture {
        layers = List.copyOf(layers);
        Require.atLeast("classes", 2, classes);
        if (loss == Loss.RAW_BINARY_CROSSENTROPY && classes > MAX_RAW) {
            throw new IllegalArgumentException("raw binary cross-entropy is for 2 classes, got " + classes);
        }
        if (!(outputL2 >= 0 && outputL2 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("L2 of the output must be at least 0 and finite, got " + outputL2);
        }
        requireCountable(shapes(input, layers), layers, classes);
    }

    /** More would not fit into one array. */
    private static void requireCountable(List<Shape> shapes, List<Layer> layers, int classes) {
        try {
            long sum = new Layer.Dense(classes).parameters(shapes.get(layers.size()));
            for (int i = 0; i < layers.size(); i++) {
                sum = Math.addExact(sum, layers.get(i).parameters(shapes.get(i)));
            }
            Math.toIntExact(sum);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a network can have at most 2147483647 parameters", e);
        }
    }

    /**
     * No layers yet: Glorot's uniform weights, Adam with a rate of 0.001, softmax and cross-entropy.
     *
     * @param input shape of an example
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return an architecture to {@linkplain #add add layers} to
     * @throws IllegalArgumentException if there are fewer than 2 classes
     */
    public static Architecture of(Shape input, int classes, long seed) {
        return new Architecture(
                input,
                classes,
                seed,
                Initializer.GLOROT_UNIFORM,
                new Optimizer.Adam(1e-3),
                List.of(),
                0,
                Loss.CATEGORICAL_CROSSENTROPY);
    }

    /**
     * The same with further layers at the end.
     *
     * @param more first to last
     * @return a copy
     * @throws IllegalArgumentException if the input is too small for them
     */
    public Architecture add(Layer... more) {
        List<Layer> all = Stream.concat(layers.stream(), Stream.of(more)).toList();
        return new Architecture(input, classes, seed, initializer, optimizer, all, outputL2, loss);
    }

    /**
     * The same with other initial weights.
     *
     * @param initializer how they are drawn
     * @return a copy
     */
    public Architecture withInitializer(Initializer initializer) {
        return new Architecture(input, classes, seed, initializer, optimizer, layers, outputL2, loss);
    }

    /**
     * The same with another optimiser.
     *
     * @param optimizer how gradients change the weights
     * @return a copy
     */
    public Architecture withOptimizer(Optimizer optimizer) {
        return new Architecture(input, classes, seed, initializer, optimizer, layers, outputL2, loss);
    }

    /**
     * The same with another regularisation of the last layer.
     *
     * @param outputL2 at least 0
     * @return a copy
     * @throws IllegalArgumentException if it is negative
     */
    public Architecture withOutputL2(double outputL2) {
        return new Architecture(input, classes, seed, initializer, optimizer, layers, outputL2, loss);
    }

    /**
     * The same with another loss.
     *
     * @param loss what the outputs are and what is minimised
     * @return a copy
     * @throws IllegalArgumentException if it is not for this number of classes
     */
    public Architecture withLoss(Loss loss) {
        return new Architecture(input, classes, seed, initializer, optimizer, layers, outputL2, loss);
    }

    /**
     * Its layers with shapes and numbers of parameters, as Keras' {@code model.summary()}.
     *
     * @return first to last; the last gives the outputs
     */
    public List<LayerSummary> summary() {
        List<Shape> shapes = shapes(input, layers);
        List<LayerSummary> summary = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            long parameters = layers.get(i).parameters(shapes.get(i));
            Layer layer = layers.get(i);
            summary.add(new LayerSummary(layer.toString(), layer.settings(), text(shapes.get(i + 1)), parameters));
        }
        long last = new Layer.Dense(classes).parameters(shapes.get(layers.size()));
        String settings = classes + ", " + loss + (outputL2 == 0 ? "" : ", L2 " + outputL2);
        summary.add(new LayerSummary("Dense " + settings, "units " + settings, "" + classes, last));
        return List.copyOf(summary);
    }

    /**
     * What Keras' {@code model.compile} takes: optimiser and loss, by their names there.
     *
     * @return such as {@code Adam(learning_rate 0.001, …), categorical cross-entropy (sparse categorical cross-entropy in
     *     Keras, since labels are numbers)}
     */
    public String compilation() {
        return optimizer + ", " + lossInKeras();
    }

    private String lossInKeras() {
        if (loss == Loss.RAW_BINARY_CROSSENTROPY) {
            return "binary cross-entropy of raw outputs";
        }
        return classes == 2
                ? "categorical cross-entropy (of two labels the same as binary cross-entropy)"
                : "categorical cross-entropy (sparse categorical cross-entropy in Keras, since labels are numbers)";
    }

    private static String text(Shape shape) {
        boolean values = shape.height() == 1 && shape.width() == 1;
        return values ? "" + shape.channels() : shape.channels() + " x " + shape.height() + " x " + shape.width();
    }

    /** The shape of the input, and of each layer's output. */
    private static List<Shape> shapes(Shape input, List<Layer> layers) {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(input);
        for (Layer layer : layers) {
            Shape before = shapes.get(shapes.size() - 1);
            try {
                shapes.add(layer.output(before));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "input of shape " + input + " is too small for layer " + shapes.size() + ", " + layer
                                + ", which gets " + before,
                        e);
            }
        }
        return shapes;
    }

    /**
     * The number of parameters, including the means and variances of batch normalisation.
     *
     * @return at least 1
     */
    public long parameters() {
        return summary().stream().mapToLong(LayerSummary::parameters).sum();
    }

    /** The regularisation of each layer, and last of the outputs. */
    double[] l2() {
        DoubleStream layersL2 =
                layers.stream().mapToDouble(layer -> layer instanceof Layer.Dense dense ? dense.l2() : 0);
        return DoubleStream.concat(layersL2, DoubleStream.of(outputL2)).toArray();
    }

    /** Those of the forward pass of one example: each weight is used once at every position of its layer's output. */
    long multiplications() {
        List<Shape> shapes = shapes(input, layers);
        long sum = new Layer.Dense(classes).parameters(shapes.get(layers.size()));
        for (int i = 0; i < layers.size(); i++) {
            Shape output = shapes.get(i + 1);
            sum += layers.get(i).parameters(shapes.get(i)) * output.height() * output.width();
        }
        return sum;
    }

    /**
     * Whether one thread computes it fastest: several would wait for each other longer than they compute.
     *
     * @return true for less than a million multiplications per example, as in {@link Architectures#dense}
     */
    public boolean isSmall() {
        return Threads.isSmall(multiplications());
    }

    @Override
    public String toString() {
        return "Architecture[" + input + " to " + classes + " labels, " + parameters() + " parameters]";
    }
}
