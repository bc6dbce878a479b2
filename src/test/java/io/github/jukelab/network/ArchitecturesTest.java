package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.input.MelWindows;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ArchitecturesTest {

    private static final List<String> TEN =
            IntStream.range(0, 10).mapToObj(i -> "label " + i).toList();

    @Test
    void fiveBlocksHasTheArticlesLayers() {
        Network network = Network.of(Architectures.fiveBlocks(128, 129, 10, 1), TEN, MelWindows.AS_PRINTED);
        assertThat(network.layers())
                .containsExactly(
                        new Layer("convolution", "16 x 128 x 129", 160),
                        new Layer("subsampling", "16 x 64 x 64", 0),
                        new Layer("dropout", "16 x 64 x 64", 0),
                        new Layer("convolution", "32 x 64 x 64", 4_640),
                        new Layer("subsampling", "32 x 32 x 32", 0),
                        new Layer("dropout", "32 x 32 x 32", 0),
                        new Layer("convolution", "64 x 32 x 32", 18_496),
                        new Layer("subsampling", "64 x 16 x 16", 0),
                        new Layer("dropout", "64 x 16 x 16", 0),
                        new Layer("convolution", "128 x 16 x 16", 73_856),
                        new Layer("subsampling", "128 x 8 x 8", 0),
                        new Layer("dropout", "128 x 8 x 8", 0),
                        new Layer("convolution", "256 x 8 x 8", 295_168),
                        new Layer("subsampling", "256 x 4 x 4", 0),
                        new Layer("dropout", "256 x 4 x 4", 0),
                        new Layer("dropout", "256 x 4 x 4", 0),
                        new Layer("dense", "512", 2_097_664),
                        new Layer("dropout", "512", 0),
                        new Layer("output", "10", 5_130));
        assertThat(network.parameters()).isEqualTo(2_495_114);
        assertThat(network).hasToString("Network[1 x 128 x 129 to 10 labels, 2495114 parameters]");
        assertThat(network.learningRate()).isEqualTo(1e-3);
    }

    @Test
    void smallHasItsLayers() {
        Network network = Network.of(Architectures.small(8, 8, 3, 1), Textures.LABELS, Textures.TINY);
        assertThat(network.layers())
                .containsExactly(
                        new Layer("convolution", "16 x 4 x 4", 416),
                        new Layer("batch normalization", "16 x 4 x 4", 64),
                        new Layer("convolution", "32 x 4 x 4", 4_640),
                        new Layer("subsampling", "32 x 2 x 2", 0),
                        new Layer("batch normalization", "32 x 2 x 2", 128),
                        new Layer("convolution", "64 x 2 x 2", 18_496),
                        new Layer("subsampling", "64 x 1 x 1", 0),
                        new Layer("batch normalization", "64 x 1 x 1", 256),
                        new Layer("convolution", "128 x 1 x 1", 73_856),
                        new Layer("batch normalization", "128 x 1 x 1", 512),
                        new Layer("global pooling", "128", 0),
                        new Layer("output", "3", 387));
        assertThat(network.parameters()).isEqualTo(98_755);
    }

    /** Keras adds 0.02 times the sum of squared weights, without biases. */
    @Test
    void regularisationEqualsThatOfKeras() {
        MultiLayerNetwork model = Network.of(Architectures.fiveBlocks(32, 32, 3, 1), Textures.LABELS, Textures.tiny(32))
                .model();
        double squares = 0;
        for (int layer : new int[] {16, 18}) {
            squares +=
                    Math.pow(model.getLayer(layer).getParam("W").norm2Number().doubleValue(), 2);
        }
        assertThat(model.calcRegularizationScore(true)).isCloseTo(0.02 * squares, within(1e-4 * squares));
    }

    @Test
    void dropoutTakesTheKeptShare() {
        Backend.current();
        String json = Architectures.fiveBlocks(32, 32, 3, 1).toString();
        assertThat(json.split("\"p\" : 0.75", -1)).hasSize(1 + 6);
        assertThat(json.split("\"p\" : 0.5", -1)).hasSize(1 + 1);
    }

    @Test
    void theBackwardPassInPiecesEqualsTheWholeOne() {
        MultiLayerNetwork whole =
                new MultiLayerNetwork(Architectures.small(16, 16, 3, 1).configuration());
        MultiLayerNetwork pieces =
                new MultiLayerNetwork(Architectures.small(16, 16, 3, 1).configuration());
        whole.init();
        pieces.init();
        PiecewiseConvolution.install(pieces);
        INDArray input = Nd4j.rand(DataType.FLOAT, 70, 1, 16, 16);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 70, 3);
        IntStream.range(0, 70).forEach(i -> labels.putScalar(i, i % 3, 1));
        INDArray expected = gradient(whole, input, labels);
        INDArray got = gradient(pieces, input, labels);
        assertThat(got.distance2(expected) / expected.norm2Number().doubleValue())
                .isLessThan(1e-5);
    }

    private static INDArray gradient(MultiLayerNetwork model, INDArray input, INDArray labels) {
        model.setInput(input);
        model.setLabels(labels);
        model.computeGradientAndScore();
        return model.gradient().gradient().dup();
    }

    @Test
    void refusesSmallInputsAndTooFewClasses() {
        assertThatThrownBy(() -> Architectures.fiveBlocks(31, 129, 10, 1))
                .hasMessage("input must be at least 32 x 32, got 31 x 129");
        assertThatThrownBy(() -> Architectures.small(8, 7, 10, 1))
                .hasMessage("input must be at least 8 x 8, got 8 x 7");
        assertThatThrownBy(() -> Architectures.small(8, 8, 1, 1)).hasMessage("classes must be at least 2, got 1");
    }
}
