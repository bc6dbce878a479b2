package io.github.jukelab.network;

import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Shape;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Stft;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Synthetic pictures: each label is a texture with noise; four examples per track. */
final class Textures {

    static final List<String> LABELS = List.of("lines", "columns", "checks");

    /** Windows of 8 frames of 32 samples: pictures of 8 x 8. */
    static final MelWindows TINY = tiny(8);

    private Textures() {}

    static MelWindows tiny(int size) {
        return MelWindows.AS_PRINTED
                .withMel(MelBank.of(size, 22_050))
                .withStft(Stft.of(64).withHop(32))
                .withWindows(32 * (size - 1), 32);
    }

    static Examples examples(int count, int size, long seed) {
        return Examples.of(LABELS, list(count, size, seed));
    }

    static List<Example> list(int count, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Example> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = i % LABELS.size();
            String track = seed + "." + LABELS.get(label) + "." + i / 12;
            list.add(new Example(
                    seed + "." + i, track, LABELS.get(label), new Shape(1, size, size), picture(label, size, random)));
        }
        return list;
    }

    private static float[] picture(int label, int size, SplittableRandom random) {
        int shift = random.nextInt(4);
        float[] values = new float[size * size];
        IntStream.range(0, values.length).forEach(i -> {
            int row = (i / size + shift) / 2 % 2;
            int column = (i % size + shift) / 2 % 2;
            int wave = label == 0 ? row : label == 1 ? column : row ^ column;
            values[i] = (float) (wave + random.nextDouble() - 1);
        });
        return values;
    }
}
