package io.github.jukelab.libtorch;

import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Layer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Examples of noise with a louder stripe, whose place tells the label. */
final class Noise {

    private Noise() {}

    static List<String> labels(Architecture architecture) {
        return IntStream.range(0, architecture.classes())
                .mapToObj(i -> "label " + i)
                .toList();
    }

    static Examples examples(Architecture architecture, int count, long seed) {
        List<String> labels = labels(architecture);
        Shape shape = architecture.input();
        SplittableRandom random = new SplittableRandom(seed);
        return Examples.of(labels, IntStream.range(0, count).mapToObj(i -> {
            int label = i % labels.size();
            String id = seed + "." + i;
            return new Example(id, id, labels.get(label), shape, values(shape.values(), label, labels.size(), random));
        }));
    }

    private static float[] values(int size, int label, int labels, SplittableRandom random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            boolean inStripe = (long) i * labels / size == label;
            values[i] = (float) random.nextDouble(-1, 1) + (inStripe ? 0.5f : 0);
        }
        return values;
    }

    static Architecture withoutDropout(Architecture architecture) {
        return new Architecture(
                architecture.input(),
                architecture.classes(),
                architecture.seed(),
                architecture.initializer(),
                architecture.optimizer(),
                architecture.layers().stream()
                        .filter(layer -> !(layer instanceof Layer.Dropout))
                        .toList(),
                architecture.outputL2(),
                architecture.loss());
    }
}
