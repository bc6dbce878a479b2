package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.input.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The networks of the articles 000, 001 and 002: their weights, as in Keras, and their arithmetic. */
class ArticleNetworksTest {

    private static final List<String> TEN =
            IntStream.range(0, 10).mapToObj(i -> "label " + i).toList();
    private static final List<String> TWO = List.of("cat", "dog");

    @Test
    void asPrintedAndRepairedHaveTheSameWeights() {
        Network pictures = Network.of(Architectures.averagePoolsAsPrinted(new Shape(3, 64, 64), 10, 1), TEN);
        Network repaired = Network.of(Architectures.averagePools(new Shape(3, 64, 64), 10, 1), TEN);
        assertThat(pictures.model().params()).isEqualTo(repaired.model().params());
        assertThat(pictures.engine().learningRate()).isEqualTo(0.01);
        Network raw = Network.of(Architectures.wideKernelsAsPrinted(new Shape(1, 32, 32), 2, 1), TWO);
        Network soft = Network.of(Architectures.wideKernels(new Shape(1, 32, 32), 2, 1), TWO);
        assertThat(raw.model().params()).isEqualTo(soft.model().params());
    }

    /** Glorot's limit is sqrt(6 / (fan in + fan out)), with 9 and 9 x 32 for the first convolution of 001. */
    @Test
    void initialWeightsAreThoseOfKeras() {
        MultiLayerNetwork model = Dl4jEngine.of(Architectures.wideKernels(new Shape(1, 32, 32), 2, 1))
                .model();
        double limit = Math.sqrt(6.0 / (9 + 9 * 32));
        INDArray weights = model.getLayer(0).getParam("W");
        assertThat(weights.amaxNumber().doubleValue()).isBetween(0.97 * limit, limit);
        assertThat(weights.stdNumber().doubleValue()).isCloseTo(limit / Math.sqrt(3), within(0.08 * limit));
        assertThat(model.getLayer(0).getParam("b").amaxNumber().doubleValue()).isZero();
    }

    /** Stride 2, kernels within the picture, mean pooling: the same forwards and backwards as DL4J without oneDNN. */
    @ParameterizedTest
    @CsvSource({"0, 17, 3", "1, 33, 1", "2, 18, 1"})
    void oneDnnGivesTheSameOutputsAndGradients(int article, int size, int channels)
            throws ReflectiveOperationException {
        MultiLayerNetwork plain = model(article, size);
        MultiLayerNetwork helped = model(article, size);
        for (org.deeplearning4j.nn.api.Layer layer : plain.getLayers()) {
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
                    case 0 -> Architectures.averagePools(new Shape(3, size, size), 2, 1);
                    case 1 -> Architectures.wideKernels(new Shape(1, size, size), 2, 1);
                    default -> Architectures.threeConvolutions(new Shape(1, size, size), 2, 1);
                };
        MultiLayerNetwork model = new MultiLayerNetwork(Dl4jConfiguration.of(architecture));
        model.init();
        return model;
    }

    private static void withoutHelper(org.deeplearning4j.nn.api.Layer layer) throws ReflectiveOperationException {
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
    void refusesThreeLabelsForTwoOutputs() {
        assertThatThrownBy(() -> Network.of(
                        Architectures.wideKernelsAsPrinted(new Shape(1, 32, 32), 2, 1), List.of("a", "b", "c")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be one label per output, 2, got 3");
    }
}
