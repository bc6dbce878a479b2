package io.github.jukelab.onnx;

import io.github.jukelab.classic.ModelVisitor;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The probabilities (example, label) of a classical model in ONNX. All is in double precision, as in the room {@code
 * classic}, since votes are decided by small differences.
 *
 * @param values standardised examples (example, value)
 * @param labels their number
 */
record ClassicalNodes(Tensor values, int labels) implements ModelVisitor<Tensor> {

    @Override
    public Tensor logisticRegression(double[][] weights, double[] intercepts) {
        Tensor scores = products(values, weights).plus(vector(intercepts));
        return scores.apply("Softmax", Map.of("axis", 1)).cast(ElementType.FLOAT);
    }

    @Override
    public Tensor svm(
            OptionalDouble gamma, double[][] supportVectors, double[][] weights, double[] biases, int[][] pairs) {
        Tensor kernel = gamma.isPresent()
                ? squaredDistances(supportVectors).times(-gamma.getAsDouble()).apply("Exp")
                : products(values, supportVectors);
        Tensor isFirst =
                products(kernel, weights).plus(vector(biases)).greater(0).cast(ElementType.DOUBLE);
        Tensor first = values.graph().matrix(votes(pairs, 0));
        Tensor second = values.graph().matrix(votes(pairs, 1));
        Tensor isSecond = isFirst.constant(1).minus(isFirst);
        return isFirst.matMul(first)
                .plus(isSecond.matMul(second))
                .divided(pairs.length)
                .cast(ElementType.FLOAT);
    }

    @Override
    public Tensor nearestNeighbours(int k, double[][] training, int[] actual) {
        Graph graph = values.graph();
        Tensor number = graph.constant(ElementType.INT64, new double[] {k});
        Tensor nearest = squaredDistances(training).smallest(number).get(1);
        double[][] votes = new double[training.length][labels];
        for (int i = 0; i < actual.length; i++) {
            votes[i][actual[i]] = 1;
        }
        return graph.matrix(votes).gathered(0, nearest).mean(1).cast(ElementType.FLOAT);
    }

    /** The label of each pair (pair, label): 1 for it, 0 for the others. */
    private double[][] votes(int[][] pairs, int place) {
        double[][] votes = new double[pairs.length][labels];
        for (int i = 0; i < pairs.length; i++) {
            votes[i][pairs[i][place]] = 1;
        }
        return votes;
    }

    /** The squared distance of each example to each row, by |x|² - 2 x·y + |y|². */
    private Tensor squaredDistances(double[][] rows) {
        double[] squares = Arrays.stream(rows)
                .mapToDouble(
                        row -> Arrays.stream(row).map(value -> value * value).sum())
                .toArray();
        Tensor own = values.squared().reduced("ReduceSum", 1, 1);
        return own.minus(products(values, rows).times(2)).plus(vector(squares));
    }

    private static Tensor products(Tensor examples, double[][] rows) {
        return examples.matMul(examples.graph().matrix(rows).transposed(1, 0));
    }

    private Tensor vector(double[] numbers) {
        return values.graph().constant(ElementType.DOUBLE, numbers, numbers.length);
    }
}
