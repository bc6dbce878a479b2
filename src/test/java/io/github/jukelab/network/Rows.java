package io.github.jukelab.network;

import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Synthetic rows of six numbers: each label raises two of them; three segments per track. */
final class Rows {

    static final List<String> LABELS = List.of("low", "middle", "high");

    static final Shape SHAPE = Shape.row(6);

    private Rows() {}

    static Examples examples(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Examples.of(LABELS, IntStream.range(0, count).mapToObj(i -> {
            int label = i / 3 % LABELS.size();
            String track = seed + "." + i / 3;
            return Example.of(track + "." + i % 3, track, LABELS.get(label), row(label, random));
        }));
    }

    private static double[] row(int label, SplittableRandom random) {
        return IntStream.range(0, 6)
                .mapToDouble(i -> random.nextDouble(-1, 1) + (i / 2 == label ? 1 : 0))
                .toArray();
    }

    static Network dense(long seed) {
        return Network.of(Architectures.dense(Shape.row(6), 3, seed), LABELS);
    }
}
