package io.github.jukelab.libtorch;

import io.github.jukelab.libtorch.ParameterLayout.Block;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Layer;
import io.github.jukelab.network.Layer.Activation;
import io.github.jukelab.network.Layer.Padding;
import io.github.jukelab.network.Layer.Pooling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The layers of a network, from a batch to the sums of its last layer. */
final class ForwardPass {

    /** DL4J's constants of a batch normalisation. */
    private static final double EPSILON = 1e-5;

    private static final double DECAY = 0.9;

    /** What happens to a batch on its way. */
    @FunctionalInterface
    private interface Stage {
        Tensor apply(Tensor input, boolean training);
    }

    private record MaxPooling(long... size) implements Stage {

        @Override
        public Tensor apply(Tensor input, boolean training) {
            return torch.max_pool2d(input, size, size, new long[] {0, 0}, new long[] {1, 1}, false);
        }
    }

    private static final Stage RELU = (input, training) -> input.relu_();

    private final FlatParameters parameters;
    private final List<Stage> stages = new ArrayList<>();

    ForwardPass(Architecture architecture, ParameterLayout layout, FlatParameters parameters) {
        this.parameters = parameters;
        List<Layer> layers = architecture.layers();
        for (int i = 0; i < layers.size(); i++) {
            add(layers.get(i), layout.blocks(i));
        }
        addDense(layout.blocks(layers.size()));
        rectifyLateAndOnce();
    }

    Tensor apply(Tensor batch, boolean training) {
        Tensor values = batch;
        for (Stage stage : stages) {
            values = stage.apply(values, training);
        }
        return values;
    }

    private void add(Layer layer, List<Block> blocks) {
        if (layer instanceof Layer.Conv2D conv) {
            addConvolution(conv, blocks);
            addActivation(conv.activation());
        } else if (layer instanceof Layer.Pooling2D pool) {
            addPooling(pool);
        } else if (layer instanceof Layer.Dense dense) {
            addDense(blocks);
            addActivation(dense.activation());
        } else if (layer instanceof Layer.Dropout dropout) {
            if (dropout.rate() > 0) {
                stages.add((input, training) -> torch.dropout(input, dropout.rate(), training));
            }
        } else if (layer instanceof Layer.BatchNormalization) {
            addNormalisation(blocks);
        } else if (layer instanceof Layer.ReLU) {
            addActivation(Activation.RELU);
        } else {
            stages.add((input, training) -> input.mean(new long[] {2, 3}, true, null));
        }
    }

    private void addActivation(Activation activation) {
        if (activation == Activation.RELU) {
            stages.add(RELU);
        }
    }

    /**
     * The maximum of rectified values is the rectified maximum, which is less work. A second ReLU in a row changes nothing;
     * in place, it would destroy what the first one needs for its gradient.
     */
    private void rectifyLateAndOnce() {
        for (int i = 1; i < stages.size(); i++) {
            if (stages.get(i) instanceof MaxPooling && stages.get(i - 1) == RELU) {
                Collections.swap(stages, i - 1, i);
            }
        }
        for (int i = stages.size() - 1; i > 0; i--) {
            if (stages.get(i) == RELU && stages.get(i - 1) == RELU) {
                stages.remove(i);
            }
        }
    }

    private void addConvolution(Layer.Conv2D conv, List<Block> blocks) {
        TensorOptional bias = new TensorOptional(parameters.leaf(blocks.get(0)));
        Tensor kernels = parameters.leaf(blocks.get(1));
        long[] stride = {conv.stride(), conv.stride()};
        long[] dilation = {1, 1};
        stages.add((input, training) -> {
            int rows = padding(conv, input.size(2));
            int columns = padding(conv, input.size(3));
            Tensor padded = input;
            if (rows % 2 + columns % 2 > 0) { // the larger half is at the end
                padded = torch.constant_pad_nd(input, new long[] {0, columns % 2, 0, rows % 2}, new Scalar(0));
            }
            return torch.conv2d(padded, kernels, bias, stride, new long[] {rows / 2, columns / 2}, dilation, 1);
        });
    }

    /** Rows or columns of zeros, at both ends together. */
    private static int padding(Layer.Conv2D conv, long size) {
        if (conv.padding() == Padding.VALID) {
            return 0;
        }
        long outputs = (size + conv.stride() - 1) / conv.stride();
        return (int) Math.max((outputs - 1) * conv.stride() + conv.kernel() - size, 0);
    }

    private void addPooling(Layer.Pooling2D pool) {
        long[] size = {pool.size(), pool.size()};
        if (pool.pooling() == Pooling.MAX) {
            stages.add(new MaxPooling(size));
        } else {
            stages.add((input, training) ->
                    torch.avg_pool2d(input, size, size, new long[] {0, 0}, false, true, new LongOptional()));
        }
    }

    private void addDense(List<Block> blocks) {
        Tensor weights = parameters.leaf(blocks.get(0));
        TensorOptional bias = new TensorOptional(parameters.leaf(blocks.get(1)));
        stages.add((input, training) -> torch.linear(input.flatten(1, -1), weights, bias));
    }

    /**
     * The running variance is kept by hand: DL4J's is that of the batch (divided by n), of which it keeps the decimal
     * logarithm of the root; libtorch would take the sample's (n - 1).
     */
    private void addNormalisation(List<Block> blocks) {
        TensorOptional gamma = new TensorOptional(parameters.leaf(blocks.get(0)));
        TensorOptional beta = new TensorOptional(parameters.leaf(blocks.get(1)));
        Tensor mean = parameters.view(blocks.get(2));
        Tensor deviation = parameters.view(blocks.get(3));
        TensorOptional runningMean = new TensorOptional(mean);
        TensorOptional none = new TensorOptional();
        stages.add((input, training) -> {
            if (!training) {
                TensorOptional variance = new TensorOptional(variance(deviation));
                return torch.batch_norm(input, gamma, beta, runningMean, variance, false, 0, EPSILON, false);
            }
            T_TensorTensorTensor_T all = torch.native_batch_norm(input, gamma, beta, none, none, true, 0, EPSILON);
            remember(mean, deviation, all.get1().detach(), all.get2().detach());
            return all.get0();
        });
    }

    private static void remember(Tensor mean, Tensor deviation, Tensor batchMean, Tensor batchInverse) {
        Scalar keep = new Scalar(DECAY);
        Scalar add = new Scalar(1 - DECAY);
        mean.mul_(keep).add_(batchMean, add);
        Tensor batchVariance = batchInverse.pow(new Scalar(-2.0)).sub(new Scalar(EPSILON));
        Tensor variance = variance(deviation).mul(keep).add_(batchVariance, add);
        deviation.copy_(variance.log10().mul(new Scalar(0.5)));
    }

    private static Tensor variance(Tensor deviation) {
        return deviation.mul(new Scalar(2 * Math.log(10))).exp();
    }
}
