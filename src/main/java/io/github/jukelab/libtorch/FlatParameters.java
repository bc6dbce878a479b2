package io.github.jukelab.libtorch;

import io.github.jukelab.libtorch.ParameterLayout.Block;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** All parameters of a network and their gradient, one flat tensor each; and how numbers get in and out of tensors. */
final class FlatParameters {

    /** As many numbers as stay in the cache of a processor while several operations go over them. */
    private static final long CACHED = 32_768;

    private final String device;
    private final Tensor values;
    private final Tensor gradient;

    /** @param device such as {@code cpu} */
    FlatParameters(long size, String device) {
        this.device = device;
        values = zeros(size);
        gradient = zeros(size);
    }

    /** The numbers that an optimiser updates at a time. A card takes all of an array, as each call costs it time. */
    long piece() {
        return device.equals("cpu") ? CACHED : values.numel();
    }

    /** On the same device. */
    Tensor zeros(long size) {
        return torch.zeros(new long[] {size}, Libtorch.floats(device));
    }

    Tensor values() {
        return values;
    }

    Tensor gradient() {
        return gradient;
    }

    /** An array of parameters. It has a version counter of its own, so that a change does not invalidate others' gradients. */
    Tensor view(Block block) {
        return view(values, block).variable_data();
    }

    /** The same with a gradient: backward adds it to the flat one. */
    Tensor leaf(Block block) {
        Tensor leaf = view(block).requires_grad_(true);
        leaf.mutable_grad().put(view(gradient, block));
        return leaf;
    }

    private static Tensor view(Tensor flat, Block block) {
        long[] shape = block.shape().stream().mapToLong(Long::longValue).toArray();
        return flat.narrow(0, block.from(), block.size()).view(shape);
    }

    static float[] numbers(Tensor tensor) {
        Tensor whole = tensor.cpu().contiguous();
        float[] numbers = new float[Math.toIntExact(whole.numel())];
        whole.data_ptr_float().get(numbers);
        return numbers;
    }

    static void set(Tensor tensor, float[] numbers) {
        if (numbers.length != tensor.numel()) {
            throw new IllegalArgumentException("must be " + tensor.numel() + " numbers, got " + numbers.length);
        }
        tensor.copy_(torch.from_blob(new FloatPointer(numbers), new long[] {numbers.length}));
    }
}
