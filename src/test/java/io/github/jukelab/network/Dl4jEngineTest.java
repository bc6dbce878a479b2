package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.input.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Dl4jEngineTest {

    private static final Shape SHAPE = new Shape(1, 32, 32);

    static Stream<Architecture> architectures() {
        return Stream.of(
                Architectures.fiveBlocks(SHAPE, 3, 1),
                Architectures.small(SHAPE, 3, 1),
                Architectures.averagePools(SHAPE, 3, 1),
                Architectures.averagePoolsAsPrinted(SHAPE, 3, 1),
                Architectures.threeConvolutions(SHAPE, 3, 1));
    }

    /** Adam with and without batch normalisation, momentum with a decay, plain descent, RMSProp. */
    @ParameterizedTest
    @MethodSource("architectures")
    void goesOnFromAStateBitByBit(Architecture architecture) {
        Dl4jEngine unbroken = Dl4jEngine.of(architecture);
        steps(unbroken, 1, 3);
        Engine.State state = unbroken.state();
        float[] parameters = unbroken.parameters();
        steps(unbroken, 2, 2);

        Dl4jEngine other = Dl4jEngine.of(architecture);
        steps(other, 7, 1);
        other.setParameters(parameters);
        other.restore(state);
        steps(other, 2, 2);

        assertThat(state.steps()).isEqualTo(3);
        assertThat(other.parameters()).isEqualTo(unbroken.parameters());
        assertThat(other.state().memory()).isEqualTo(unbroken.state().memory());
        assertThat(other.model().getLayerWiseConfigurations().toJson())
                .isEqualTo(unbroken.model().getLayerWiseConfigurations().toJson());
    }

    private static void steps(Engine engine, long seed, int count) {
        Batch batch = Batches.of(Textures.examples(8, 32, seed));
        engine.setSeed(seed);
        for (int i = 0; i < count; i++) {
            engine.train(batch);
        }
    }
}
