package io.github.jukelab.libtorch;

import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where each array of a network lies in the flat vector of its parameters, in the order that {@link
 * io.github.jukelab.network.Engine} tells. */
final class ParameterLayout {

    /**
     * One array.
     *
     * @param from its first number
     * @param shape its sides, as libtorch has them
     * @param trained whether gradients change it: not the means and deviations of a batch normalisation
     * @param l2 added to the loss per squared number
     */
    record Block(long from, List<Long> shape, boolean trained, double l2) {

        long size() {
            return shape.stream().reduce(1L, Math::multiplyExact);
        }

        long to() {
            return from + size();
        }
    }

    /** A stretch of trained parameters, whose numbers in the optimiser's memory are together. */
    record Stretch(long from, long to) {

        int length() {
            return Math.toIntExact(to - from);
        }
    }

    private final List<List<Block>> layers = new ArrayList<>();
    private long end;

    ParameterLayout(Architecture architecture) {
        Shape shape = architecture.input();
        for (Layer layer : architecture.layers()) {
            layers.add(blocks(layer, shape));
            shape = layer.output(shape);
        }
        layers.add(dense(architecture.classes(), shape, architecture.outputL2()));
    }

    private List<Block> blocks(Layer layer, Shape input) {
        long channels = input.channels();
        if (layer instanceof Layer.Conv2D conv) {
            Block bias = add(true, 0, conv.filters());
            return List.of(bias, add(true, 0, conv.filters(), channels, conv.kernel(), conv.kernel()));
        }
        if (layer instanceof Layer.Dense dense) {
            return dense(dense.units(), input, dense.l2());
        }
        if (layer instanceof Layer.BatchNormalization) {
            Block gamma = add(true, 0, channels);
            Block beta = add(true, 0, channels);
            Block mean = add(false, 0, channels);
            return List.of(gamma, beta, mean, add(false, 0, channels));
        }
        return List.of();
    }

    private List<Block> dense(long units, Shape input, double l2) {
        Block weights = add(true, l2, units, input.values());
        return List.of(weights, add(true, 0, units));
    }

    private Block add(boolean trained, double l2, long... shape) {
        Block block = new Block(end, Arrays.stream(shape).boxed().toList(), trained, l2);
        end = block.to();
        return block;
    }

    /**
     * The arrays of one layer; the last is the one of the outputs.
     *
     * @return of a convolution biases and kernels, of a dense layer weights and biases, of a batch normalisation gamma,
     *     beta, means and deviations; none for other layers
     */
    List<Block> blocks(int layer) {
        return layers.get(layer);
    }

    /** Those that gradients change, in order. */
    List<Block> trained() {
        return layers.stream().flatMap(List::stream).filter(Block::trained).toList();
    }

    /** The number of all parameters. */
    long size() {
        return end;
    }

    /** The stretches of trained parameters, in order. */
    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (Block block : trained()) {
            int last = stretches.size() - 1;
            if (last >= 0 && stretches.get(last).to() == block.from()) {
                stretches.set(last, new Stretch(stretches.get(last).from(), block.to()));
            } else {
                stretches.add(new Stretch(block.from(), block.to()));
            }
        }
        return stretches;
    }
}
