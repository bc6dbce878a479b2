package io.github.jukelab.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small sets whose answers are known. */
final class Toys {

    static final List<String> LABELS = List.of("low", "high");

    private Toys() {}

    /** One feature; each value is a song by itself. */
    static Samples line(String label, double... values) {
        List<Sample> samples = new ArrayList<>();
        for (double value : values) {
            samples.add(sample(label + samples.size(), label, value));
        }
        return Samples.of(List.of("place"), LABELS, samples);
    }

    static Samples both(Samples first, Samples second) {
        List<Sample> samples = new ArrayList<>(first.samples());
        samples.addAll(second.samples());
        return Samples.of(first.features(), first.labels(), samples);
    }

    /** Four low ones at 0 to 3, four high ones at 10 to 13. */
    static Samples apart() {
        return both(line("low", 0, 1, 2, 3), line("high", 10, 11, 12, 13));
    }

    static Sample sample(String id, String label, double... values) {
        return new Sample(id, id, label, values);
    }

    /** Clouds of two features around (0, 0), (8, 0), (0, 8); three pieces a song, of labels a, b, c. */
    static Samples clouds(int songs, double spread, long seed) {
        Random random = new Random(seed);
        List<String> labels = List.of("a", "b", "c");
        double[][] centres = {{0, 0}, {8, 0}, {0, 8}};
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 3 * songs; i++) {
            int label = i % 3;
            String track = labels.get(label) + "." + i / 9;
            double[] values = {
                centres[label][0] + spread * random.nextGaussian(), centres[label][1] + spread * random.nextGaussian()
            };
            samples.add(new Sample(track + "." + i, track, labels.get(label), values));
        }
        return Samples.of(List.of("x", "y"), labels, samples);
    }
}
