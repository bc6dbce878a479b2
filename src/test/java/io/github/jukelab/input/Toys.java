package io.github.jukelab.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small data sets with known results. */
public final class Toys {

    public static final List<String> LABELS = List.of("low", "high");

    private Toys() {}

    /** Vectors of one feature; each value is a track of its own. */
    public static FeatureVectors line(String label, double... values) {
        List<FeatureVector> vectors = new ArrayList<>();
        for (double value : values) {
            vectors.add(vector(label + vectors.size(), label, value));
        }
        return FeatureVectors.of(List.of("x"), LABELS, vectors);
    }

    public static FeatureVectors both(FeatureVectors first, FeatureVectors second) {
        List<FeatureVector> vectors = new ArrayList<>(first.vectors());
        vectors.addAll(second.vectors());
        return FeatureVectors.of(first.features(), first.labels(), vectors);
    }

    /** Four vectors of label low at 0 to 3, four of label high at 10 to 13. */
    public static FeatureVectors apart() {
        return both(line("low", 0, 1, 2, 3), line("high", 10, 11, 12, 13));
    }

    public static FeatureVector vector(String id, String label, double... values) {
        return new FeatureVector(id, id, label, values);
    }

    /** Clouds of two features around (0, 0), (8, 0), (0, 8); three segments per track, of labels a, b, c. */
    public static FeatureVectors clouds(int tracks, double spread, long seed) {
        Random random = new Random(seed);
        List<String> labels = List.of("a", "b", "c");
        double[][] centres = {{0, 0}, {8, 0}, {0, 8}};
        List<FeatureVector> vectors = new ArrayList<>();
        for (int i = 0; i < 3 * tracks; i++) {
            int label = i % 3;
            String track = labels.get(label) + "." + i / 9;
            double[] values = {
                centres[label][0] + spread * random.nextGaussian(), centres[label][1] + spread * random.nextGaussian()
            };
            vectors.add(new FeatureVector(track + "." + i, track, labels.get(label), values));
        }
        return FeatureVectors.of(List.of("x", "y"), labels, vectors);
    }
}
