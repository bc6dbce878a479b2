package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.input.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The networks of the articles 000, 001 and 002: their layers, as in Keras, and their arithmetic. */
class ArticleNetworksTest {

    private static final List<String> TEN =
            IntStream.range(0, 10).mapToObj(i -> "label " + i).toList();
    private static final List<String> TWO = List.of("cat", "dog");

    private static io.github.jukelab.network.Layer layer(String name, String output, long parameters) {
        return new io.github.jukelab.network.Layer(name, output, parameters);
    }

    @Test
    void averagePoolsHasTheArticlesLayers() {
        Network network = Network.of(Architectures.averagePools(64, 64, 10, 1), TEN, new Shape(3, 64, 64));
        assertThat(network.layers())
                .containsExactly(
                        layer("convolution", "32 x 31 x 31", 896),
                        layer("subsampling", "32 x 15 x 15", 0),
                        layer("activation", "32 x 15 x 15", 0),
                        layer("convolution", "64 x 15 x 15", 18_496),
                        layer("subsampling", "64 x 7 x 7", 0),
                        layer("activation", "64 x 7 x 7", 0),
                        layer("convolution", "64 x 7 x 7", 36_928),
                        layer("subsampling", "64 x 3 x 3", 0),
                        layer("activation", "64 x 3 x 3", 0),
                        layer("dropout", "64 x 3 x 3", 0),
                        layer("dense", "64", 36_928),
                        layer("dropout", "64", 0),
                        layer("output", "10", 650));
        assertThat(network.parameters()).isEqualTo(93_898);
        assertThat(network.learningRate()).isEqualTo(0.01);
    }

    @Test
    void wideKernelsHasTheArticlesLayers() {
        Network network = Network.of(Architectures.wideKernels(32, 32, 2, 1), TWO, new Shape(1, 32, 32));
        assertThat(network.layers())
                .containsExactly(
                        layer("convolution", "32 x 30 x 30", 320),
                        layer("convolution", "64 x 28 x 28", 18_496),
                        layer("subsampling", "64 x 14 x 14", 0),
                        layer("dropout", "64 x 14 x 14", 0),
                        layer("convolution", "128 x 8 x 8", 401_536),
                        layer("convolution", "256 x 2 x 2", 1_605_888),
                        layer("subsampling", "256 x 1 x 1", 0),
                        layer("dropout", "256 x 1 x 1", 0),
                        layer("dense", "128", 32_896),
                        layer("dropout", "128", 0),
                        layer("dense", "16", 2_064),
                        layer("output", "2", 34));
        assertThat(network.parameters()).isEqualTo(2_061_234);
        assertThat(network.learningRate()).isEqualTo(1e-3);
    }

    @Test
    void threeConvolutionsHasTheArticlesLayers() {
        Network network = Network.of(Architectures.threeConvolutions(128, 196, 2, 1), TWO, new Shape(1, 128, 196));
        assertThat(network.layers())
                .containsExactly(
                        layer("convolution", "32 x 126 x 194", 320),
                        layer("subsampling", "32 x 63 x 97", 0),
                        layer("convolution", "64 x 61 x 95", 18_496),
                        layer("subsampling", "64 x 30 x 47", 0),
                        layer("convolution", "64 x 28 x 45", 36_928),
                        layer("dense", "64", 5_161_024),
                        layer("output", "2", 130));
        assertThat(network.parameters()).isEqualTo(5_216_898);
        assertThat(network.learningRate()).isEqualTo(1e-3);
    }

    @Test
    void asPrintedAndRepairedHaveTheSameLayersAndWeights() {
        Network pictures = Network.of(Architectures.averagePoolsAsPrinted(64, 64, 10, 1), TEN, new Shape(3, 64, 64));
        Network repaired = Network.of(Architectures.averagePools(64, 64, 10, 1), TEN, new Shape(3, 64, 64));
        assertThat(pictures.layers()).isEqualTo(repaired.layers());
        assertThat(pictures.model().params()).isEqualTo(repaired.model().params());
        assertThat(pictures.learningRate()).isEqualTo(0.01);
        Network raw = Network.of(Architectures.wideKernelsAsPrinted(32, 32, 1), TWO, new Shape(1, 32, 32));
        Network soft = Network.of(Architectures.wideKernels(32, 32, 2, 1), TWO, new Shape(1, 32, 32));
        assertThat(raw.layers()).isEqualTo(soft.layers());
        assertThat(raw.model().params()).isEqualTo(soft.model().params());
    }

    /** Glorot's limit is sqrt(6 / (fan in + fan out)), with 9 and 9 x 32 for the first convolution of 001. */
    @Test
    void initialWeightsAreThoseOfKeras() {
        MultiLayerNetwork model =
                new MultiLayerNetwork(Architectures.wideKernels(32, 32, 2, 1).configuration());
        model.init();
        double limit = Math.sqrt(6.0 / (9 + 9 * 32));
        INDArray weights = model.getLayer(0).getParam("W");
        assertThat(weights.amaxNumber().doubleValue()).isBetween(0.97 * limit, limit);
        assertThat(weights.stdNumber().doubleValue()).isCloseTo(limit / Math.sqrt(3), within(0.08 * limit));
        assertThat(model.getLayer(0).getParam("b").amaxNumber().doubleValue()).isZero();
    }

    @Test
    void dropoutTakesTheKeptShare() {
        assertThat(Architectures.averagePools(64, 64, 10, 1).toString().split("\"p\" : 0.5", -1))
                .hasSize(1 + 2);
        String json = Architectures.wideKernels(32, 32, 2, 1).toString();
        assertThat(json.split("\"p\" : 0.5", -1)).hasSize(1 + 2);
        assertThat(json.split("\"p\" : 0.8", -1)).hasSize(1 + 1);
    }

    /** Stride 2, kernels within the picture, mean pooling: the same forwards and backwards as DL4J without oneDNN. */
    @ParameterizedTest
    @CsvSource({"0, 17, 3", "1, 33, 1", "2, 18, 1"})
    void oneDnnGivesTheSameOutputsAndGradients(int article, int size, int channels)
            throws ReflectiveOperationException {
        MultiLayerNetwork plain = model(article, size);
        MultiLayerNetwork helped = model(article, size);
        for (Layer layer : plain.getLayers()) {
            withoutHelper(layer);
        }
        PiecewiseConvolution.install(helped);
        Nd4j.getRandom().setSeed(5);
        INDArray input = Nd4j.rand(DataType.FLOAT, 11, channels, size, size);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 11, 2);
        IntStream.range(0, 11).forEach(i -> labels.putScalar(i, i % 2, 1));
        assertThat(relative(helped.output(input), plain.output(input))).isLessThan(1e-5);
        assertThat(relative(gradient(helped, input, labels), gradient(plain, input, labels)))
                .isLessThan(1e-4);
    }

    private static MultiLayerNetwork model(int article, int size) {
        Architecture architecture =
                switch (article) {
                    case 0 -> Architectures.averagePools(size, size, 2, 1);
                    case 1 -> Architectures.wideKernels(size, size, 2, 1);
                    default -> Architectures.threeConvolutions(size, size, 2, 1);
                };
        MultiLayerNetwork model = new MultiLayerNetwork(architecture.configuration());
        model.init();
        return model;
    }

    private static void withoutHelper(Layer layer) throws ReflectiveOperationException {
        for (Class<?> kind : List.of(ConvolutionLayer.class, SubsamplingLayer.class)) {
            if (kind.isInstance(layer)) {
                var helper = kind.getDeclaredField("helper");
                helper.setAccessible(true);
                helper.set(layer, null);
            }
        }
    }

    private static INDArray gradient(MultiLayerNetwork model, INDArray input, INDArray labels) {
        Nd4j.getRandom().setSeed(6);
        model.setInput(input);
        model.setLabels(labels);
        model.computeGradientAndScore();
        return model.gradient().gradient().dup();
    }

    private static double relative(INDArray got, INDArray expected) {
        return got.distance2(expected) / expected.norm2Number().doubleValue();
    }

    @Test
    void refusesSmallInputsAndTooFewClasses() {
        assertThatThrownBy(() -> Architectures.averagePools(16, 64, 10, 1))
                .hasMessage("input must be at least 17 x 17, got 16 x 64");
        assertThatThrownBy(() -> Architectures.averagePoolsAsPrinted(64, 64, 1, 1))
                .hasMessage("classes must be at least 2, got 1");
        assertThatThrownBy(() -> Architectures.wideKernels(32, 31, 2, 1))
                .hasMessage("input must be at least 32 x 32, got 32 x 31");
        assertThatThrownBy(() -> Architectures.wideKernelsAsPrinted(31, 32, 1))
                .hasMessage("input must be at least 32 x 32, got 31 x 32");
        assertThatThrownBy(() -> Architectures.threeConvolutions(17, 196, 2, 1))
                .hasMessage("input must be at least 18 x 18, got 17 x 196");
    }

    /** The minimum size leaves one position before the dense layers. */
    @Test
    void acceptsTheMinimumSizes() {
        assertThat(Network.of(Architectures.averagePools(17, 17, 2, 1), TWO, new Shape(3, 17, 17))
                        .layers())
                .contains(layer("dropout", "64 x 1 x 1", 0));
        assertThat(Network.of(Architectures.threeConvolutions(18, 18, 2, 1), TWO, new Shape(1, 18, 18))
                        .layers())
                .contains(layer("convolution", "64 x 1 x 1", 36_928));
    }

    @Test
    void refusesThreeLabelsForTwoOutputs() {
        assertThatThrownBy(() -> Network.of(
                        Architectures.wideKernelsAsPrinted(32, 32, 1), List.of("a", "b", "c"), new Shape(1, 32, 32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be one label per output, 2, got 3");
    }
}
