package io.github.jukelab.onnx;

import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Layer;
import io.github.jukelab.network.Layer.Activation;
import io.github.jukelab.network.Layer.Padding;
import io.github.jukelab.network.Layer.Pooling;
import io.github.jukelab.network.Network;
import java.util.List;
import java.util.Map;

/** The layers of a network in ONNX; dropout does nothing in a prediction. */
final class NetworkNodes {

    /** DL4J's. */
    private static final float EPSILON = 1e-5f;

    private final Graph graph;
    private final List<List<float[]>> weights;

    private NetworkNodes(Graph graph, List<List<float[]>> weights) {
        this.graph = graph;
        this.weights = weights;
    }

    /**
     * The probabilities (example, label).
     *
     * @param input examples (example, channel, row, column), normalised
     */
    static Tensor probabilities(Network network, Tensor input) {
        NetworkNodes nodes = new NetworkNodes(input.graph(), network.weights());
        List<Layer> layers = network.architecture().layers();
        Shape shape = network.shape();
        Tensor values = input;
        for (int i = 0; i < layers.size(); i++) {
            values = nodes.layer(layers.get(i), i, shape, values);
            shape = layers.get(i).output(shape);
        }
        Layer last = new Layer.Dense(network.labels().size(), Activation.LINEAR, 0);
        return nodes.layer(last, layers.size(), shape, values).apply("Softmax", Map.of("axis", 1));
    }

    private Tensor layer(Layer layer, int index, Shape input, Tensor values) {
        if (layer instanceof Layer.Conv2D convolution) {
            int kernel = convolution.kernel();
            Tensor sums = values.apply(
                    "Conv",
                    squares(kernel, convolution.stride(), convolution.padding()),
                    weight(index, 0, convolution.filters(), input.channels(), kernel, kernel),
                    weight(index, 1, convolution.filters()));
            return activated(sums, convolution.activation());
        }
        if (layer instanceof Layer.Dense dense) {
            Tensor sums = values.apply("Flatten")
                    .apply("Gemm", weight(index, 0, input.values(), dense.units()), weight(index, 1, dense.units()));
            return activated(sums, dense.activation());
        }
        if (layer instanceof Layer.Pooling2D pooling) {
            String operator = pooling.pooling() == Pooling.MAX ? "MaxPool" : "AveragePool";
            return values.apply(operator, squares(pooling.size(), pooling.size(), Padding.VALID));
        }
        if (layer instanceof Layer.BatchNormalization) {
            return normalised(index, input.channels(), values);
        }
        if (layer instanceof Layer.GlobalAveragePooling2D) {
            return values.apply("GlobalAveragePool");
        }
        return layer instanceof Layer.ReLU ? values.apply("Relu") : values;
    }

    private static Map<String, Object> squares(int size, int stride, Padding padding) {
        return Map.of(
                "kernel_shape",
                new long[] {size, size},
                "strides",
                new long[] {stride, stride},
                "auto_pad",
                padding == Padding.SAME ? "SAME_UPPER" : "VALID");
    }

    private Tensor normalised(int index, int channels, Tensor values) {
        return values.apply(
                "BatchNormalization",
                Map.of("epsilon", EPSILON),
                weight(index, 0, channels),
                weight(index, 1, channels),
                weight(index, 2, channels),
                weight(index, 3, channels));
    }

    private static Tensor activated(Tensor sums, Activation activation) {
        return activation == Activation.RELU ? sums.apply("Relu") : sums;
    }

    private Tensor weight(int layer, int number, int... sizes) {
        return graph.floats(weights.get(layer).get(number), sizes);
    }
}
