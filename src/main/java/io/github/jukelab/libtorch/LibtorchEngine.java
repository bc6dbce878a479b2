package io.github.jukelab.libtorch;

import io.github.jukelab.input.Shape;
import io.github.jukelab.libtorch.ParameterLayout.Block;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Batch;
import io.github.jukelab.network.Engine;
import io.github.jukelab.network.Layer;
import io.github.jukelab.network.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** One network, computed by libtorch. */
final class LibtorchEngine implements Engine {

    /** Of the raw loss, as TensorFlow has it: 1e-7 in 32 bits. */
    private static final float EPSILON = 1e-7f;

    /** The loss that is told of an example is at most this, as in DL4J; the gradient knows no limit. */
    private static final double LARGEST = -Math.log(1e-10);

    private final Architecture architecture;
    private final Device device;
    private final boolean channelsLast;
    private final FlatParameters parameters;
    private final OptimizerState optimizer;
    private final ForwardPass forward;
    private final List<Regularised> regularised;

    /** What lasts as long as the engine. */
    private final PointerScope lasting;

    private FloatPointer features = new FloatPointer(0L);
    private LongPointer labels = new LongPointer(0L);
    private double[] labelWeights = {};
    private double rate;

    /** An array whose squares count in the loss. */
    private record Regularised(Tensor values, double l2) {}

    /** @param device such as {@code cpu} or {@code cuda:0} */
    LibtorchEngine(Architecture architecture, String device) {
        this.architecture = architecture;
        this.channelsLast = architecture.layers().stream().noneMatch(Layer.BatchNormalization.class::isInstance);
        this.rate = architecture.optimizer().rate();
        ParameterLayout layout = new ParameterLayout(architecture);
        try (PointerScope scope = new PointerScope()) {
            this.device = new Device(device);
            parameters = new FlatParameters(layout.size(), device);
            optimizer = new OptimizerState(architecture.optimizer(), layout, parameters);
            forward = new ForwardPass(architecture, layout, parameters);
            regularised = layout.trained().stream()
                    .filter(block -> block.l2() != 0)
                    .map(this::regularised)
                    .toList();
            lasting = scope.extend();
        }
    }

    private Regularised regularised(Block block) {
        return new Regularised(parameters.values().narrow(0, block.from(), block.size()), block.l2());
    }

    @Override
    public Step train(Batch batch) {
        return compute(batch, () -> {
            Tensor actual = labels(batch.size());
            parameters.gradient().zero_();
            Tensor outputs = forward.apply(features(batch), true);
            Tensor losses = losses(outputs, actual);
            mean(losses, actual).backward();
            double loss =
                    mean(losses.detach().clamp_max(new Scalar(LARGEST)), actual).item_double();
            Step step = new Step(loss + penalty(), correct(outputs, actual));
            optimizer.update(rate);
            return step;
        });
    }

    /** Computes with a batch that is where libtorch can read it. */
    private <T> T compute(Batch batch, Supplier<T> work) {
        read(batch);
        return Cuda.explained(batch.size(), () -> Libtorch.inScope(work));
    }

    private static int correct(Tensor outputs, Tensor actual) {
        return outputs.argmax(new LongOptional(1), false).eq(actual).sum().item_int();
    }

    @Override
    public float[][] outputs(Batch batch) {
        float[] numbers = compute(
                batch,
                () -> Libtorch.withoutGradients(() -> {
                    Tensor sums = forward.apply(features(batch), false);
                    boolean raw = architecture.loss() == Loss.RAW_BINARY_CROSSENTROPY;
                    return FlatParameters.numbers(raw ? sums : torch.softmax(sums, 1));
                }));
        int classes = architecture.classes();
        return IntStream.range(0, batch.size())
                .mapToObj(i -> Arrays.copyOfRange(numbers, i * classes, (i + 1) * classes))
                .toArray(float[][]::new);
    }

    private Tensor losses(Tensor outputs, Tensor actual) {
        return architecture.loss() == Loss.RAW_BINARY_CROSSENTROPY
                ? rawLosses(outputs, actual)
                : torch.cross_entropy_loss(outputs, actual, new TensorOptional(), torch.Reduction.None.value, -100, 0);
    }

    /** Over the batch, with the weights of the labels. */
    private Tensor mean(Tensor losses, Tensor actual) {
        return (labelWeights.length == 0 ? losses : losses.mul(weights().index_select(0, actual))).mean();
    }

    private Tensor weights() {
        float[] numbers = new float[labelWeights.length];
        IntStream.range(0, numbers.length).forEach(i -> numbers[i] = (float) labelWeights[i]);
        Tensor weights = parameters.zeros(numbers.length);
        FlatParameters.set(weights, numbers);
        return weights;
    }

    /** Both outputs are taken for the probability of label 1. {@code 1 - o} comes first: {@code 1 + e} loses digits. */
    private static Tensor rawLosses(Tensor outputs, Tensor actual) {
        Scalar one = new Scalar(1.0);
        Scalar epsilon = new Scalar((double) EPSILON);
        Tensor clipped = outputs.clamp(new ScalarOptional(epsilon), new ScalarOptional(new Scalar(1.0 - EPSILON)));
        Tensor isOne = actual.to(torch.ScalarType.Float).view(-1, 1);
        Tensor ofOne = clipped.add(epsilon).log().mul(isOne);
        Tensor ofZero =
                clipped.neg().add(one).add(epsilon).log().mul(isOne.neg().add(one));
        return ofOne.add(ofZero).mean(new long[] {1}, false, null).neg();
    }

    /** Copies a batch to where libtorch can read it. Before any scope, so that it stays. */
    private void read(Batch batch) {
        long size = (long) batch.size() * batch.shape().values();
        if (features.capacity() < size) {
            features.close();
            features = new FloatPointer(size);
        }
        if (labels.capacity() < batch.size()) {
            labels.close();
            labels = new LongPointer((long) batch.size());
        }
        features.put(batch.features(), 0, (int) size);
        for (int i = 0; i < batch.size(); i++) {
            labels.put(i, batch.label(i));
        }
    }

    private Tensor features(Batch batch) {
        Shape shape = batch.shape();
        long[] sides = {batch.size(), shape.channels(), shape.height(), shape.width()};
        Tensor tensor;
        if (channelsLast && shape.channels() == 1) { // the same memory either way: only the strides tell
            long[] strides = {(long) shape.height() * shape.width(), 1, shape.width(), 1};
            tensor = torch.from_blob(features, sides, strides);
        } else {
            tensor = torch.from_blob(features, sides);
        }
        Tensor there = tensor.to(device, torch.ScalarType.Float);
        return channelsLast ? there.contiguous(torch.MemoryFormat.ChannelsLast) : there;
    }

    private Tensor labels(int size) {
        Tensor tensor = torch.from_blob(labels, new long[] {size}, new TensorOptions(torch.ScalarType.Long));
        return tensor.to(device, torch.ScalarType.Long);
    }

    @Override
    public double regularisation() {
        return Libtorch.inScope(() -> penalty());
    }

    private double penalty() {
        double sum = 0;
        for (Regularised one : regularised) {
            sum += one.l2 * one.values.dot(one.values).item_double();
        }
        return sum;
    }

    @Override
    public float[] parameters() {
        return Libtorch.inScope(() -> FlatParameters.numbers(parameters.values()));
    }

    @Override
    public void setParameters(float[] numbers) {
        Libtorch.inScope(() -> FlatParameters.set(parameters.values(), numbers));
    }

    @Override
    public void setLabelWeights(double[] weights) {
        labelWeights = weights.clone();
    }

    @Override
    public State state() {
        return Libtorch.inScope(() -> optimizer.state());
    }

    @Override
    public void restore(State state) {
        Libtorch.inScope(() -> optimizer.restore(state));
    }

    @Override
    public void resetState() {
        Libtorch.inScope(() -> optimizer.reset());
    }

    @Override
    public double learningRate() {
        return rate;
    }

    @Override
    public void setLearningRate(double rate) {
        this.rate = rate;
    }

    @Override
    public void setSeed(long seed) {
        torch.manual_seed(seed);
    }

    @Override
    public <T> T run(Supplier<T> work) {
        return Libtorch.run(architecture.isSmall(), work);
    }

    @Override
    public void close() {
        lasting.deallocate();
        features.close();
        labels.close();
    }

    @Override
    public String toString() {
        return "LibtorchEngine[" + architecture.input() + " to " + architecture.classes() + " labels]";
    }
}
