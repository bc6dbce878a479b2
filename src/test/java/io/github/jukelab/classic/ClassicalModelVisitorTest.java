package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.input.StandardScaler;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers of a model give its probabilities by the formulas of {@link ModelVisitor}. */
class ClassicalModelVisitorTest {

    /** No example has the second label. */
    private static final List<String> LABELS = List.of("cat", "cow", "dog", "goat");

    private enum Kind {
        NEIGHBOURS(NearestNeighbours.of(3)),
        RBF(Svm.rbf(1)),
        LINEAR(Svm.linear(1)),
        LOGISTIC(LogisticRegression.of(0.1));

        private final Classifier classifier;

        Kind(Classifier classifier) {
            this.classifier = classifier;
        }
    }

    private static Examples examples(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Examples.of(LABELS, IntStream.range(0, 30).mapToObj(i -> {
            double[] row = random.doubles(57, -1, 1).toArray();
            row[i % 3] += 1;
            return Example.of("" + i, "" + i, List.of("cat", "dog", "goat").get(i % 3), row);
        }));
    }

    private record Formula(double[] query) implements ModelVisitor<double[]> {

        @Override
        public double[] logisticRegression(double[][] weights, double[] intercepts) {
            double[] exponentials = IntStream.range(0, weights.length)
                    .mapToDouble(label -> Math.exp(product(weights[label], query) + intercepts[label]))
                    .toArray();
            double sum = Arrays.stream(exponentials).sum();
            return Arrays.stream(exponentials).map(value -> value / sum).toArray();
        }

        @Override
        public double[] svm(
                OptionalDouble gamma, double[][] supportVectors, double[][] weights, double[] biases, int[][] pairs) {
            double[] kernel = Arrays.stream(supportVectors)
                    .mapToDouble(vector -> gamma.isPresent()
                            ? Math.exp(-gamma.getAsDouble() * distance(vector, query))
                            : product(vector, query))
                    .toArray();
            double[] votes = new double[LABELS.size()];
            for (int i = 0; i < pairs.length; i++) {
                votes[pairs[i][product(weights[i], kernel) + biases[i] > 0 ? 0 : 1]] += 1.0 / pairs.length;
            }
            return votes;
        }

        @Override
        public double[] nearestNeighbours(int k, double[][] training, int[] actual) {
            double[] votes = new double[LABELS.size()];
            IntStream.range(0, actual.length)
                    .boxed()
                    .sorted((a, b) -> Double.compare(distance(training[a], query), distance(training[b], query)))
                    .limit(k)
                    .forEach(i -> votes[actual[i]] += 1.0 / k);
            return votes;
        }

        private static double product(double[] a, double[] b) {
            return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
        }

        private static double distance(double[] a, double[] b) {
            return IntStream.range(0, a.length)
                    .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                    .sum();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theNumbersGiveTheProbabilities(Kind kind) {
        Examples train = examples(1);
        FeatureVectorInput input =
                FeatureVectorInput.of(Preset.LIBROSA).withNormalisation(StandardScaler.byColumn(train));
        ClassicalModel model = ClassicalModel.fit(kind.classifier, train, input, Progress.NONE);
        Examples queries = examples(2);
        for (int i = 0; i < queries.size(); i++) {
            float[] values = queries.values(i);
            input.normalisation().apply(values);
            double[] query = IntStream.range(0, values.length)
                    .mapToDouble(j -> values[j])
                    .toArray();
            float[] expected = model.predict(queries).rows().get(i).probabilities();
            double[] probabilities = model.accept(new Formula(query));
            assertThat(probabilities).hasSize(expected.length);
            for (int label = 0; label < expected.length; label++) {
                assertThat((float) probabilities[label]).isCloseTo(expected[label], within(1e-6f));
            }
        }
    }
}
