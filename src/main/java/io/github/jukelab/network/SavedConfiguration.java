package io.github.jukelab.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.input.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.weights.WeightInitRelu;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.deeplearning4j.nn.weights.WeightInitXavierUniform;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.FixedSchedule;

/**
 * The architecture of a saved configuration of DL4J, whose classes are compared with known names and never looked up.
 *
 * <p>It is read in two steps. {@link #architecture} takes the settings that an architecture has and believes them.
 * {@link #restored} makes the configuration of that architecture, and compares it with the saved one, setting by
 * setting: so a number that was misread is found, and so is whatever no architecture can have.
 */
final class SavedConfiguration {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLASS = "@class";
    private static final Set<String> CLASSES = Stream.of(
                    ActivationIdentity.class,
                    ActivationLayer.class,
                    ActivationReLU.class,
                    ActivationSigmoid.class,
                    ActivationSoftmax.class,
                    Adam.class,
                    BatchNormalization.class,
                    CnnToFeedForwardPreProcessor.class,
                    ConvolutionLayer.class,
                    DenseLayer.class,
                    Dropout.class,
                    DropoutLayer.class,
                    FixedSchedule.class,
                    GlobalPoolingLayer.class,
                    L2Regularization.class,
                    LossMCXENT.class,
                    Momentum.class,
                    OutputLayer.class,
                    RawBinaryCrossEntropy.class,
                    RmsProp.class,
                    Sgd.class,
                    SubsamplingLayer.class,
                    WeightInitRelu.class,
                    WeightInitXavier.class,
                    WeightInitXavierUniform.class)
            .map(Class::getName)
            .collect(Collectors.toSet());
    private static final String CONFS = "confs";
    private static final String LAYER = "layer";
    private static final String ITERATIONS = "iterationCount";
    private static final String EPOCHS = "epochCount";
    /** The names of a layer's parameters, which DL4J adds when it makes a network. */
    private static final String VARIABLES = "variables";

    private SavedConfiguration() {}

    static Architecture architecture(JsonNode saved, Shape input) throws IOException {
        for (JsonNode name : saved.findValues(CLASS)) {
            if (!CLASSES.contains(name.textValue())) {
                throw unknown(name);
            }
        }
        JsonNode confs = saved.path(CONFS);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < confs.size() - 1; i++) {
            layers.add(layer(confs.get(i).path(LAYER)));
        }
        JsonNode last = confs.path(confs.size() - 1);
        JsonNode output = last.path(LAYER);
        if (!is(output, OutputLayer.class)) {
            throw unknown(output.path(CLASS));
        }
        return new Architecture(
                input,
                output.path("nout").asInt(),
                last.path("seed").asLong(),
                initializer(output.path("weightInitFn")),
                optimizer(output.path("iupdater")),
                layers,
                l2(output),
                loss(output.path("lossFn")));
    }

    private static boolean is(JsonNode node, Class<?> type) {
        return type.getName().equals(node.path(CLASS).textValue());
    }

    private static IOException unknown(JsonNode name) {
        if (!name.isTextual()) {
            return new IOException("configuration.json: a part of the architecture is missing");
        }
        String simple = name.textValue().substring(name.textValue().lastIndexOf('.') + 1);
        return new IOException("configuration.json: no architecture has the part \"" + simple + '"');
    }

    private static Layer layer(JsonNode layer) throws IOException {
        if (is(layer, ConvolutionLayer.class)) {
            boolean same = layer.path("convolutionMode").asText().equals(ConvolutionMode.Same.name());
            return new Layer.Conv2D(
                    layer.path("nout").asInt(),
                    layer.path("kernelSize").path(0).asInt(),
                    layer.path("stride").path(0).asInt(),
                    same ? Layer.Padding.SAME : Layer.Padding.VALID,
                    activation(layer));
        }
        if (is(layer, SubsamplingLayer.class)) {
            boolean max = layer.path("poolingType").asText().equals(PoolingType.MAX.name());
            int size = layer.path("kernelSize").path(0).asInt();
            return new Layer.Pooling2D(max ? Layer.Pooling.MAX : Layer.Pooling.AVERAGE, size);
        }
        if (is(layer, DenseLayer.class)) {
            return new Layer.Dense(layer.path("nout").asInt(), activation(layer), l2(layer));
        }
        if (is(layer, DropoutLayer.class)) {
            return new Layer.Dropout(
                    dropoutRate(layer.path("idropout").path("p").asDouble()));
        }
        if (is(layer, BatchNormalization.class)) {
            return new Layer.BatchNormalization();
        }
        if (is(layer, ActivationLayer.class)) {
            return new Layer.ReLU();
        }
        if (is(layer, GlobalPoolingLayer.class)) {
            return new Layer.GlobalAveragePooling2D();
        }
        throw unknown(layer.path(CLASS));
    }

    /** 1 - 0.8 is not 0.2 in binary: rounded to what was written, if it had at most nine digits. */
    private static double dropoutRate(double kept) {
        double rounded = Math.round((1 - kept) * 1e9) / 1e9;
        return 1 - rounded == kept ? rounded : 1 - kept;
    }

    private static Layer.Activation activation(JsonNode layer) {
        return is(layer.path("activationFn"), ActivationReLU.class) ? Layer.Activation.RELU : Layer.Activation.LINEAR;
    }

    private static double l2(JsonNode layer) {
        return layer.path("regularization").path(0).path("l2").path("value").asDouble() / 2;
    }

    private static Initializer initializer(JsonNode weights) throws IOException {
        if (is(weights, WeightInitRelu.class)) {
            return Initializer.HE_NORMAL;
        }
        if (is(weights, WeightInitXavierUniform.class)) {
            return Initializer.GLOROT_UNIFORM;
        }
        if (is(weights, WeightInitXavier.class)) {
            return Initializer.GLOROT_NORMAL;
        }
        throw unknown(weights.path(CLASS));
    }

    private static Optimizer optimizer(JsonNode updater) throws IOException {
        double rate = updater.path("learningRate").asDouble();
        double epsilon = updater.path("epsilon").asDouble();
        if (is(updater, Adam.class)) {
            double beta1 = updater.path("beta1").asDouble();
            return new Optimizer.Adam(rate, beta1, updater.path("beta2").asDouble(), epsilon);
        }
        if (is(updater, RmsProp.class)) {
            return new Optimizer.RmsProp(rate, updater.path("rmsDecay").asDouble(), epsilon);
        }
        if (is(updater, Sgd.class)) {
            return new Optimizer.Sgd(rate);
        }
        if (is(updater, Momentum.class)) {
            double momentum = updater.path("momentum").asDouble();
            return new Optimizer.Sgd(
                    updater.path("rate").asDouble(),
                    momentum,
                    updater.path("decay").asDouble());
        }
        throw unknown(updater.path(CLASS));
    }

    private static Loss loss(JsonNode loss) throws IOException {
        if (is(loss, RawBinaryCrossEntropy.class)) {
            return Loss.RAW_BINARY_CROSSENTROPY;
        }
        if (is(loss, LossMCXENT.class)) {
            return Loss.CATEGORICAL_CROSSENTROPY;
        }
        throw unknown(loss.path(CLASS));
    }

    /**
     * Loads the native library and makes DL4J's configuration of an architecture that was read from a saved one, with the numbers of steps and epochs that
     * it was trained for.
     *
     * @throws IOException if the saved one has anything else
     */
    static MultiLayerConfiguration restored(JsonNode saved, Architecture architecture) throws IOException {
        Backend.current();
        MultiLayerConfiguration configuration = Dl4jConfiguration.of(architecture);
        configuration.setIterationCount(count(saved, ITERATIONS));
        configuration.setEpochCount(count(saved, EPOCHS));
        for (int i = 0; i < saved.path(CONFS).size(); i++) {
            JsonNode layer = saved.path(CONFS).path(i);
            configuration.getConf(i).setIterationCount(count(layer, ITERATIONS));
            configuration.getConf(i).setEpochCount(count(layer, EPOCHS));
        }
        requireEqual("", JSON.readTree(configuration.toJson()), saved);
        return configuration;
    }

    private static int count(JsonNode node, String name) throws IOException {
        if (node.path(name).asInt() < 0) {
            throw new IOException("configuration.json: " + name + " must be at least 0");
        }
        return node.path(name).asInt();
    }

    private static void requireEqual(String path, JsonNode expected, JsonNode saved) throws IOException {
        if (!expected.isContainerNode() || expected.getNodeType() != saved.getNodeType()) {
            boolean equal = expected.isNumber() && saved.isNumber()
                    ? expected.doubleValue() == saved.doubleValue()
                    : expected.equals(saved);
            if (!equal) {
                throw new IOException("configuration.json: no architecture has this value of " + path);
            }
        } else if (expected.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), saved.size()); i++) {
                requireEqual(path + "[" + i + "]", expected.path(i), saved.path(i));
            }
        } else {
            for (String name : names(expected, saved)) {
                requireEqual(path.isEmpty() ? name : path + "." + name, expected.path(name), saved.path(name));
            }
        }
    }

    private static Set<String> names(JsonNode expected, JsonNode saved) {
        Set<String> names = new TreeSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        saved.fieldNames().forEachRemaining(names::add);
        names.remove(VARIABLES);
        return names;
    }
}
