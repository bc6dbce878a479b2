package io.github.jukelab.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Checkpoints;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Optimizer;
import io.github.jukelab.network.Training;
import io.github.jukelab.network.TrainingMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trainings by libtorch: the same losses as by DL4J, and a network that is as if DL4J had trained it. */
class LibtorchEngineTrainingTest {

    private static final Architecture SMALL = Architectures.small(new Shape(1, 16, 16), 3, 1);

    @BeforeAll
    static void libraryIsThere() {
        NativeLibrary.assumeIsThere();
    }

    private static Network network(Architecture architecture) {
        return Network.of(architecture, Noise.labels(architecture));
    }

    private static Training libtorch(int epochs) {
        return Training.DEFAULT.withEpochs(epochs).withBatch(12).withEngine("libtorch");
    }

    static Stream<Architecture> architectures() {
        return LibtorchEngineTest.architectures().map(Noise::withoutDropout);
    }

    /**
     * Two epochs for RMSProp: on noise its losses jump later, and any rounding makes them jump elsewhere. DL4J's own
     * losses of large networks are up to 0.07 % low, since it sums the squares of their weights in 32 bits.
     */
    @ParameterizedTest
    @MethodSource("architectures")
    void lossesAreThoseOfDl4j(Architecture architecture) {
        Examples train = Noise.examples(architecture, 48, 1);
        Examples validation = Noise.examples(architecture, 12, 2);
        int epochs = architecture.optimizer() instanceof Optimizer.RmsProp ? 2 : 3;
        History expected = Training.DEFAULT
                .withEpochs(epochs)
                .withBatch(12)
                .withEngine("dl4j")
                .fit(network(architecture), train, validation);
        History history = libtorch(epochs).fit(network(architecture), train, validation);

        for (int i = 0; i < epochs; i++) {
            Epoch ours = history.epochs().get(i);
            Epoch theirs = expected.epochs().get(i);
            assertThat(ours.loss()).isCloseTo(theirs.loss(), within(1e-3 * theirs.loss()));
            assertThat(ours.validationLoss())
                    .isCloseTo(theirs.validationLoss(), within(2e-3 * theirs.validationLoss()));
        }
    }

    /** Dropout of two engines drops other values, so only what is learned can be compared. */
    @Test
    void learnsWithDropout() {
        Architecture architecture = Architectures.fiveBlocks(new Shape(1, 32, 32), 3, 1);
        Examples train = Noise.examples(architecture, 60, 1);
        History history = libtorch(30).fit(network(architecture), train, train);
        assertThat(history.best().validationAccuracy()).isGreaterThan(0.9);
        assertThat(history.epochs().get(0).loss())
                .isGreaterThan(2 * history.last().loss());
    }

    @Test
    void savedAndLoadedItPredictsWithTheAccuracyOfItsBestEpoch(@TempDir Path folder) throws IOException {
        Network network = network(SMALL);
        Examples validation = Noise.examples(SMALL, 41, 2);
        History history = libtorch(6).fit(network, Noise.examples(SMALL, 60, 1), validation);

        network.save(folder.resolve("model.zip"));
        Predictions predictions = Network.load(folder.resolve("model.zip")).predict(validation);
        assertThat(predictions.rows()).isEqualTo(network.predict(validation).rows());
        assertThat(Evaluation.of(predictions).accuracy())
                .isEqualTo(history.best().validationAccuracy());
    }

    @Test
    void theSameSeedGivesTheSameNetwork() {
        assertThat(trained(3)).isEqualTo(trained(3)).isNotEqualTo(trained(4));
    }

    private static List<Float> trained(long seed) {
        Architecture architecture = Architectures.fiveBlocks(new Shape(1, 32, 32), 3, 1);
        Network network = network(architecture);
        Examples examples = Noise.examples(architecture, 30, 1);
        libtorch(2).withSeed(seed).fit(network, examples, examples);
        return numbers(network);
    }

    /** Adam, dropout, batch normalisation; stopped in the third epoch, and gone on with by a network made anew. */
    @Test
    void goesOnAfterAStopToTheSameNetwork(@TempDir Path folder) {
        for (Architecture architecture : List.of(Architectures.fiveBlocks(new Shape(1, 32, 32), 3, 1), SMALL)) {
            Examples examples = Noise.examples(architecture, 30, 1);
            Network unbroken = network(architecture);
            History history = libtorch(5).fit(unbroken, examples, examples);

            Progress stop = (done, total, what) -> {
                if (what.startsWith("epoch 3")) {
                    throw new CancellationException("stop");
                }
            };
            Checkpoints checkpoints = Checkpoints.in(folder);
            assertThatThrownBy(() ->
                            libtorch(5).fit(network(architecture), examples, examples, stop, epochs -> {}, checkpoints))
                    .isInstanceOf(CancellationException.class);
            List<String> messages = new ArrayList<>();
            Network resumed = network(architecture);
            History rest = libtorch(5)
                    .fit(
                            resumed,
                            examples,
                            examples,
                            Progress.NONE,
                            epochs -> {},
                            checkpoints.withMessages(messages::add));

            // Writing takes at most a twentieth of the time, so that the second epoch may have no checkpoint.
            assertThat(messages).singleElement().asString().matches("resumed after epoch [12] of 5");
            assertThat(numbers(resumed)).isEqualTo(numbers(unbroken));
            assertThat(rest.epochs())
                    .extracting(Epoch::loss)
                    .isEqualTo(history.epochs().stream().map(Epoch::loss).toList());
        }
    }

    private static List<Float> numbers(Network network) {
        List<Float> numbers = new ArrayList<>();
        for (List<float[]> layer : network.weights()) {
            for (float[] array : layer) {
                for (float number : array) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    @Test
    void keepsTheBestEpochWhenItIsInterrupted() {
        Network network = network(SMALL);
        Examples train = Noise.examples(SMALL, 60, 1);
        List<List<Float>> after = new ArrayList<>();
        Progress progress = (step, total, what) -> {
            if (step == 23) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(
                        () -> libtorch(50).fit(network, train, train, progress, history -> after.add(numbers(network))))
                .isInstanceOf(CancellationException.class)
                .hasMessageStartingWith("interrupted after epoch 4 of 50; the network is that of epoch ");
        assertThat(after).hasSize(4);
        assertThat(numbers(network))
                .isEqualTo(after.get(network.history().best().number() - 1));
    }

    @Test
    void keepsTheLastEpochWhereTheModeDoes() {
        Network network = network(SMALL);
        Examples train = Noise.examples(SMALL, 30, 1);
        List<List<Float>> after = new ArrayList<>();
        libtorch(3)
                .withMode(TrainingMode.SHUFFLED_KEEP_LAST)
                .fit(network, train, train, Progress.NONE, history -> after.add(numbers(network)));
        assertThat(numbers(network)).isEqualTo(after.get(2));
    }

    /** DL4J goes on with the optimiser's memory that libtorch left. */
    @Test
    void dl4jGoesOnWithTheNetwork() {
        Architecture architecture = Noise.withoutDropout(Architectures.averagePools(new Shape(3, 33, 33), 3, 1));
        Examples train = Noise.examples(architecture, 24, 1);
        Training two = Training.DEFAULT.withEpochs(2).withBatch(12).withMode(TrainingMode.SHUFFLED_KEEP_LAST);
        Network both = network(architecture);
        two.withEngine("libtorch").fit(both, train, train);
        History history = two.withEngine("dl4j").fit(both, train, train);

        Network one = network(architecture);
        two.withEngine("dl4j").fit(one, train, train);
        History expected = two.withEngine("dl4j").fit(one, train, train);
        for (int i = 0; i < 2; i++) {
            double loss = expected.epochs().get(i).loss();
            assertThat(history.epochs().get(i).loss()).isCloseTo(loss, within(1e-4 * loss));
        }
    }

    @Test
    void trainsWithClassWeights() {
        Architecture architecture = Noise.withoutDropout(Architectures.dense(Shape.row(20), 3, 1));
        Examples balanced = Noise.examples(architecture, 60, 1);
        Examples uneven = balanced.only(balanced.ids().subList(0, 40)).and(Noise.examples(architecture, 1, 9));
        Training two = Training.DEFAULT.withEpochs(2).withBatch(12).withClassWeight(ClassWeight.BALANCED);
        History history = two.withEngine("libtorch").fit(network(architecture), uneven, balanced);
        History expected = two.withEngine("dl4j").fit(network(architecture), uneven, balanced);
        assertThat(history.last().loss())
                .isCloseTo(expected.last().loss(), within(1e-4 * expected.last().loss()));
        assertThat(history.last().validationLoss())
                .isCloseTo(
                        expected.last().validationLoss(),
                        within(1e-4 * expected.last().validationLoss()));
    }

    @Test
    void saysThatALossIsNotFiniteAndLeavesTheNetworkAsItWas() {
        Network network = network(Architectures.dense(Shape.row(20), 3, 1).withOptimizer(new Optimizer.Sgd(1e30)));
        List<Float> before = numbers(network);
        Examples examples = Noise.examples(network.architecture(), 30, 1);
        assertThatThrownBy(() -> libtorch(3).fit(network, examples, examples))
                .hasMessageContaining("a lower learning rate or normalised input usually helps");
        assertThat(numbers(network)).isEqualTo(before);
    }
}
