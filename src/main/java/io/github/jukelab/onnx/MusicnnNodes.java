package io.github.jukelab.onnx;

import io.github.jukelab.embedding.Embedding;
import io.github.jukelab.embedding.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The network of an {@link Embedding} in ONNX. Its weights keep their names and their order of axes, which nodes change to
 * ONNX's; so the file can be read again.
 */
final class MusicnnNodes {

    private static final float EPSILON = 1e-3f;
    private static final int FRONT = 5;
    private static final int ALL = 8;

    private final Graph graph;
    private final Weights weights;

    private MusicnnNodes(Graph graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
    }

    /**
     * What the network makes of patches.
     *
     * @param embedding (patch, value)
     * @param tags (patch, tag)
     */
    record Outputs(Tensor embedding, Tensor tags) {}

    /** Adds the nodes for patches (patch, frame, band). */
    static Outputs of(Embedding embedding, Tensor patches) {
        return new MusicnnNodes(patches.graph(), embedding.weights()).outputs(patches);
    }

    private Outputs outputs(Tensor patches) {
        Tensor image = normalized(patches.unsqueezed(1), 0);
        List<Tensor> front = IntStream.range(0, FRONT)
                .mapToObj(i -> normalized(overBands(image, i), i + 1).reduced("ReduceMax", 0, 3))
                .toList();
        List<Tensor> maps = new ArrayList<>();
        maps.add(joined(1, front));
        for (int i = FRONT; i < ALL; i++) {
            Tensor last = maps.get(maps.size() - 1);
            Tensor next = normalized(overTime(last, i), i + 1);
            maps.add(i == FRONT ? next : next.plus(last));
        }
        Tensor all = joined(1, maps);
        Tensor pools = joined(2, List.of(all.reduced("ReduceMax", 1, 2), all.reduced("ReduceMean", 1, 2)));
        Tensor hidden =
                dense(normalized(pools.apply("Flatten"), ALL + 1), "dense").apply("Relu");
        Tensor embedding = normalized(hidden, ALL + 2);
        return new Outputs(embedding, dense(embedding, "dense_1").apply("Sigmoid"));
    }

    /** Images (patch, 1, frame, band) as (patch, filter, frame, place). */
    private Tensor overBands(Tensor image, int number) {
        String name = numbered("conv2d", number);
        Tensor kernel = weight(name + "/kernel").transposed(3, 2, 0, 1);
        int before = (height(name) - 1) / 2;
        int after = height(name) / 2;
        return image.apply("Conv", Map.of("pads", new long[] {before, 0, after, 0}), kernel, weight(name + "/bias"))
                .apply("Relu");
    }

    /** Maps (patch, map, frame) as (patch, filter, frame). */
    private Tensor overTime(Tensor maps, int number) {
        String name = numbered("conv2d", number);
        Tensor kernel = weight(name + "/kernel").transposed(3, 1, 0, 2).apply("Squeeze", graph.list(3));
        int before = (height(name) - 1) / 2;
        int after = height(name) / 2;
        return maps.apply("Conv", Map.of("pads", new long[] {before, after}), kernel, weight(name + "/bias"))
                .apply("Relu");
    }

    private int height(String name) {
        return weights.shape(name + "/kernel").get(0);
    }

    private Tensor normalized(Tensor values, int number) {
        String name = numbered("batch_normalization", number);
        return values.apply(
                "BatchNormalization",
                Map.of("epsilon", EPSILON),
                weight(name + "/gamma"),
                weight(name + "/beta"),
                weight(name + "/moving_mean"),
                weight(name + "/moving_variance"));
    }

    private Tensor dense(Tensor values, String name) {
        return values.apply("Gemm", weight(name + "/kernel"), weight(name + "/bias"));
    }

    private Tensor joined(int axis, List<Tensor> tensors) {
        return graph.node("Concat", ElementType.FLOAT, Map.of("axis", axis), tensors);
    }

    private static String numbered(String name, int number) {
        return number == 0 ? name : name + "_" + number;
    }

    private Tensor weight(String name) {
        int[] sizes = weights.shape(name).stream().mapToInt(Integer::intValue).toArray();
        return graph.floats(name, weights.values(name), sizes);
    }
}
