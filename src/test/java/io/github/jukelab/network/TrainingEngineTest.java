package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A training by an engine that is not the network's own: {@link OtherEngine} is DL4J too, so bits must be equal. */
class TrainingEngineTest {

    private static final Training TRAINING =
            Training.DEFAULT.withEpochs(4).withBatch(12).withClassWeight(ClassWeight.BALANCED);

    private final Examples train = Textures.examples(58, 8, 1);
    private final Examples validation = Textures.examples(20, 8, 2);

    @BeforeEach
    void forget() {
        OtherEngine.MADE.clear();
    }

    @AfterEach
    void everyEngineIsClosed() {
        assertThat(OtherEngine.MADE).allMatch(engine -> engine.closed);
    }

    private static Network small() {
        return Network.of(Architectures.small(new Shape(1, 8, 8), 3, 1), Textures.LABELS, Textures.TINY);
    }

    private static List<List<Double>> numbers(History history) {
        return history.epochs().stream()
                .map(epoch -> List.of(epoch.loss(), epoch.accuracy(), epoch.validationLoss(), epoch.learningRate()))
                .toList();
    }

    @Test
    void trainsTheNetworkAsItsOwnEngineDoes() {
        Network own = small();
        Network other = small();
        for (int i = 0; i < 2; i++) { // the second time it goes on
            History expected = TRAINING.fit(own, train, validation);
            History history = TRAINING.withEngine(OtherEngine.NAME).fit(other, train, validation);

            assertThat(numbers(history)).isEqualTo(numbers(expected));
            assertThat(other.history()).isEqualTo(history);
            assertThat(other.engine().parameters()).isEqualTo(own.engine().parameters());
            assertThat(other.engine().state().memory())
                    .isEqualTo(own.engine().state().memory());
            assertThat(other.engine().state().steps())
                    .isEqualTo(own.engine().state().steps());
            assertThat(other.engine().learningRate()).isEqualTo(3e-3);
        }
        assertThat(OtherEngine.MADE).hasSize(2);
        assertThat(Engines.used()).contains("DL4J", "other 1.0");
    }

    @Test
    void afterEachEpochTheNetworkHasItsParameters() {
        Network network = small();
        Training.DEFAULT
                .withEpochs(3)
                .withEngine(OtherEngine.NAME)
                .fit(network, train, validation, Progress.NONE, soFar -> assertThat(loss(network))
                        .isCloseTo(soFar.last().validationLoss(), within(1e-9)));
    }

    /** The validation loss of the network as it is. */
    private double loss(Network network) {
        return network.predict(validation).rows().stream()
                .mapToDouble(row -> network.architecture().loss().loss(row.probabilities(), row.actual()))
                .average()
                .orElseThrow();
    }

    @Test
    void anInterruptedTrainingLeavesTheBestEpochSoFar() {
        Network network = small();
        List<float[]> after = new ArrayList<>();
        Progress progress = (step, total, what) -> {
            if (step == 13) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> TRAINING.withEngine(OtherEngine.NAME)
                        .fit(
                                network,
                                train,
                                validation,
                                progress,
                                soFar -> after.add(network.engine().parameters())))
                .isInstanceOf(CancellationException.class)
                .hasMessageStartingWith("interrupted after epoch 2 of 4; the network is that of epoch ");
        assertThat(network.engine().parameters())
                .isEqualTo(after.get(network.history().best().number() - 1));
    }

    @Test
    void anErrorInTheFirstEpochLeavesThePartlyTrainedNetwork() {
        Network network = small();
        float[] before = network.engine().parameters();
        assertThatThrownBy(() -> TRAINING.withEngine(OtherEngine.NAME)
                        .fit(
                                network,
                                train,
                                validation,
                                (step, total, what) -> {
                                    throw new OutOfMemoryError("as in a large batch");
                                },
                                soFar -> {}))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(network.engine().parameters()).isNotEqualTo(before);
    }

    @Test
    void saysWhichEnginesThereAre() {
        assertThatThrownBy(() -> TRAINING.withEngine("torch"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("engine must be one of \\[dl4j, .*missing, other], got torch");
    }

    @Test
    void saysWhyAnEngineCannotBeUsed() {
        assertThatThrownBy(() -> TRAINING.withEngine(OtherEngine.MISSING))
                .isInstanceOf(EngineException.class)
                .hasMessage("the engine missing cannot be used: it is not installed: install it");
    }

    @Test
    void isNamed() {
        assertThat(TRAINING.withEngine(OtherEngine.NAME)).asString().endsWith(", engine other]");
        assertThat(TRAINING.withEngine(Engines.DL4J)).asString().doesNotContain("engine");
    }

    @Test
    void theDefaultIsThatOfTheProperty() {
        System.setProperty("io.github.jukelab.engine", OtherEngine.NAME);
        try {
            assertThat(TRAINING).asString().endsWith(", engine other]");
            TRAINING.withEpochs(1).fit(small(), train, validation);
            assertThat(OtherEngine.MADE).hasSize(1);
            assertThat(Engines.description(Optional.empty())).isEqualTo("other 1.0");
        } finally {
            System.clearProperty("io.github.jukelab.engine");
        }
        assertThat(Engines.defaultName()).isEqualTo(Engines.DL4J);
        assertThat(Engines.description(Optional.empty())).isEqualTo("DL4J");
    }
}
