package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Shape;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ArchitecturesTest {

    private static final List<String> TEN =
            IntStream.range(0, 10).mapToObj(i -> "label " + i).toList();

    private static LayerSummary layer(String layer, String output, long parameters) {
        return new LayerSummary(layer, "", output, parameters);
    }

    private static List<LayerSummary> layers(Architecture architecture) {
        return architecture.summary().stream()
                .map(line -> layer(line.layer(), line.output(), line.parameters()))
                .toList();
    }

    /** All of them, each for its article's input. */
    static Stream<Architecture> all() {
        Shape mel = new Shape(1, 128, 129);
        Shape picture = new Shape(3, 64, 64);
        Shape call = new Shape(1, 32, 32);
        return Stream.of(
                Architectures.fiveBlocks(mel, 10, 1),
                Architectures.small(mel, 10, 2),
                Architectures.dense(Shape.row(57), 10, 3),
                Architectures.averagePools(picture, 10, 4),
                Architectures.averagePoolsAsPrinted(picture, 10, 5),
                Architectures.wideKernels(call, 2, 6),
                Architectures.wideKernelsAsPrinted(call, 2, 7),
                Architectures.threeConvolutions(new Shape(1, 128, 196), 2, 8));
    }

    @Test
    void fiveBlocksHasTheArticlesLayers() {
        Architecture architecture = Architectures.fiveBlocks(MelWindows.AS_PRINTED.shape(), 10, 1);
        assertThat(layers(architecture))
                .containsExactly(
                        layer("Conv2D 16, 3 x 3, same, relu", "16 x 128 x 129", 160),
                        layer("MaxPooling2D 2 x 2", "16 x 64 x 64", 0),
                        layer("Dropout 0.25", "16 x 64 x 64", 0),
                        layer("Conv2D 32, 3 x 3, same, relu", "32 x 64 x 64", 4_640),
                        layer("MaxPooling2D 2 x 2", "32 x 32 x 32", 0),
                        layer("Dropout 0.25", "32 x 32 x 32", 0),
                        layer("Conv2D 64, 3 x 3, same, relu", "64 x 32 x 32", 18_496),
                        layer("MaxPooling2D 2 x 2", "64 x 16 x 16", 0),
                        layer("Dropout 0.25", "64 x 16 x 16", 0),
                        layer("Conv2D 128, 3 x 3, same, relu", "128 x 16 x 16", 73_856),
                        layer("MaxPooling2D 2 x 2", "128 x 8 x 8", 0),
                        layer("Dropout 0.25", "128 x 8 x 8", 0),
                        layer("Conv2D 256, 3 x 3, same, relu", "256 x 8 x 8", 295_168),
                        layer("MaxPooling2D 2 x 2", "256 x 4 x 4", 0),
                        layer("Dropout 0.25", "256 x 4 x 4", 0),
                        layer("Dropout 0.5", "256 x 4 x 4", 0),
                        layer("Dense 512, relu, L2 0.02", "512", 2_097_664),
                        layer("Dropout 0.25", "512", 0),
                        layer("Dense 10, softmax, categorical cross-entropy, L2 0.02", "10", 5_130));
        assertThat(architecture.parameters()).isEqualTo(2_495_114);
        assertThat(architecture).hasToString("Architecture[1 x 128 x 129 to 10 labels, 2495114 parameters]");
        Network network = Network.of(architecture, TEN, MelWindows.AS_PRINTED);
        assertThat(network).hasToString("Network[1 x 128 x 129 to 10 labels, 2495114 parameters]");
        assertThat(network.engine().learningRate()).isEqualTo(1e-3);
    }

    @Test
    void smallHasItsLayers() {
        Architecture architecture = Architectures.small(new Shape(1, 8, 8), 3, 1);
        assertThat(layers(architecture))
                .containsExactly(
                        layer("Conv2D 16, 5 x 5, stride 2, same, relu", "16 x 4 x 4", 416),
                        layer("BatchNormalization", "16 x 4 x 4", 64),
                        layer("Conv2D 32, 3 x 3, same, relu", "32 x 4 x 4", 4_640),
                        layer("MaxPooling2D 2 x 2", "32 x 2 x 2", 0),
                        layer("BatchNormalization", "32 x 2 x 2", 128),
                        layer("Conv2D 64, 3 x 3, same, relu", "64 x 2 x 2", 18_496),
                        layer("MaxPooling2D 2 x 2", "64", 0),
                        layer("BatchNormalization", "64", 256),
                        layer("Conv2D 128, 3 x 3, same, relu", "128", 73_856),
                        layer("BatchNormalization", "128", 512),
                        layer("GlobalAveragePooling2D", "128", 0),
                        layer("Dense 3, softmax, categorical cross-entropy", "3", 387));
        assertThat(architecture.parameters()).isEqualTo(98_755);
        assertThat(architecture.optimizer().rate()).isEqualTo(3e-3);
    }

    /** As in Keras' summary: 58 x 512 + 513 x 256 + 257 x 128 + 129 x 64 + 65 x 10. */
    @Test
    void denseHasTheArticlesLayers() {
        Architecture architecture = Architectures.dense(Shape.row(57), 10, 1);
        assertThat(layers(architecture))
                .containsExactly(
                        layer("Dense 512, relu", "512", 29_696),
                        layer("Dropout 0.2", "512", 0),
                        layer("Dense 256, relu", "256", 131_328),
                        layer("Dropout 0.2", "256", 0),
                        layer("Dense 128, relu", "128", 32_896),
                        layer("Dropout 0.2", "128", 0),
                        layer("Dense 64, relu", "64", 8_256),
                        layer("Dropout 0.2", "64", 0),
                        layer("Dense 10, softmax, categorical cross-entropy", "10", 650));
        assertThat(architecture.parameters()).isEqualTo(202_826);
        assertThat(architecture).hasToString("Architecture[57 values to 10 labels, 202826 parameters]");
    }

    @Test
    void averagePoolsHasTheArticlesLayers() {
        Architecture architecture = Architectures.averagePools(new Shape(3, 64, 64), 10, 1);
        assertThat(layers(architecture))
                .containsExactly(
                        layer("Conv2D 32, 3 x 3, stride 2, valid, linear", "32 x 31 x 31", 896),
                        layer("AveragePooling2D 2 x 2", "32 x 15 x 15", 0),
                        layer("ReLU", "32 x 15 x 15", 0),
                        layer("Conv2D 64, 3 x 3, same, linear", "64 x 15 x 15", 18_496),
                        layer("AveragePooling2D 2 x 2", "64 x 7 x 7", 0),
                        layer("ReLU", "64 x 7 x 7", 0),
                        layer("Conv2D 64, 3 x 3, same, linear", "64 x 7 x 7", 36_928),
                        layer("AveragePooling2D 2 x 2", "64 x 3 x 3", 0),
                        layer("ReLU", "64 x 3 x 3", 0),
                        layer("Dropout 0.5", "64 x 3 x 3", 0),
                        layer("Dense 64, relu", "64", 36_928),
                        layer("Dropout 0.5", "64", 0),
                        layer("Dense 10, softmax, categorical cross-entropy", "10", 650));
        assertThat(architecture.parameters()).isEqualTo(93_898);
        assertThat(architecture.optimizer()).isEqualTo(new Optimizer.Sgd(0.01, 0.9, 5e-5));
    }

    @Test
    void wideKernelsHasTheArticlesLayers() {
        Architecture architecture = Architectures.wideKernels(new Shape(1, 32, 32), 2, 1);
        assertThat(layers(architecture))
                .containsExactly(
                        layer("Conv2D 32, 3 x 3, valid, relu", "32 x 30 x 30", 320),
                        layer("Conv2D 64, 3 x 3, valid, relu", "64 x 28 x 28", 18_496),
                        layer("MaxPooling2D 2 x 2", "64 x 14 x 14", 0),
                        layer("Dropout 0.5", "64 x 14 x 14", 0),
                        layer("Conv2D 128, 7 x 7, valid, relu", "128 x 8 x 8", 401_536),
                        layer("Conv2D 256, 7 x 7, valid, relu", "256 x 2 x 2", 1_605_888),
                        layer("MaxPooling2D 2 x 2", "256", 0),
                        layer("Dropout 0.5", "256", 0),
                        layer("Dense 128, relu", "128", 32_896),
                        layer("Dropout 0.2", "128", 0),
                        layer("Dense 16, relu", "16", 2_064),
                        layer("Dense 2, softmax, categorical cross-entropy", "2", 34));
        assertThat(architecture.parameters()).isEqualTo(2_061_234);
    }

    @Test
    void threeConvolutionsHasTheArticlesLayers() {
        Architecture architecture = Architectures.threeConvolutions(new Shape(1, 128, 196), 2, 1);
        assertThat(layers(architecture))
                .containsExactly(
                        layer("Conv2D 32, 3 x 3, valid, relu", "32 x 126 x 194", 320),
                        layer("MaxPooling2D 2 x 2", "32 x 63 x 97", 0),
                        layer("Conv2D 64, 3 x 3, valid, relu", "64 x 61 x 95", 18_496),
                        layer("MaxPooling2D 2 x 2", "64 x 30 x 47", 0),
                        layer("Conv2D 64, 3 x 3, valid, relu", "64 x 28 x 45", 36_928),
                        layer("Dense 64, relu", "64", 5_161_024),
                        layer("Dense 2, softmax, categorical cross-entropy", "2", 130));
        assertThat(architecture.parameters()).isEqualTo(5_216_898);
        assertThat(architecture.optimizer()).isEqualTo(new Optimizer.RmsProp(1e-3, 0.9, 1e-7));
    }

    @Test
    void asPrintedDiffersFromRepairedInOptimizerOrLossOnly() {
        Shape picture = new Shape(3, 64, 64);
        assertThat(Architectures.averagePoolsAsPrinted(picture, 10, 1))
                .isEqualTo(Architectures.averagePools(picture, 10, 1).withOptimizer(new Optimizer.Sgd(0.01)));
        Shape call = new Shape(1, 32, 32);
        assertThat(Architectures.wideKernelsAsPrinted(call, 2, 1))
                .isEqualTo(Architectures.wideKernels(call, 2, 1).withLoss(Loss.RAW_BINARY_CROSSENTROPY));
    }

    /** Our arithmetic against DL4J's: the shape of each output and the number of all parameters. */
    @ParameterizedTest
    @MethodSource("all")
    void shapesAndParametersAreThoseOfDl4j(Architecture architecture) {
        MultiLayerNetwork model = Dl4jEngine.of(architecture).model();
        Shape input = architecture.input();
        List<INDArray> activations =
                model.feedForward(Nd4j.zeros(DataType.FLOAT, 1, input.channels(), input.height(), input.width()));
        List<LayerSummary> summary = architecture.summary();
        assertThat(activations).hasSize(summary.size() + 1);
        for (int i = 0; i < summary.size(); i++) {
            assertThat(summary.get(i).output())
                    .isEqualTo(text(activations.get(i + 1).shape()));
            assertThat(summary.get(i).parameters()).isEqualTo(model.getLayer(i).numParams());
        }
        assertThat(architecture.parameters()).isEqualTo(model.numParams());
    }

    private static String text(long[] shape) {
        boolean values = shape.length == 2 || shape[2] == 1 && shape[3] == 1;
        return values ? "" + shape[1] : shape[1] + " x " + shape[2] + " x " + shape[3];
    }

    /** So that a saved network tells its architecture. */
    @ParameterizedTest
    @MethodSource("all")
    void anArchitectureIsReadBackFromDl4jsConfiguration(Architecture architecture) throws IOException {
        assertThat(readBack(architecture)).isEqualTo(architecture);
    }

    private static Architecture readBack(Architecture architecture) throws IOException {
        JsonNode saved = new ObjectMapper()
                .readTree(Dl4jEngine.of(architecture)
                        .model()
                        .getLayerWiseConfigurations()
                        .toJson());
        Architecture read = SavedConfiguration.architecture(saved, architecture.input());
        SavedConfiguration.restored(saved, read);
        return read;
    }

    /** 1 - 1/3 and 1 - 0.1 are rounded, and read back so that the share that is kept stays the same. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1 / 3., 0.5, 0.9, 1e-12})
    void aSavedNetworkKeepsTheSameShareInDropout(double rate) throws IOException {
        Architecture architecture = Architecture.of(Shape.row(3), 2, 1).add(new Layer.Dropout(rate));
        assertThat(((Layer.Dropout) readBack(architecture).layers().get(0)).rate())
                .satisfies(read -> assertThat(1 - read).isEqualTo(1 - rate));
    }

    @Test
    void initialWeightsOfGlorotsNormalAreReadBack() throws IOException {
        Architecture architecture = Architecture.of(Shape.row(3), 2, 1).withInitializer(Initializer.GLOROT_NORMAL);
        assertThat(readBack(architecture)).isEqualTo(architecture);
    }

    @Test
    void anArchitectureOfOnesOwnIsCheckedLayerByLayer() {
        Architecture start = Architecture.of(new Shape(1, 8, 8), 3, 1).add(new Layer.Conv2D(4, 3));
        assertThat(start.add(Layer.Pooling2D.max(8), new Layer.Dense(5)).summary())
                .extracting(LayerSummary::output)
                .containsExactly("4 x 8 x 8", "4", "5", "3");
        assertThatThrownBy(() -> start.add(Layer.Pooling2D.max(9)))
                .hasMessage("input of shape 1 x 8 x 8 is too small for layer 2, MaxPooling2D 9 x 9, which gets"
                        + " 4 x 8 x 8");
        assertThatThrownBy(() -> start.withLoss(Loss.RAW_BINARY_CROSSENTROPY))
                .hasMessage("raw binary cross-entropy is for 2 classes, got 3");
        assertThatThrownBy(() -> new Layer.Dropout(1)).hasMessage("rate of dropout must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> start.withOutputL2(Double.POSITIVE_INFINITY))
                .hasMessage("L2 of the output must be at least 0 and finite, got Infinity");
        assertThatThrownBy(() -> new Layer.Conv2D(0, 3)).hasMessage("filters must be at least 1, got 0");
        assertThatThrownBy(() -> new Layer.Dense(1).withL2(-1))
                .hasMessage("l2 must be at least 0 and finite, got -1.0");
    }

    @Test
    void parametersAreCountedWithoutOverflow() {
        Architecture start = Architecture.of(new Shape(1, 8, 8), 3, 1);
        String message = "a network can have at most 2147483647 parameters";
        assertThatThrownBy(() -> start.add(new Layer.Conv2D(Integer.MAX_VALUE, 1), new Layer.GlobalAveragePooling2D()))
                .hasMessageContaining("too small");
        assertThatThrownBy(() -> start.add(new Layer.Dense(Integer.MAX_VALUE))).hasMessage(message);
        assertThatThrownBy(() -> start.add(new Layer.Conv2D(1, Integer.MAX_VALUE)))
                .hasMessage(message);
        assertThat(start.add(new Layer.Conv2D(1, 46_000)).parameters()).isEqualTo(46_000L * 46_000 + 1 + 3 * 65);
    }

    @Test
    void optimizersCheckTheirNumbers() {
        assertThatThrownBy(() -> new Optimizer.Adam(0)).hasMessage("rate must be positive and finite, got 0.0");
        assertThatThrownBy(() -> new Optimizer.Adam(1, 1, 0, 1)).hasMessage("beta1 must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new Optimizer.Adam(1, 0, -1, 1)).hasMessage("beta2 must be in [0, 1), got -1.0");
        assertThatThrownBy(() -> new Optimizer.RmsProp(1, Double.NaN, 1)).hasMessage("rho must be in [0, 1), got NaN");
        assertThatThrownBy(() -> new Optimizer.RmsProp(1, 0, 0))
                .hasMessage("epsilon must be positive and finite, got 0.0");
        assertThatThrownBy(() -> new Optimizer.Sgd(1, 1, 0)).hasMessage("momentum must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new Optimizer.Sgd(1, 0, -1))
                .hasMessage("decay must be at least 0 and finite, got -1.0");
    }

    @Test
    void dropoutTakesTheKeptShare() {
        String json = Dl4jConfiguration.of(Architectures.fiveBlocks(new Shape(1, 32, 32), 3, 1))
                .toJson();
        assertThat(json.split("\"p\" : 0.75", -1)).hasSize(1 + 6);
        assertThat(json.split("\"p\" : 0.5", -1)).hasSize(1 + 1);
    }

    /** Keras adds 0.02 times the sum of squared weights, without biases. */
    @Test
    void regularisationEqualsThatOfKeras() {
        MultiLayerNetwork model = Network.of(
                        Architectures.fiveBlocks(new Shape(1, 32, 32), 3, 1), Textures.LABELS, Textures.tiny(32))
                .model();
        double squares = 0;
        for (int layer : new int[] {16, 18}) {
            squares +=
                    Math.pow(model.getLayer(layer).getParam("W").norm2Number().doubleValue(), 2);
        }
        assertThat(model.calcRegularizationScore(true)).isCloseTo(0.02 * squares, within(1e-4 * squares));
    }

    /** Summed in double precision: DL4J's own sum is off by more than 1e-4 of this one. */
    @Test
    void theLossHasTheWholeRegularisation() {
        Network network = Network.of(Architectures.fiveBlocks(new Shape(1, 128, 129), 3, 1), Textures.LABELS);
        double squares = 0;
        for (int layer : new int[] {16, 18}) {
            for (float weight : network.weights().get(layer).get(0)) {
                squares += (double) weight * weight;
            }
        }
        assertThat(network.engine().regularisation()).isCloseTo(0.02 * squares, withinPercentage(1e-6));
        assertThat(network.model().calcRegularizationScore(true)).isNotCloseTo(0.02 * squares, withinPercentage(1e-2));
    }

    @Test
    void theBackwardPassInPiecesEqualsTheWholeOne() {
        MultiLayerNetwork whole =
                new MultiLayerNetwork(Dl4jConfiguration.of(Architectures.small(new Shape(1, 16, 16), 3, 1)));
        MultiLayerNetwork pieces =
                new MultiLayerNetwork(Dl4jConfiguration.of(Architectures.small(new Shape(1, 16, 16), 3, 1)));
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
        assertThatThrownBy(() -> Architectures.fiveBlocks(new Shape(1, 31, 129), 10, 1))
                .hasMessage("input must be at least 32 x 32, got 31 x 129");
        assertThatThrownBy(() -> Architectures.small(new Shape(1, 8, 7), 10, 1))
                .hasMessage("input must be at least 8 x 8, got 8 x 7");
        assertThatThrownBy(() -> Architectures.averagePools(new Shape(3, 16, 64), 10, 1))
                .hasMessage("input must be at least 17 x 17, got 16 x 64");
        assertThatThrownBy(() -> Architectures.wideKernelsAsPrinted(new Shape(1, 32, 31), 2, 1))
                .hasMessage("input must be at least 32 x 32, got 32 x 31");
        assertThatThrownBy(() -> Architectures.threeConvolutions(new Shape(1, 17, 196), 2, 1))
                .hasMessage("input must be at least 18 x 18, got 17 x 196");
        assertThatThrownBy(() -> Architectures.small(new Shape(1, 8, 8), 1, 1))
                .hasMessage("classes must be at least 2, got 1");
    }

    /** The minimum size leaves one position before the dense layers. */
    @Test
    void acceptsTheMinimumSizes() {
        assertThat(layers(Architectures.averagePools(new Shape(3, 17, 17), 2, 1)))
                .contains(layer("Dropout 0.5", "64", 0));
        assertThat(layers(Architectures.threeConvolutions(new Shape(1, 18, 18), 2, 1)))
                .contains(layer("Conv2D 64, 3 x 3, valid, relu", "64", 36_928));
    }

    @Test
    void settingsOfLayersHaveKerasNames() {
        List<LayerSummary> blocks =
                Architectures.fiveBlocks(new Shape(1, 128, 129), 10, 1).summary();
        assertThat(blocks)
                .extracting(LayerSummary::kind, LayerSummary::settings)
                .contains(
                        tuple("Conv2D", "filters 16, kernel 3 x 3, strides 1, padding same, relu"),
                        tuple("MaxPooling2D", "pool 2 x 2, strides 2"),
                        tuple("Dropout", "rate 0.25"),
                        tuple("Dense", "units 512, relu, L2 0.02"),
                        tuple("Dense", "units 10, softmax, categorical cross-entropy, L2 0.02"));
        assertThat(Architectures.small(new Shape(1, 8, 8), 3, 1).summary())
                .extracting(LayerSummary::kind, LayerSummary::settings)
                .contains(tuple("BatchNormalization", ""), tuple("GlobalAveragePooling2D", ""));
    }

    @Test
    void optimiserAndLossHaveKerasNames() {
        assertThat(Architectures.dense(Shape.row(57), 10, 1).compilation())
                .isEqualTo("Adam(learning_rate 0.001, beta_1 0.9, beta_2 0.999, epsilon 0.0000001), categorical"
                        + " cross-entropy (sparse categorical cross-entropy in Keras, since labels are numbers)");
        assertThat(Architectures.threeConvolutions(new Shape(1, 128, 196), 2, 1).compilation())
                .isEqualTo("RMSprop(learning_rate 0.001, rho 0.9, epsilon 0.0000001), categorical cross-entropy (of two"
                        + " labels the same as binary cross-entropy)");
        assertThat(Architectures.averagePools(new Shape(3, 64, 64), 10, 1).compilation())
                .startsWith("SGD(learning_rate 0.01, momentum 0.9, decay 0.00005), ");
        assertThat(Architectures.wideKernelsAsPrinted(new Shape(1, 32, 32), 2, 1)
                        .compilation())
                .endsWith("binary cross-entropy of raw outputs");
    }
}
