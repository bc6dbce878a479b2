package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FlipAndCutout;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.StandardScaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class TrainingTest {

    private final Examples train = Textures.examples(60, 8, 1);
    private final Examples validation = Textures.examples(21, 8, 2);

    private static Network small(long seed) {
        return Network.of(Architectures.small(new Shape(1, 8, 8), 3, seed), Textures.LABELS, Textures.TINY);
    }

    private static Network withDropout(long seed) {
        return Network.of(Architectures.fiveBlocks(new Shape(1, 32, 32), 3, seed), Textures.LABELS, Textures.tiny(32));
    }

    @Test
    void trainsOnTextures() {
        Network network = small(1);
        History history = Training.DEFAULT.withEpochs(15).withBatch(12).fit(network, train, validation);
        assertThat(history.epochs()).hasSize(15);
        assertThat(history.best().validationAccuracy()).isGreaterThan(0.9);
        assertThat(network.history()).isEqualTo(history);
        long correct = network.predict(validation).rows().stream()
                .filter(row -> row.predicted() == row.actual())
                .count();
        assertThat(correct / 21.0).isEqualTo(history.best().validationAccuracy());
    }

    @Test
    void overfitsAFewExamples() {
        Network network = withDropout(1);
        Examples few = Textures.examples(6, 32, 1);
        Training.DEFAULT.withEpochs(70).withBatch(6).fit(network, few, few);
        assertThat(network.predict(few).rows()).allMatch(row -> row.predicted() == row.actual());
    }

    @Test
    void theSameSeedGivesTheSameParameters() {
        assertThat(trained(3)).isEqualTo(trained(3));
        assertThat(trained(3)).isNotEqualTo(trained(4));
    }

    private INDArray trained(long seed) {
        Network network = withDropout(1);
        Training.DEFAULT
                .withEpochs(2)
                .withBatch(10)
                .withSeed(seed)
                .withAugmentation(FlipAndCutout.TO_FLOOR)
                .fit(network, Textures.examples(30, 32, 1), Textures.examples(6, 32, 2));
        return network.model().params();
    }

    /** A single step of a network without dropout: training sees the weights before it, validation those after it. */
    @Test
    void lossAndAccuracyAreThoseOfTheExamples() {
        Examples pictures = Textures.examples(60, 18, 1);
        Network network = Network.of(Architectures.threeConvolutions(pictures.shape(), 3, 1), Textures.LABELS);
        Predictions before = network.predict(pictures);
        Epoch epoch = Training.DEFAULT
                .withEpochs(1)
                .withBatch(60)
                .fit(network, pictures, pictures)
                .epochs()
                .get(0);
        Predictions after = network.predict(pictures);
        assertThat(epoch.loss()).isCloseTo(loss(before), within(1e-5));
        assertThat(epoch.validationLoss())
                .isCloseTo(loss(after), within(1e-5))
                .isNotCloseTo(epoch.loss(), within(1e-3));
        assertThat(epoch.accuracy()).isEqualTo(Evaluation.of(before).accuracy());
        assertThat(epoch.validationAccuracy()).isEqualTo(Evaluation.of(after).accuracy());
        assertThat(epoch.learningRate()).isEqualTo(1e-3);
        assertThat(epoch.seconds()).isPositive();
    }

    private static double loss(Predictions predictions) {
        return predictions.rows().stream()
                .mapToDouble(row -> -Math.log(row.probabilities()[row.actual()]))
                .average()
                .orElseThrow();
    }

    /** Keeps a copy of the parameters after each epoch. */
    static Consumer<History> copies(Network network, List<INDArray> after) {
        return history -> after.add(network.model().params().dup());
    }

    @Test
    void restoresTheBestEpoch() {
        Network network = small(1);
        List<INDArray> after = new ArrayList<>();
        History history = Training.DEFAULT
                .withEpochs(8)
                .withBatch(6)
                .withAugmentation((values, shape, random) -> values[0] = random.nextInt(9))
                .fit(network, train, validation, Progress.NONE, copies(network, after));
        assertThat(network.model().params()).isEqualTo(after.get(history.best().number() - 1));
        assertThat(network.engine().learningRate()).isEqualTo(3e-3);
    }

    @Test
    void asPrintedKeepsTheLastEpochAndAugmentsValidation() {
        Network network = small(1);
        List<INDArray> after = new ArrayList<>();
        List<Integer> augmented = new ArrayList<>();
        Training.ARTICLE_004
                .withEpochs(2)
                .withAugmentation((values, shape, random) -> augmented.add(1))
                .fit(network, train, validation, Progress.NONE, copies(network, after));
        assertThat(network.model().params()).isEqualTo(after.get(1));
        assertThat(augmented).hasSize(60 + 21);
    }

    @Test
    void stopsEarlyAndReportsProgress() {
        List<String> reported = new ArrayList<>();
        List<Long> done = new ArrayList<>();
        History history = Training.DEFAULT
                .withEpochs(60)
                .withPatience(2)
                .withPlateau(ReduceLrOnPlateau.NONE)
                .fit(
                        small(1),
                        train,
                        validation,
                        (step, total, what) -> {
                            done.add(step);
                            reported.add(what);
                            assertThat(total).isEqualTo(60);
                        },
                        soFar -> {});
        assertThat(history.epochs().size() - history.best().number()).isBetween(0, 2);
        assertThat(reported.get(0)).startsWith("epoch 1 of 60, loss ");
        assertThat(reported.get(reported.size() - 1))
                .isEqualTo("best epoch " + history.best().number());
        assertThat(done).isSorted().endsWith(60L);
        assertThat(reported.get(1))
                .startsWith("epoch 2 of 60, loss ")
                .endsWith(kept(history.epochs().get(0)));
        assertThat(history.planned()).hasValue(60);
    }

    @Test
    void anInterruptedTrainingKeepsTheBestEpochSoFar() {
        Network network = small(1);
        List<INDArray> after = new ArrayList<>();
        assertThatThrownBy(() -> Training.DEFAULT
                        .withEpochs(50)
                        .withBatch(12)
                        .fit(
                                network,
                                train,
                                validation,
                                (step, total, what) -> {
                                    if (step == 23) {
                                        Thread.currentThread().interrupt();
                                    }
                                },
                                soFar -> after.add(network.model().params().dup())))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted after epoch 4 of 50; the network is that of epoch "
                        + result(network.history().best(), "best") + "; network.history() has the 4 epochs");
        assertThat(network.history().epochs()).hasSize(4);
        assertThat(network.history().summary()).startsWith("After 4 of 50 epochs the best is number ");
        assertThat(network.model().params())
                .isEqualTo(after.get(network.history().best().number() - 1));
        assertThat(network.predict(validation).rows()).hasSize(21);
    }

    @Test
    void anInterruptionInTheFirstEpochKeepsTheCurrentWeights() {
        Network network = small(1);
        INDArray before = network.model().params().dup();
        assertThatThrownBy(() -> Training.DEFAULT
                        .withBatch(12)
                        .fit(
                                network,
                                train,
                                validation,
                                (step, total, what) -> Thread.currentThread().interrupt(),
                                soFar -> {}))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted; no epoch has ended, the network is partly trained");
        assertThat(network.history().epochs()).isEmpty();
        assertThat(network.model().params()).isNotEqualTo(before);
    }

    /** Whatever ends a training in the middle of an epoch. */
    static Stream<Throwable> endings() {
        return Stream.of(
                new IllegalStateException("the progress is broken"),
                new OutOfMemoryError("as in a large batch"),
                new StackOverflowError(),
                new AssertionError("of a caller"));
    }

    private static Progress failingAt(long failing, Throwable reason) {
        return (step, total, what) -> {
            if (step == failing) {
                sneakyThrow(reason);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneakyThrow(Throwable reason) throws T {
        throw (T) reason;
    }

    @ParameterizedTest
    @MethodSource("endings")
    void anyEndLeavesTheBestEpochSoFar(Throwable reason) {
        Network network = small(1);
        List<INDArray> after = new ArrayList<>();
        Training training = Training.DEFAULT.withEpochs(50).withBatch(12);
        assertThatThrownBy(
                        () -> training.fit(network, train, validation, failingAt(38, reason), copies(network, after)))
                .isSameAs(reason);
        assertThat(network.history().epochs()).hasSize(7);
        assertThat(network.model().params())
                .isEqualTo(after.get(network.history().best().number() - 1));
        assertThat(network.engine().learningRate()).isEqualTo(3e-3);
    }

    @Test
    void anEndIsTheSameIfItComesFromTheListenerOfEpochs() {
        Network network = small(1);
        List<INDArray> after = new ArrayList<>();
        RuntimeException reason = new RuntimeException("the curve cannot be drawn");
        assertThatThrownBy(() -> Training.DEFAULT
                        .withEpochs(50)
                        .withBatch(12)
                        .fit(network, train, validation, Progress.NONE, history -> {
                            copies(network, after).accept(history);
                            if (history.epochs().size() == 5) {
                                throw reason;
                            }
                        }))
                .isSameAs(reason);
        assertThat(network.history().epochs()).hasSize(5);
        assertThat(network.model().params())
                .isEqualTo(after.get(network.history().best().number() - 1));
    }

    private static String kept(Epoch epoch) {
        return String.format(
                Locale.ROOT, "; kept: %d, validation %.0f %%", epoch.number(), 100 * epoch.validationAccuracy());
    }

    private static String result(Epoch epoch, String which) {
        return String.format(
                Locale.ROOT, "%d (%s), validation %.1f %%", epoch.number(), which, 100 * epoch.validationAccuracy());
    }

    @Test
    void aModeThatKeepsTheLastEpochKeepsTheLastThatEnded() {
        Network network = small(1);
        List<INDArray> after = new ArrayList<>();
        Training training = Training.DEFAULT
                .withMode(TrainingMode.SHUFFLED_KEEP_LAST)
                .withEpochs(50)
                .withBatch(12);
        List<String> reported = new ArrayList<>();
        Progress progress = (step, total, what) -> {
            reported.add(what);
            if (step == 18) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> training.fit(network, train, validation, progress, copies(network, after)))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted after epoch 3 of 50; the network is that of epoch "
                        + result(network.history().last(), "last") + "; network.history() has the 3 epochs");
        assertThat(reported).last().asString().endsWith(kept(network.history().last()));
        assertThat(network.model().params()).isEqualTo(after.get(2));
    }

    /** The training set is spoilt after two epochs: the loss of the third is not finite. */
    @Test
    void aLossThatStopsBeingFiniteLeavesTheBestEpochSoFar() {
        Network network = small(1);
        List<INDArray> after = new ArrayList<>();
        assertThatThrownBy(() -> Training.DEFAULT
                        .withEpochs(9)
                        .withBatch(12)
                        .withAugmentation((values, shape, random) -> values[0] = after.size() < 2 ? 0 : Float.NaN)
                        .fit(network, train, validation, Progress.NONE, copies(network, after)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("in epoch 3");
        assertThat(network.history().epochs()).hasSize(2);
        assertThat(network.model().params())
                .isEqualTo(after.get(network.history().best().number() - 1));
    }

    @Test
    void stopsIfTheLossIsNotFinite() {
        Network network = small(1);
        INDArray before = network.model().params().dup();
        assertThatThrownBy(() -> Training.DEFAULT
                        .withAugmentation((values, shape, random) -> values[0] = Float.NaN)
                        .fit(network, train, validation))
                .isInstanceOf(TrainingException.class)
                .hasMessage("loss became NaN in epoch 1, step 1:"
                        + " a lower learning rate or normalised input usually helps");
        assertThat(network.model().params()).isEqualTo(before);
    }

    @Test
    void theNetworkNormalisesItsInput() {
        StandardScaler fitted = StandardScaler.of(train);
        Network raw = small(1);
        Network normalised = Network.of(
                Architectures.small(new Shape(1, 8, 8), 3, 1),
                Textures.LABELS,
                Textures.TINY.withNormalisation(fitted));
        List<Example> scaled = Textures.list(60, 8, 1).stream()
                .map(e -> {
                    float[] values = e.values();
                    fitted.apply(values);
                    return new Example(e.id(), e.track(), e.label(), e.shape(), values);
                })
                .toList();
        assertThat(normalised.predict(train)).isEqualTo(raw.predict(Examples.of(Textures.LABELS, scaled)));
    }

    @Test
    void refusesSettingsOutOfRange() {
        Training training = Training.DEFAULT;
        assertThatThrownBy(() -> training.withEpochs(0)).hasMessage("epochs must be at least 1, got 0");
        assertThatThrownBy(() -> training.withBatch(-1)).hasMessage("batch must be at least 1, got -1");
        assertThatThrownBy(() -> training.withPatience(0)).hasMessage("patience must be at least 1, got 0");
        assertThat(training)
                .hasToString("Training[shuffled keep best, 150 epochs, batch 128, seed 1, learning rate"
                        + " ReduceLROnPlateau(factor 0.95, patience 3, cooldown 2, min_delta 0.0001, min_lr 0.00001)]");
    }

    @Test
    void refusesExamplesThatDoNotMatch() {
        Examples others = Textures.examples(3, 16, 1);
        assertThatThrownBy(() -> Training.DEFAULT.fit(small(1), train, others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("examples must be of shape 1 x 8 x 8 and labels [lines, columns, checks],"
                        + " got 1 x 16 x 16 and [lines, columns, checks]");
    }

    @Test
    void settingsAreToldByName() {
        assertThat(Training.ARTICLE_004.withPatience(5).settings())
                .containsEntry("epochs", "at most 150")
                .containsEntry("early stopping", "after 5 epochs without improvement")
                .containsEntry("batch", "64")
                .containsEntry("mode", "half epochs")
                .containsEntry(
                        "learning rate",
                        "ReduceLROnPlateau(factor 0.95, patience 3, cooldown 2, min_delta 0.0001, min_lr 0.00001)")
                .containsEntry("augmentation", "FlipAndCutout.AS_PRINTED");
        assertThat(Training.DEFAULT.withPlateau(ReduceLrOnPlateau.NONE).settings())
                .containsEntry("epochs", "150")
                .containsEntry("early stopping", "never")
                .containsEntry("learning rate", "constant")
                .containsEntry("augmentation", "none")
                .containsEntry("class weights", "none");
    }
}
