package io.github.jukelab.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Batch;
import io.github.jukelab.network.Batches;
import io.github.jukelab.network.Engine;
import io.github.jukelab.network.Engines;
import io.github.jukelab.network.Layer;
import io.github.jukelab.network.Optimizer;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** libtorch and DL4J compute the same from the same weights. */
class LibtorchEngineTest {

    private static final int BATCH = 12;

    /** Of sums of up to thousands of products in 32 bits, in another order. */
    private static final double ROUNDING = 2e-5;

    @BeforeAll
    static void libraryIsThere() {
        NativeLibrary.assumeIsThere();
    }

    /**
     * All networks of the project, with the share of the largest gradient by which gradients may differ. Where the two
     * largest values of a max-pool are nearly equal, rounding decides which of them gets the gradient: in the network of
     * three convolutions that is a thousandth. Slopes of the raw loss are huge at its clip.
     */
    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(Architectures.fiveBlocks(new Shape(1, 64, 65), 10, 3), ROUNDING),
                Arguments.of(Architectures.small(new Shape(1, 32, 65), 10, 3), ROUNDING),
                Arguments.of(Architectures.dense(Shape.row(57), 10, 3), ROUNDING),
                Arguments.of(Architectures.averagePools(new Shape(3, 64, 64), 10, 3), ROUNDING),
                Arguments.of(Architectures.averagePoolsAsPrinted(new Shape(3, 33, 40), 10, 3), ROUNDING),
                Arguments.of(Architectures.wideKernels(new Shape(1, 32, 32), 2, 3), ROUNDING),
                Arguments.of(Architectures.wideKernelsAsPrinted(new Shape(1, 32, 32), 2, 3), 1e-3),
                Arguments.of(Architectures.threeConvolutions(new Shape(1, 40, 50), 2, 3), 5e-3),
                Arguments.of(everyLayer(), ROUNDING));
    }

    static Stream<Architecture> architectures() {
        return networks().map(arguments -> (Architecture) arguments.get()[0]);
    }

    /** Layers and settings that no network of the articles has. */
    private static Architecture everyLayer() {
        return Architecture.of(new Shape(2, 21, 18), 3, 3)
                .add(new Layer.Conv2D(6, 4).withStride(3), new Layer.ReLU(), Layer.Pooling2D.max(2))
                .add(new Layer.ReLU(), new Layer.Conv2D(5, 2), Layer.Pooling2D.average(2), new Layer.Dropout(0))
                .add(new Layer.Dense(9).withL2(0.01), new Layer.Dense(7, Layer.Activation.LINEAR, 0))
                .withOutputL2(0.05);
    }

    private static Engine dl4j(Architecture architecture) {
        return Engines.require(Engines.DL4J).create(architecture);
    }

    /** With the parameters of the other engine. */
    private static Engine libtorch(Architecture architecture, Engine other) {
        Engine engine = Engines.require("libtorch").create(architecture);
        engine.setParameters(other.parameters());
        return engine;
    }

    /** Calls a test with both engines, which have the same parameters. */
    private static void withBoth(Architecture architecture, BiConsumer<Engine, Engine> test) {
        try (Engine dl4j = dl4j(architecture);
                Engine libtorch = libtorch(architecture, dl4j)) {
            test.accept(dl4j, libtorch);
        }
    }

    private static Batch batch(Architecture architecture, int size) {
        return Batches.of(Noise.examples(architecture, size, 5));
    }

    /** The largest difference, as a share of the largest number. */
    private static double difference(float[] expected, float[] actual) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = IntStream.range(0, expected.length)
                .mapToDouble(i -> Math.abs(expected[i]))
                .max()
                .orElse(0);
        return IntStream.range(0, expected.length)
                        .mapToDouble(i -> Math.abs(expected[i] - actual[i]))
                        .max()
                        .orElse(0)
                / (largest == 0 ? 1 : largest);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void outputsAreEqual(Architecture architecture) {
        withBoth(architecture, (dl4j, libtorch) -> {
            Batch batch = batch(architecture, BATCH);
            float[][] expected = dl4j.outputs(batch);
            float[][] outputs = libtorch.outputs(batch);
            assertThat(outputs).hasDimensions(BATCH, architecture.classes());
            for (int i = 0; i < BATCH; i++) {
                for (int k = 0; k < architecture.classes(); k++) {
                    assertThat(outputs[i][k]).isCloseTo(expected[i][k], within(2e-6f));
                }
            }
            assertThat(libtorch.regularisation())
                    .isCloseTo(dl4j.regularisation(), within(1e-3 * dl4j.regularisation()));
        });
    }

    /** The memory of momentum after one step at a rate of 1 is the gradient, regularisation included. */
    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreEqual(Architecture network, double tolerance) {
        Architecture architecture = Noise.withoutDropout(network).withOptimizer(new Optimizer.Sgd(1, 0.9, 0));
        withBoth(architecture, (dl4j, libtorch) -> {
            Batch batch = batch(architecture, BATCH);
            Engine.Step expected = dl4j.train(batch);
            Engine.Step step = libtorch.train(batch);
            assertThat(step.loss()).isCloseTo(expected.loss(), within(1e-3 * expected.loss()));
            assertThat(step.correct()).isEqualTo(expected.correct());
            assertThat(difference(dl4j.state().memory(), libtorch.state().memory()))
                    .isLessThan(tolerance);
        });
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                new Optimizer.Adam(1e-3),
                new Optimizer.Adam(1e-2, 0.8, 0.99, 1e-3),
                new Optimizer.RmsProp(1e-3),
                new Optimizer.Sgd(0.01),
                new Optimizer.Sgd(0.01, 0, 0.1),
                new Optimizer.Sgd(0.01, 0.9, 0.1));
    }

    /**
     * Steps are compared by their sum: the first ones of Adam are nearly signs, so that rounding of a tiny gradient can
     * become a full step.
     */
    @ParameterizedTest
    @MethodSource("optimizers")
    void stepsAreEqual(Optimizer optimizer) {
        Architecture architecture = Noise.withoutDropout(Architectures.dense(Shape.row(20), 3, 1))
                .withOutputL2(0.01)
                .withOptimizer(optimizer);
        withBoth(architecture, (dl4j, libtorch) -> {
            float[] before = dl4j.parameters();
            for (int i = 0; i < 3; i++) {
                dl4j.train(batch(architecture, BATCH));
                libtorch.train(batch(architecture, BATCH));
            }
            float[] expected = dl4j.parameters();
            float[] after = libtorch.parameters();
            double moved = distance(before, expected);
            assertThat(moved).isPositive();
            assertThat(distance(expected, after)).isLessThan(1e-3 * moved);
            assertThat(difference(dl4j.state().memory(), libtorch.state().memory()))
                    .isLessThan(1e-4);
        });
    }

    private static double distance(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]))
                .sum();
    }

    /** After three steps in one engine the fourth is the same in both, in either direction. */
    @ParameterizedTest
    @MethodSource("architectures")
    void goesOnWhereTheOtherEngineStopped(Architecture network) {
        Architecture architecture = Noise.withoutDropout(network);
        withBoth(architecture, (dl4j, libtorch) -> assertHandedOver(architecture, dl4j, libtorch));
        withBoth(architecture, (dl4j, libtorch) -> assertHandedOver(architecture, libtorch, dl4j));
    }

    private static void assertHandedOver(Architecture architecture, Engine from, Engine to) {
        Batch batch = batch(architecture, BATCH);
        for (int i = 0; i < 3; i++) {
            from.train(batch);
        }
        to.setParameters(from.parameters());
        to.restore(from.state());
        assertThat(to.parameters()).isEqualTo(from.parameters());
        assertThat(to.state().memory()).isEqualTo(from.state().memory());
        assertThat(to.state().steps()).isEqualTo(3);
        float[] before = from.parameters();
        from.train(batch);
        to.train(batch);
        assertThat(distance(from.parameters(), to.parameters())).isLessThan(0.02 * distance(before, from.parameters()));
        assertThat(to.state().steps()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void theSameSeedGivesTheSameBits(Architecture architecture) {
        withBoth(architecture, (dl4j, libtorch) -> {
            float[] start = dl4j.parameters();
            float[] once = trained(libtorch, architecture, start, 7);
            assertThat(trained(libtorch, architecture, start, 7)).isEqualTo(once);
            boolean drops = architecture.layers().stream()
                    .anyMatch(layer -> layer instanceof Layer.Dropout dropout && dropout.rate() > 0);
            assertThat(Arrays.equals(trained(libtorch, architecture, start, 8), once))
                    .isEqualTo(!drops);
        });
    }

    private static float[] trained(Engine engine, Architecture architecture, float[] start, long seed) {
        engine.setParameters(start);
        engine.restore(new Engine.State(new float[0], 0));
        engine.setSeed(seed);
        for (int i = 0; i < 3; i++) {
            engine.train(batch(architecture, BATCH));
        }
        return engine.parameters();
    }

    @Test
    void weightsOfLabelsCountInLossAndGradient() {
        for (Architecture network : List.of(
                Architectures.dense(Shape.row(20), 2, 1),
                Architectures.wideKernelsAsPrinted(new Shape(1, 32, 32), 2, 1))) {
            Architecture architecture = Noise.withoutDropout(network).withOptimizer(new Optimizer.Sgd(1e-12, 0.9, 0));
            withBoth(architecture, (dl4j, libtorch) -> {
                Batch batch = batch(architecture, BATCH);
                double plain = libtorch.train(batch).loss();
                dl4j.train(batch);
                double[] weights = {0.25, 3};
                dl4j.setLabelWeights(weights);
                libtorch.setLabelWeights(weights);
                Engine.Step expected = dl4j.train(batch);
                Engine.Step step = libtorch.train(batch);
                assertThat(step.loss())
                        .isCloseTo(expected.loss(), within(1e-4 * expected.loss()))
                        .isNotCloseTo(plain, within(0.05 * plain));
                assertThat(difference(dl4j.state().memory(), libtorch.state().memory()))
                        .isLessThan(1e-3);
                libtorch.setLabelWeights(new double[0]);
                assertThat(libtorch.train(batch).loss()).isCloseTo(plain, within(0.01 * plain));
            });
        }
    }

    /** Of an example that is certain to be another label DL4J tells a loss of 23.03. Its gradient is like any other. */
    @Test
    void aHugeLossIsToldAsByDl4j() {
        Architecture architecture = Noise.withoutDropout(Architectures.dense(Shape.row(20), 3, 1))
                .withOptimizer(new Optimizer.Sgd(1, 0.9, 0));
        withBoth(architecture, (dl4j, libtorch) -> {
            float[] large = dl4j.parameters();
            for (int i = 0; i < large.length; i++) {
                large[i] *= 20;
            }
            dl4j.setParameters(large);
            libtorch.setParameters(large);
            double expected = dl4j.train(batch(architecture, BATCH)).loss();
            assertThat(expected).isBetween(5.0, 23.03);
            assertThat(libtorch.train(batch(architecture, BATCH)).loss()).isCloseTo(expected, within(1e-4 * expected));
            assertThat(difference(dl4j.state().memory(), libtorch.state().memory()))
                    .isLessThan(ROUNDING);
        });
    }

    @Test
    void aStateThatIsForgottenIsThatOfTheStart() {
        Architecture architecture = Architectures.threeConvolutions(new Shape(1, 20, 20), 2, 1);
        withBoth(architecture, (dl4j, libtorch) -> {
            Engine.State start = libtorch.state();
            libtorch.train(batch(architecture, BATCH));
            assertThat(libtorch.state().memory()).isNotEqualTo(start.memory());
            libtorch.resetState();
            assertThat(libtorch.state().memory()).isEqualTo(start.memory());
            assertThat(libtorch.state().steps()).isEqualTo(1);
        });
    }

    @Test
    void refusesNumbersOfAnotherNetwork() {
        Architecture architecture = Architectures.dense(Shape.row(20), 3, 1);
        withBoth(architecture, (dl4j, libtorch) -> {
            assertThatThrownBy(() -> libtorch.setParameters(new float[3]))
                    .hasMessage("must be " + architecture.parameters() + " numbers, got 3");
            assertThatThrownBy(() -> libtorch.restore(new Engine.State(new float[3], 1)))
                    .hasMessageStartingWith("memory must be ")
                    .hasMessageEndingWith(" numbers, got 3");
        });
    }

    @Test
    void theLearningRateIsThatOfTheNextStep() {
        Architecture architecture =
                Noise.withoutDropout(Architectures.dense(Shape.row(20), 3, 1)).withOptimizer(new Optimizer.Sgd(0.5));
        withBoth(architecture, (dl4j, libtorch) -> {
            assertThat(libtorch.learningRate()).isEqualTo(0.5);
            libtorch.setLearningRate(0.125);
            assertThat(libtorch.learningRate()).isEqualTo(0.125);
            dl4j.setLearningRate(0.125);
            dl4j.train(batch(architecture, BATCH));
            libtorch.train(batch(architecture, BATCH));
            assertThat(difference(dl4j.parameters(), libtorch.parameters())).isLessThan(1e-6);
        });
    }

    /** Whatever a step takes is given back at its end. */
    @Test
    void stepsLeaveNothingBehind() {
        Architecture architecture = Architectures.small(new Shape(1, 16, 16), 3, 1);
        withBoth(architecture, (dl4j, libtorch) -> {
            Batch batch = batch(architecture, BATCH);
            use(libtorch, batch);
            for (int i = 0; i < 20; i++) {
                long before = Pointer.totalCount();
                long bytes = Pointer.totalBytes();
                use(libtorch, batch);
                assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
                assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(bytes);
            }
        });
    }

    private static void use(Engine engine, Batch batch) {
        engine.train(batch);
        engine.outputs(batch);
        engine.restore(engine.state());
        engine.setParameters(engine.parameters());
    }

    @Test
    void aClosedEngineLeavesNothingBehind() {
        Architecture architecture = Architectures.fiveBlocks(new Shape(1, 32, 32), 3, 1);
        long before = Pointer.totalCount();
        try (Engine engine = Engines.require("libtorch").create(architecture)) {
            use(engine, batch(architecture, BATCH));
        }
        assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
    }
}
