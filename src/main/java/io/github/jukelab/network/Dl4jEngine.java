package io.github.jukelab.network;

import io.github.jukelab.input.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * DL4J. Tensors are outside the heap and closed as soon as they are used: ND4J frees such memory only when the garbage
 * collector runs, and a training loop, which hardly uses the heap, seldom makes it run.
 */
final class Dl4jEngine implements Engine {

    private final MultiLayerNetwork model;
    private final long multiplications;
    private final double[] l2;
    private final Dl4jAccuracy accuracy = new Dl4jAccuracy();

    private Dl4jEngine(MultiLayerNetwork model, Architecture architecture) {
        this.model = model;
        this.multiplications = architecture.multiplications();
        this.l2 = architecture.l2();
        PiecewiseConvolution.install(model);
        model.setListeners(accuracy);
    }

    /** With new weights. */
    static Dl4jEngine of(Architecture architecture) {
        Backend.current();
        MultiLayerNetwork model = new MultiLayerNetwork(Dl4jConfiguration.of(architecture));
        model.init();
        return new Dl4jEngine(model, architecture);
    }

    /** With the parameters of a saved network of this architecture. */
    static Dl4jEngine of(Architecture architecture, MultiLayerConfiguration configuration, float[] parameters) {
        MultiLayerNetwork model = new MultiLayerNetwork(configuration);
        model.init(Nd4j.createFromArray(parameters), false);
        return new Dl4jEngine(model, architecture);
    }

    MultiLayerNetwork model() {
        return model;
    }

    @Override
    public Step train(Batch batch) {
        double rounding = regularisation() - model.calcRegularizationScore(true);
        try (INDArray features = features(batch);
                INDArray labels = labels(batch)) {
            model.fit(features, labels);
            return new Step(model.score() + rounding, accuracy.takeCorrect());
        }
    }

    @Override
    public float[][] outputs(Batch batch) {
        try (INDArray features = features(batch);
                INDArray outputs = model.output(features, false)) {
            return outputs.toFloatMatrix();
        }
    }

    private static INDArray features(Batch batch) {
        Shape shape = batch.shape();
        INDArray features =
                Nd4j.createUninitialized(DataType.FLOAT, batch.size(), shape.channels(), shape.height(), shape.width());
        features.data().asNioFloat().put(batch.features(), 0, batch.size() * shape.values());
        return features;
    }

    /** One row per example: 1 for its label, 0 elsewhere. */
    private static INDArray labels(Batch batch) {
        INDArray labels = Nd4j.create(DataType.FLOAT, batch.size(), batch.classes());
        for (int i = 0; i < batch.size(); i++) {
            labels.putScalar(i, batch.label(i), 1);
        }
        return labels;
    }

    /** In double precision: DL4J's own sum, of two million squares in single precision, is 0.03 % too low. */
    @Override
    public double regularisation() {
        double sum = 0;
        for (int i = 0; i < l2.length; i++) {
            if (l2[i] > 0) {
                try (INDArray weights = model.getLayer(i)
                        .getParam(DefaultParamInitializer.WEIGHT_KEY)
                        .castTo(DataType.DOUBLE)) {
                    sum += l2[i] * Math.pow(weights.norm2Number().doubleValue(), 2);
                }
            }
        }
        return sum;
    }

    @Override
    public float[] parameters() {
        return model.params().toFloatVector();
    }

    /** The parameters of each layer, the last one's too, as {@link Network#weights} orders them. */
    List<List<float[]>> weights() {
        return Arrays.stream(model.getLayers()).map(Dl4jEngine::weights).toList();
    }

    private static List<float[]> weights(Layer layer) {
        Map<String, INDArray> parameters = layer.paramTable();
        return Stream.of("W", "gamma", "b", "beta", "mean", "log10stdev")
                .filter(parameters::containsKey)
                .map(name -> name.equals("log10stdev") ? variances(parameters.get(name)) : values(parameters.get(name)))
                .toList();
    }

    private static float[] values(INDArray array) {
        try (INDArray copy = array.dup('c')) {
            return copy.data().asFloat();
        }
    }

    /** DL4J trains the logarithm of the standard deviation. */
    private static float[] variances(INDArray logarithms) {
        float[] variances = values(logarithms);
        for (int i = 0; i < variances.length; i++) {
            variances[i] = (float) Math.pow(10, 2 * variances[i]);
        }
        return variances;
    }

    @Override
    public void setParameters(float[] parameters) {
        try (INDArray values = Nd4j.createFromArray(parameters)) {
            model.params().assign(values.reshape(model.params().shape()));
        }
    }

    @Override
    public void setLabelWeights(double[] weights) {
        BaseOutputLayer output = (BaseOutputLayer) model.getOutputLayer().conf().getLayer();
        ILossFunction loss =
                output.getLossFn() instanceof WeightedLoss weighted ? weighted.inner() : output.getLossFn();
        output.setLossFn(weights.length == 0 ? loss : new WeightedLoss(loss, weights));
    }

    @Override
    public State state() {
        INDArray memory = model.getUpdater().getStateViewArray();
        return new State(memory == null ? new float[0] : memory.toFloatVector(), model.getIterationCount());
    }

    @Override
    public void restore(State state) {
        MultiLayerConfiguration configuration = model.getLayerWiseConfigurations();
        configuration.setIterationCount(state.steps());
        resetState();
        float[] numbers = state.memory();
        if (numbers.length > 0) {
            INDArray memory = model.getUpdater().getStateViewArray();
            try (INDArray values = Nd4j.createFromArray(numbers)) {
                memory.assign(values.reshape(memory.shape()));
            }
        }
    }

    @Override
    public void resetState() {
        model.setUpdater(null);
    }

    @Override
    public double learningRate() {
        return IntStream.range(0, model.getnLayers())
                .filter(i -> model.getLayer(i).numParams() > 0)
                .mapToDouble(model::getLearningRate)
                .findFirst()
                .orElseThrow();
    }

    /** Only if it changes, since DL4J creates a new updater each time. */
    @Override
    public void setLearningRate(double rate) {
        if (rate != learningRate()) {
            model.setLearningRate(rate);
        }
    }

    @Override
    public void setSeed(long seed) {
        Nd4j.getRandom().setSeed(seed);
    }

    @Override
    public <T> T run(Supplier<T> work) {
        return Threads.run(multiplications, work);
    }

    /** Nothing to do: ND4J frees what is left with the garbage collector. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return "Dl4jEngine[" + model.numParams() + " parameters]";
    }
}
