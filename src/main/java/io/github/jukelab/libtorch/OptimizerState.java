package io.github.jukelab.libtorch;

import io.github.jukelab.libtorch.ParameterLayout.Block;
import io.github.jukelab.libtorch.ParameterLayout.Stretch;
import io.github.jukelab.network.Engine;
import io.github.jukelab.network.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** What an optimiser remembers, and its updates. All calls are within a {@code PointerScope}. */
final class OptimizerState {

    private record Piece(Tensor parameters, Tensor gradient, List<Tensor> memory, Tensor spare, double l2) {}

    private final UpdateRule rule;
    private final List<Stretch> stretches;
    private final List<Tensor> memory;
    private final List<Piece> pieces = new ArrayList<>();
    private int steps;

    OptimizerState(Optimizer optimizer, ParameterLayout layout, FlatParameters parameters) {
        rule = UpdateRule.of(optimizer);
        stretches = layout.stretches();
        memory = Stream.generate(() -> parameters.zeros(layout.size()))
                .limit(rule.memories())
                .toList();
        long piece = parameters.piece();
        Tensor spare = parameters.zeros(piece);
        for (Block block : layout.trained()) {
            for (long from = block.from(); from < block.to(); from += piece) {
                pieces.add(piece(parameters, spare, from, Math.min(piece, block.to() - from), block.l2()));
            }
        }
        reset();
    }

    private Piece piece(FlatParameters parameters, Tensor spare, long from, long size, double l2) {
        return new Piece(
                parameters.values().narrow(0, from, size),
                parameters.gradient().narrow(0, from, size),
                memory.stream().map(tensor -> tensor.narrow(0, from, size)).toList(),
                spare.narrow(0, 0, size),
                l2);
    }

    /** Changes the parameters by their gradient, to which it adds that of the regularisation. */
    void update(double rate) {
        steps++;
        UpdateRule.Step step = rule.step(rate, steps);
        for (Piece piece : pieces) {
            if (piece.l2 != 0) {
                piece.gradient.add_(piece.parameters, new Scalar(2 * piece.l2));
            }
            step.apply(piece.parameters, piece.gradient, piece.memory, piece.spare);
        }
    }

    void reset() {
        memory.forEach(tensor -> tensor.fill_(new Scalar(rule.initialMemory())));
    }

    private int length() {
        return stretches.stream().mapToInt(Stretch::length).sum() * memory.size();
    }

    Engine.State state() {
        List<float[]> numbers = memory.stream().map(FlatParameters::numbers).toList();
        float[] all = new float[length()];
        int to = 0;
        for (Stretch stretch : stretches) {
            for (float[] one : numbers) {
                System.arraycopy(one, (int) stretch.from(), all, to, stretch.length());
                to += stretch.length();
            }
        }
        return new Engine.State(all, steps);
    }

    void restore(Engine.State state) {
        float[] all = state.memory();
        if (all.length > 0 && all.length != length()) {
            throw new IllegalArgumentException("memory must be " + length() + " numbers, got " + all.length);
        }
        steps = state.steps();
        if (all.length == 0) {
            reset();
            return;
        }
        List<float[]> numbers = memory.stream().map(FlatParameters::numbers).toList();
        int from = 0;
        for (Stretch stretch : stretches) {
            for (float[] one : numbers) {
                System.arraycopy(all, from, one, (int) stretch.from(), stretch.length());
                from += stretch.length();
            }
        }
        IntStream.range(0, memory.size()).forEach(i -> FlatParameters.set(memory.get(i), numbers.get(i)));
    }
}
