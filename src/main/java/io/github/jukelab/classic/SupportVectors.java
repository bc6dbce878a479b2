package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.input.FeatureVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A trained {@link Svm}: the support vectors, each stored once, and one binary classifier per pair of labels. */
record SupportVectors(Schema schema, KernelFunction kernel, ColumnMatrix supportVectors, List<BinarySvm> classifiers)
        implements Fitted {

    SupportVectors {
        supportVectors.require(schema.features().size());
        Settings.require(!classifiers.isEmpty(), "there must be at least one classifier");
        Settings.require(
                classifiers.stream().map(BinarySvm::pair).distinct().count() == classifiers.size(),
                "each pair of labels must have one classifier");
        for (BinarySvm svm : classifiers) {
            schema.requireLabel(svm.first);
            schema.requireLabel(svm.second);
            boolean inside = Arrays.stream(svm.indices).allMatch(i -> i >= 0 && i < supportVectors.rows());
            Settings.require(inside, "each index must be that of a support vector");
        }
    }

    /**
     * Predicts {@code first} if the weighted kernel values of its support vectors, given by index, plus bias exceed 0.
     */
    record BinarySvm(int first, int second, int[] indices, double[] weights, double bias) {

        BinarySvm {
            Settings.require(first < second, "the labels of a pair must ascend");
            Settings.require(indices.length == weights.length, "there must be one weight per index");
            boolean finite = Double.isFinite(bias) && Arrays.stream(weights).allMatch(Double::isFinite);
            Settings.require(finite, "weights and bias must be finite");
        }

        List<Integer> pair() {
            return List.of(first, second);
        }

        double decision(double[] kernelValues) {
            double sum = bias;
            for (int i = 0; i < indices.length; i++) {
                sum += weights[i] * kernelValues[indices[i]];
            }
            return sum;
        }
    }

    /** The limits of the weights are by label. */
    static SupportVectors of(FeatureVectors train, KernelFunction kernel, double[] limits, Progress progress) {
        int[] labels = Schema.present(train);
        if (labels.length < 2) {
            throw new IllegalArgumentException("an SVM needs at least two labels, got only "
                    + train.labels().get(labels[0]));
        }
        double[][] rows = train.values();
        List<BinarySvm> classifiers = new ArrayList<>();
        int pairs = labels.length * (labels.length - 1) / 2;
        for (int first = 0; first < labels.length; first++) {
            for (int second = first + 1; second < labels.length; second++) {
                classifiers.add(binarySvm(rows, train.actual(), labels[first], labels[second], kernel, limits));
                String pair = train.labels().get(labels[first]) + " against "
                        + train.labels().get(labels[second]);
                progress.report(classifiers.size(), pairs, pair);
            }
        }
        return packed(Schema.of(train), kernel, rows, classifiers);
    }

    private static BinarySvm binarySvm(
            double[][] rows, int[] actual, int first, int second, KernelFunction kernel, double[] limits) {
        int[] ones = indices(actual, first);
        int[] others = indices(actual, second);
        int[] both =
                IntStream.concat(Arrays.stream(ones), Arrays.stream(others)).toArray();
        double[][] pair = Arrays.stream(both).mapToObj(i -> rows[i]).toArray(double[][]::new);
        SmoSolver solved = SmoSolver.solved(kernel, pair, ones.length, limits[first], limits[second]);
        int[] support = IntStream.range(0, both.length)
                .filter(i -> solved.weight(i) != 0)
                .toArray();
        return new BinarySvm(
                first,
                second,
                Arrays.stream(support).map(i -> both[i]).toArray(),
                Arrays.stream(support).mapToDouble(solved::weight).toArray(),
                solved.bias());
    }

    private static int[] indices(int[] actual, int label) {
        return IntStream.range(0, actual.length).filter(i -> actual[i] == label).toArray();
    }

    /** Stores each support vector once, even if several classifiers use it. */
    private static SupportVectors packed(
            Schema schema, KernelFunction kernel, double[][] rows, List<BinarySvm> classifiers) {
        int[] kept = classifiers.stream()
                .flatMapToInt(svm -> Arrays.stream(svm.indices))
                .distinct()
                .sorted()
                .toArray();
        double[][] vectors = Arrays.stream(kept).mapToObj(i -> rows[i]).toArray(double[][]::new);
        List<BinarySvm> packed = classifiers.stream()
                .map(m -> new BinarySvm(m.first, m.second, packed(m.indices, kept), m.weights, m.bias))
                .toList();
        return new SupportVectors(schema, kernel, ColumnMatrix.of(vectors), packed);
    }

    private static int[] packed(int[] indices, int[] kept) {
        return Arrays.stream(indices).map(i -> Arrays.binarySearch(kept, i)).toArray();
    }

    @Override
    public float[] probabilities(double[] query) {
        Progress.checkInterrupted();
        float[] votes = new float[schema.labels().size()];
        double[] kernelValues = kernel.of(supportVectors, query);
        for (BinarySvm svm : classifiers) {
            votes[svm.decision(kernelValues) > 0 ? svm.first : svm.second]++;
        }
        for (int label = 0; label < votes.length; label++) {
            votes[label] /= classifiers.size();
        }
        return votes;
    }

    @Override
    public <T> T accept(ModelVisitor<T> visitor) {
        return visitor.svm(
                kernel.radial() ? OptionalDouble.of(kernel.gamma()) : OptionalDouble.empty(),
                supportVectors.toRows(),
                classifiers.stream().map(this::weights).toArray(double[][]::new),
                classifiers.stream().mapToDouble(BinarySvm::bias).toArray(),
                classifiers.stream()
                        .map(svm -> new int[] {svm.first, svm.second})
                        .toArray(int[][]::new));
    }

    /** One weight per support vector of all classifiers; an index may be there twice. */
    private double[] weights(BinarySvm svm) {
        double[] weights = new double[supportVectors.rows()];
        for (int i = 0; i < svm.indices.length; i++) {
            weights[svm.indices[i]] += svm.weights[i];
        }
        return weights;
    }

    /** The decision value of each binary classifier, pair by pair: above 0 for the first of its labels. */
    double[] decisions(double[] query) {
        double[] kernelValues = kernel.of(supportVectors, query);
        return classifiers.stream()
                .mapToDouble(svm -> svm.decision(kernelValues))
                .toArray();
    }

    @Override
    public String toString() {
        return "SupportVectors[" + supportVectors.rows() + " vectors, "
                + schema.labels().size() + " labels]";
    }
}
