package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A fitted {@link Svm}: the training samples that bear a gap, each kept once, and a machine a pair of labels. */
final class SupportVectors implements Model {

    /** Says {@code first} where the weighed likenesses to its support vectors, given by place, and the bias are above 0. */
    private record BinarySvm(int first, int second, int[] places, double[] weights, double bias) {

        double decision(double[] alike) {
            double sum = bias;
            for (int i = 0; i < places.length; i++) {
                sum += weights[i] * alike[places[i]];
            }
            return sum;
        }
    }

    private final Schema schema;
    private final KernelFunction likeness;
    private final ColumnMatrix vectors;
    private final List<BinarySvm> machines;

    private SupportVectors(Schema schema, KernelFunction likeness, ColumnMatrix vectors, List<BinarySvm> machines) {
        this.schema = schema;
        this.likeness = likeness;
        this.vectors = vectors;
        this.machines = machines;
    }

    static SupportVectors of(FeatureVectors train, KernelFunction likeness, double c, Progress progress) {
        int[] labels = train.present();
        if (labels.length < 2) {
            throw new IllegalArgumentException("an SVM needs samples of at least two labels, got only "
                    + train.labels().get(labels[0]));
        }
        double[][] rows = train.values();
        List<BinarySvm> machines = new ArrayList<>();
        int pairs = labels.length * (labels.length - 1) / 2;
        for (int first = 0; first < labels.length; first++) {
            for (int second = first + 1; second < labels.length; second++) {
                machines.add(machine(rows, train.actual(), labels[first], labels[second], likeness, c));
                String pair = train.labels().get(labels[first]) + " against "
                        + train.labels().get(labels[second]);
                progress.report(machines.size(), pairs, pair);
            }
        }
        return packed(train.schema(), likeness, rows, machines);
    }

    private static BinarySvm machine(
            double[][] rows, int[] actual, int first, int second, KernelFunction likeness, double c) {
        int[] ones = places(actual, first);
        int[] others = places(actual, second);
        int[] both =
                IntStream.concat(Arrays.stream(ones), Arrays.stream(others)).toArray();
        double[][] pair = Arrays.stream(both).mapToObj(i -> rows[i]).toArray(double[][]::new);
        SmoSolver solved = SmoSolver.solved(likeness, pair, ones.length, c);
        int[] bearing = IntStream.range(0, both.length)
                .filter(i -> solved.weight(i) != 0)
                .toArray();
        return new BinarySvm(
                first,
                second,
                Arrays.stream(bearing).map(i -> both[i]).toArray(),
                Arrays.stream(bearing).mapToDouble(solved::weight).toArray(),
                solved.bias());
    }

    private static int[] places(int[] actual, int label) {
        return IntStream.range(0, actual.length).filter(i -> actual[i] == label).toArray();
    }

    /** Keeps each vector once, however many machines it bears. */
    private static SupportVectors packed(
            Schema schema, KernelFunction likeness, double[][] rows, List<BinarySvm> machines) {
        int[] kept = machines.stream()
                .flatMapToInt(machine -> Arrays.stream(machine.places))
                .distinct()
                .sorted()
                .toArray();
        double[][] vectors = Arrays.stream(kept).mapToObj(i -> rows[i]).toArray(double[][]::new);
        List<BinarySvm> packed = machines.stream()
                .map(m -> new BinarySvm(m.first, m.second, packed(m.places, kept), m.weights, m.bias))
                .toList();
        return new SupportVectors(schema, likeness, ColumnMatrix.of(vectors), packed);
    }

    private static int[] packed(int[] places, int[] kept) {
        return Arrays.stream(places).map(i -> Arrays.binarySearch(kept, i)).toArray();
    }

    @Override
    public Predictions predict(FeatureVectors samples) {
        schema.require(samples);
        return samples.predictions(this::votes);
    }

    private float[] votes(double[] query) {
        Progress.checkInterrupted();
        float[] votes = new float[schema.labels().size()];
        double[] alike = likeness.of(vectors, query);
        for (BinarySvm machine : machines) {
            votes[machine.decision(alike) > 0 ? machine.first : machine.second]++;
        }
        for (int label = 0; label < votes.length; label++) {
            votes[label] /= machines.size();
        }
        return votes;
    }

    /** What each machine says, pair by pair: above 0 for the first of its labels. */
    double[] decisions(double[] query) {
        double[] alike = likeness.of(vectors, query);
        return machines.stream().mapToDouble(machine -> machine.decision(alike)).toArray();
    }

    @Override
    public String toString() {
        return "SupportVectors[" + vectors.rows() + " vectors, "
                + schema.labels().size() + " labels]";
    }
}
