package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Class weights in a network with one linear layer before the last, against the plain formula of one step. */
class TrainingClassWeightTest {

    private static final double RATE = 0.1;
    private static final double L2 = 0.01;
    private static final int WIDTH = 4;
    private static final int HIDDEN = 3;
    private static final List<String> LABELS = List.of("frequent", "rare");

    /** 12 and 3 examples: their weights are 15 / 24 and 15 / 6. */
    private static final double[] WEIGHTS = {0.625, 2.5};

    private static final Training ONE_STEP = Training.DEFAULT
            .withMode(TrainingMode.SHUFFLED_KEEP_LAST)
            .withEpochs(1)
            .withBatch(15)
            .withClassWeight(ClassWeight.BALANCED);

    private final Examples train = examples(12, 3, 1);
    private final Examples validation = examples(5, 6, 2);

    private static Examples examples(int frequent, int rare, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < frequent + rare; i++) {
            double[] row = random.doubles(WIDTH, -1, 1).toArray();
            row[0] += i < frequent ? 0 : 0.3;
            examples.add(Example.of(seed + "." + i, seed + "." + i, LABELS.get(i < frequent ? 0 : 1), row));
        }
        return Examples.of(LABELS, examples);
    }

    private static Network network(Loss loss) {
        return Network.of(
                Architecture.of(Shape.row(WIDTH), 2, 5)
                        .withOptimizer(new Optimizer.Sgd(RATE))
                        .withOutputL2(L2)
                        .withLoss(loss)
                        .add(new Layer.Dense(HIDDEN, Layer.Activation.LINEAR, 0)),
                LABELS);
    }

    /** Of a layer: one row per input, then the biases. */
    private static double[][] parameters(Network network, int layer) {
        INDArray weights = network.model().getParam(layer + "_W");
        float[] biases = network.model().getParam(layer + "_b").toFloatVector();
        double[][] values = new double[(int) weights.size(0) + 1][(int) weights.size(1)];
        for (int output = 0; output < weights.size(1); output++) {
            for (int i = 0; i < weights.size(0); i++) {
                values[i][output] = weights.getDouble(i, output);
            }
            values[values.length - 1][output] = biases[output];
        }
        return values;
    }

    private interface Slope {
        /** Derivative of the loss of an example by one of its outputs, before softmax. */
        double of(double[] outputs, int output, int actual);
    }

    private static double[] outputs(double[][] layer, double[] row) {
        double[] outputs = layer[row.length].clone();
        for (int output = 0; output < outputs.length; output++) {
            for (int i = 0; i < row.length; i++) {
                outputs[output] += row[i] * layer[i][output];
            }
        }
        return outputs;
    }

    /** The sum over all examples of the derivatives by the parameters of a layer, from its rows and errors. */
    private static double[][] stepped(double[][] before, double[][] rows, double[][] errors, double l2) {
        double[][] after = new double[before.length][before[0].length];
        for (int i = 0; i < before.length; i++) {
            for (int output = 0; output < before[0].length; output++) {
                boolean bias = i == before.length - 1;
                double gradient = bias ? 0 : 2 * l2 * before[i][output];
                for (int n = 0; n < rows.length; n++) {
                    gradient += (bias ? 1 : rows[n][i]) * errors[n][output] / rows.length;
                }
                after[i][output] = before[i][output] - RATE * gradient;
            }
        }
        return after;
    }

    private static double softmax(double[] outputs, int output, int actual) {
        double probability = 1 / (1 + Math.exp(outputs[1 - output] - outputs[output]));
        return probability - (output == actual ? 1 : 0);
    }

    private static double raw(double[] outputs, int output, int actual) {
        double value = outputs[output];
        if (value < 1e-7 || value > 1 - 1e-7) {
            return 0;
        }
        return (actual == 1 ? -1 / value : 1 / (1 - value)) / 2;
    }

    private void assertStep(Loss loss, Slope slope) {
        Network network = network(loss);
        double[][] first = parameters(network, 0);
        double[][] last = parameters(network, 1);
        double[][] rows = new double[train.size()][];
        double[][] hidden = new double[train.size()][];
        double[][] errors = new double[train.size()][2];
        double[][] hiddenErrors = new double[train.size()][HIDDEN];
        for (int n = 0; n < train.size(); n++) {
            float[] values = train.values(n);
            rows[n] = IntStream.range(0, WIDTH).mapToDouble(i -> values[i]).toArray();
            hidden[n] = outputs(first, rows[n]);
            int actual = train.label(n).orElseThrow();
            for (int output = 0; output < 2; output++) {
                errors[n][output] = WEIGHTS[actual] * slope.of(outputs(last, hidden[n]), output, actual);
                for (int i = 0; i < HIDDEN; i++) {
                    hiddenErrors[n][i] += errors[n][output] * last[i][output];
                }
            }
        }
        ONE_STEP.fit(network, train, validation);
        assertClose(parameters(network, 1), stepped(last, hidden, errors, L2));
        assertClose(parameters(network, 0), stepped(first, rows, hiddenErrors, 0));
        assertThat(Math.abs(parameters(network, 1)[0][0] - last[0][0])).isGreaterThan(1e-4);
    }

    private static void assertClose(double[][] actual, double[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).containsExactly(expected[i], within(5e-5));
        }
    }

    @Test
    void aStepMultipliesTheGradientOfEachExample() {
        assertStep(Loss.CATEGORICAL_CROSSENTROPY, TrainingClassWeightTest::softmax);
    }

    @Test
    void alsoWithTheLossAsPrinted() {
        assertStep(Loss.RAW_BINARY_CROSSENTROPY, TrainingClassWeightTest::raw);
    }

    private static double loss(Predictions predictions, double[][] parameters) {
        double sum = 0;
        for (var row : predictions.rows()) {
            sum -= WEIGHTS[row.actual()] * Math.log(row.probabilities()[row.actual()]);
        }
        double squares = 0;
        for (int i = 0; i < HIDDEN; i++) {
            squares += Math.pow(parameters[i][0], 2) + Math.pow(parameters[i][1], 2);
        }
        return sum / predictions.rows().size() + L2 * squares;
    }

    /** The weights of the validation set are those of the training set. */
    @Test
    void lossesAreWeightedAndAccuraciesAreNot() {
        Network network = network(Loss.CATEGORICAL_CROSSENTROPY);
        Predictions before = network.predict(train);
        double trainLoss = loss(before, parameters(network, 1));

        Epoch epoch = ONE_STEP.fit(network, train, validation).last();

        Predictions after = network.predict(validation);
        assertThat(epoch.loss()).isCloseTo(trainLoss, within(1e-5));
        assertThat(epoch.validationLoss()).isCloseTo(loss(after, parameters(network, 1)), within(1e-5));
        assertThat(epoch.accuracy()).isEqualTo(Evaluation.of(before).accuracy());
        assertThat(epoch.validationAccuracy()).isEqualTo(Evaluation.of(after).accuracy());
        assertThat(epoch.score()).isCloseTo(Evaluation.of(after).balancedAccuracy(), within(1e-12));
    }

    @Test
    void theBestEpochHasTheHighestScore() {
        Epoch majority = new Epoch(1, 1, 0.9, 1, 0.9, 0.001, 1, 0.5);
        Epoch fair = new Epoch(2, 1, 0.8, 1, 0.8, 0.001, 1, 0.8);
        assertThat(new History(List.of(majority, fair)).best()).isEqualTo(fair);
        assertThat(new Epoch(1, 1, 0.9, 1, 0.7, 0.001, 1).score()).isEqualTo(0.7);
    }

    @Test
    void evenLabelsTrainAsWithoutWeights() {
        Examples even = examples(8, 8, 3);
        Network weighted = network(Loss.CATEGORICAL_CROSSENTROPY);
        Network plain = network(Loss.CATEGORICAL_CROSSENTROPY);
        Training five = ONE_STEP.withEpochs(5).withBatch(5);
        five.fit(weighted, even, even);
        new Training(
                        five.mode(),
                        five.epochs(),
                        five.batch(),
                        five.seed(),
                        five.augmentation(),
                        five.plateau(),
                        five.patience(),
                        Optional.empty(),
                        Optional.empty())
                .fit(plain, even, even);
        assertClose(parameters(weighted, 0), parameters(plain, 0));
        assertClose(parameters(weighted, 1), parameters(plain, 1));
    }

    @Test
    void isNamed() {
        assertThat(ONE_STEP).asString().endsWith("balanced class weights]");
        assertThat(Training.DEFAULT).asString().doesNotContain("class weights");
    }
}
