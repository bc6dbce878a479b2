package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;

/** The training of the networks of the articles 000, 001 and 002. */
class ArticleTrainingTest {

    private static final List<String> TWO = List.of("cat", "dog");

    @TempDir
    Path folder;

    /** Two textures, repeated in each channel. */
    private static Examples examples(int count, int channels, int size, long seed) {
        List<Example> list = Textures.list(3 * count / 2, size, seed).stream()
                .filter(example -> !example.label().orElseThrow().equals("checks"))
                .map(example -> new Example(
                        example.id(),
                        example.track(),
                        example.label().orElseThrow().equals("lines") ? "cat" : "dog",
                        new Shape(channels, size, size),
                        repeated(example.values(), channels)))
                .toList();
        return Examples.of(TWO, list);
    }

    private static float[] repeated(float[] values, int channels) {
        float[] all = new float[channels * values.length];
        IntStream.range(0, all.length).forEach(i -> all[i] = values[i % values.length]);
        return all;
    }

    private static Network raw() {
        return Network.of(Architectures.wideKernelsAsPrinted(new Shape(1, 32, 32), 2, 1), TWO);
    }

    private static Network pictures() {
        return Network.of(Architectures.averagePools(new Shape(3, 17, 17), 2, 1), TWO);
    }

    /** Keras' formula computed by hand: rates 0.1, 0.1 / 1.5 and 0.1 / 2 for a gradient of 1. */
    @Test
    void momentumEqualsThatOfKeras() {
        Backend.current();
        GradientUpdater<Momentum> updater = new Momentum(0.1, 0.9, 0.5).instantiate(Nd4j.create(1, 1), true);
        double velocity = 0;
        for (int i = 0; i < 3; i++) {
            INDArray gradient = Nd4j.ones(1, 1);
            updater.applyUpdater(gradient, i, 0);
            velocity = 0.9 * velocity - 0.1 / (1 + 0.5 * i);
            assertThat(-gradient.getDouble(0)).isCloseTo(velocity, within(1e-7));
        }
    }

    @Test
    void plateausReduceTheRateOfMomentum() {
        Network network = pictures();
        List<Double> rates = Training.DEFAULT
                .withEpochs(4)
                .withBatch(8)
                .withPlateau(new ReduceLrOnPlateau(0.5, 1, 0, 1e9, 0))
                .fit(network, examples(16, 3, 17, 1), examples(8, 3, 17, 2))
                .epochs()
                .stream()
                .map(Epoch::learningRate)
                .toList();
        assertThat(rates).containsExactly(0.01, 0.01, 0.005, 0.0025);
        assertThat(network.engine().learningRate()).isEqualTo(0.01);
    }

    @Test
    void plateausReduceTheRateOfOtherOptimisers() {
        Network plain = Network.of(Architectures.averagePoolsAsPrinted(new Shape(3, 17, 17), 2, 1), TWO);
        Network rms = Network.of(Architectures.threeConvolutions(new Shape(1, 18, 18), 2, 1), TWO);
        for (Network network : List.of(plain, rms)) {
            int size = network.shape().height();
            int channels = network.shape().channels();
            double start = network.engine().learningRate();
            List<Epoch> epochs = Training.DEFAULT
                    .withEpochs(3)
                    .withPlateau(new ReduceLrOnPlateau(0.5, 1, 0, 1e9, 0))
                    .fit(network, examples(8, channels, size, 1), examples(8, channels, size, 2))
                    .epochs();
            assertThat(epochs.get(2).learningRate()).isEqualTo(start / 2);
            assertThat(network.engine().learningRate()).isEqualTo(start);
        }
    }

    @Test
    void unshuffledTakesTheGivenOrderAndKeepsTheLastEpoch() {
        Network network = pictures();
        Examples train = examples(16, 3, 17, 1);
        List<Float> used = new ArrayList<>();
        List<INDArray> after = new ArrayList<>();
        Training.DEFAULT
                .withMode(TrainingMode.UNSHUFFLED)
                .withEpochs(2)
                .withBatch(8)
                .withAugmentation((values, shape, random) -> used.add(values[0]))
                .fit(network, train, examples(8, 3, 17, 2), Progress.NONE, TrainingTest.copies(network, after));
        List<Float> epoch =
                IntStream.range(0, 16).mapToObj(i -> train.values(i)[0]).toList();
        assertThat(used.subList(0, 16)).isEqualTo(epoch);
        assertThat(used.subList(16, 32)).isEqualTo(epoch);
        assertThat(used).hasSize(32);
        assertThat(network.model().params()).isEqualTo(after.get(1));
        assertThat(TrainingMode.UNSHUFFLED.trainingOrder(4, 2, new SplittableRandom(1)))
                .containsExactly(0, 1, 2, 3);
        assertThat(TrainingMode.UNSHUFFLED.keepsBest()).isFalse();
    }

    /** Each label has its own colour. */
    @Test
    void trainsOnPictures() {
        Network network = pictures();
        Examples train = coloured(40, 1);
        History history = Training.DEFAULT.withEpochs(30).withBatch(8).fit(network, train, coloured(20, 2));
        assertThat(history.best().validationAccuracy()).isGreaterThan(0.9);
    }

    private static Examples coloured(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Examples.of(TWO, IntStream.range(0, count).mapToObj(i -> {
            float[] values = new float[3 * 17 * 17];
            for (int k = 0; k < values.length; k++) {
                values[k] = random.nextFloat() + (k / (17 * 17) == 2 * (i % 2) ? 1 : 0);
            }
            return new Example(seed + "." + i, seed + "." + i, TWO.get(i % 2), new Shape(3, 17, 17), values);
        }));
    }

    @Test
    void trainsOnMelSpectrogramsOfTwoGenres() {
        Network network = Network.of(Architectures.threeConvolutions(new Shape(1, 18, 18), 2, 1), TWO);
        History history = Training.DEFAULT
                .withEpochs(8)
                .withBatch(8)
                .fit(network, examples(40, 1, 18, 1), examples(20, 1, 18, 2));
        assertThat(history.best().validationAccuracy()).isGreaterThan(0.9);
    }

    /** Computed with numpy: clipped in float32, label 1 for both outputs of the first row, 0 for both of the second. */
    @Test
    void theLossTakesBothOutputsForTheProbabilityOfTheSecondLabel() {
        Backend.current();
        INDArray outputs = Nd4j.createFromArray(new float[][] {{0.25f, -3}, {0.8f, 2}});
        INDArray labels = Nd4j.createFromArray(new float[][] {{0, 1}, {1, 0}});
        RawBinaryCrossEntropy loss = new RawBinaryCrossEntropy();
        INDArray losses = loss.computeScoreArray(labels, outputs, new ActivationIdentity(), null);
        assertThat(losses.getDouble(0)).isCloseTo((1.3862940 + 15.424949) / 2, within(1e-4));
        assertThat(losses.getDouble(1)).isCloseTo((1.6094374 + 15.333239) / 2, within(1e-4));
        INDArray slopes = loss.computeGradient(labels, outputs, new ActivationIdentity(), null);
        assertThat(slopes.toFloatMatrix()[0]).containsExactly(new float[] {-2, 0}, within(1e-5f));
        assertThat(slopes.toFloatMatrix()[1]).containsExactly(new float[] {2.5f, 0}, within(1e-5f));
    }

    @Test
    void theGradientIsTheSlopeOfTheLoss() {
        for (int label : new int[] {0, 1}) {
            for (float output : new float[] {0.1f, 0.5f, 0.93f}) {
                INDArray labels = Nd4j.createFromArray(new float[][] {{1 - label, label}});
                INDArray outputs = Nd4j.createFromArray(new float[][] {{output, 0.3f}});
                double slope = new RawBinaryCrossEntropy()
                        .computeGradient(labels, outputs, new ActivationIdentity(), null)
                        .getDouble(0);
                double rise = RawBinaryCrossEntropy.loss(new float[] {output + 1e-3f, 0.3f}, label)
                        - RawBinaryCrossEntropy.loss(new float[] {output - 1e-3f, 0.3f}, label);
                assertThat(slope).isCloseTo(rise / 2e-3, within(1e-2));
            }
        }
    }

    @Test
    void rawOutputsBecomeProbabilitiesInTheSameOrder() {
        Network network = raw();
        Examples examples = examples(20, 1, 32, 1);
        INDArray outputs = network.model().output(Nd4j.create(examples.values(0), 1, 1, 32, 32));
        float[] output = outputs.toFloatMatrix()[0];
        Prediction first = network.predict(examples).rows().get(0);
        double exponential = Math.exp((double) output[1] - output[0]);
        assertThat(first.probabilities()[1]).isCloseTo((float) (exponential / (1 + exponential)), within(1e-6f));
        assertThat(first.predicted()).isEqualTo(output[1] > output[0] ? 1 : 0);
        assertThat(Loss.RAW_BINARY_CROSSENTROPY.probabilities(new float[] {1000, -1000}))
                .containsExactly(1, 0);
    }

    /** Training and validation loss have the same formula. */
    @Test
    void validationLossIsTheMeanLossOfTheExamples() {
        Network network = raw();
        Examples set = examples(20, 1, 32, 1);
        Epoch epoch =
                Training.DEFAULT.withEpochs(1).fit(network, set, set).epochs().get(0);
        double sum = 0;
        for (int i = 0; i < set.size(); i++) {
            float[] output = network.model()
                    .output(Nd4j.create(set.values(i), 1, 1, 32, 32))
                    .toFloatMatrix()[0];
            sum += RawBinaryCrossEntropy.loss(output, set.label(i).orElseThrow());
        }
        assertThat(epoch.validationLoss()).isCloseTo(sum / set.size(), within(1e-4));
        assertThat(epoch.loss()).isBetween(0.1, 16.0);
    }

    /** Equal outputs have equal gradients for each label, so their difference is never trained. */
    @Test
    void bothOutputsAreTrainedTheSameWay() {
        Backend.current();
        INDArray outputs = Nd4j.createFromArray(new float[][] {{0.4f, 0.4f}, {0.4f, 0.4f}});
        INDArray labels = Nd4j.createFromArray(new float[][] {{0, 1}, {1, 0}});
        float[][] slopes = new RawBinaryCrossEntropy()
                .computeGradient(labels, outputs, new ActivationIdentity(), null)
                .toFloatMatrix();
        assertThat(slopes[0][0]).isEqualTo(slopes[0][1]).isNegative();
        assertThat(slopes[1][0]).isEqualTo(slopes[1][1]).isPositive();
    }

    @Test
    void loadedNetworksPredictTheSameBitByBit() throws IOException {
        Examples one = examples(8, 1, 32, 1);
        Examples three = examples(8, 3, 17, 1);
        Network raw = raw();
        Network pictures = pictures();
        Training.DEFAULT.withEpochs(1).fit(raw, one, one);
        Training.DEFAULT.withEpochs(1).fit(pictures, three, three);
        Network loadedRaw = reloaded(raw);
        Network loadedPictures = reloaded(pictures);
        assertThat(loadedRaw.predict(one)).isEqualTo(raw.predict(one));
        assertThat(loadedPictures.predict(three)).isEqualTo(pictures.predict(three));
        assertThat(loadedPictures.engine().learningRate()).isEqualTo(0.01);
        assertThat(Training.DEFAULT
                        .withEpochs(1)
                        .fit(loadedPictures, three, three)
                        .epochs())
                .hasSize(1);
        assertThat(Training.DEFAULT.withEpochs(1).fit(loadedRaw, one, one).epochs())
                .hasSize(1);
    }

    private Network reloaded(Network network) throws IOException {
        Path file = folder.resolve("network.zip");
        network.save(file);
        return Network.load(file);
    }
}
