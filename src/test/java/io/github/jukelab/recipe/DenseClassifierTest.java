package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.classic.Classifier;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.notebook.Notebook;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DenseClassifierTest {

    /** The first feature separates the labels. */
    private static final FeatureVectors TRACKS = FeatureVectors.of(
            List.of("useful", "useless"),
            List.of("low", "high"),
            IntStream.range(0, 40)
                    .mapToObj(i -> new FeatureVector(
                            "s" + i + ".0", "s" + i, i % 2 == 0 ? "low" : "high", new double[] {i % 2 - 0.5, i % 5}))
                    .toList());

    @Test
    void trainsAndPredictsLikeOtherClassifiers() {
        Classifier network = Notebook.denseNetwork(10, 1).standardised();
        Predictions predictions = network.fit(TRACKS).predict(TRACKS);

        assertThat(Evaluation.of(predictions).accuracy()).isEqualTo(1);
        assertThat(predictions.labels()).containsExactly("low", "high");
        assertThat(predictions.rows()).extracting(Prediction::id).containsExactlyElementsOf(TRACKS.ids());
        assertThat(predictions.rows().get(3).track()).isEqualTo("s3");
        assertThat(network).hasToString("DenseClassifier[10 epochs, seed 1], standardised");
    }

    @Test
    void theSameSeedGivesTheSameNetwork() {
        Classifier network = Notebook.denseNetwork(2, 7);
        assertThat(network.fit(TRACKS).predict(TRACKS))
                .isEqualTo(network.fit(TRACKS).predict(TRACKS));
    }

    @Test
    void refusesNoEpochs() {
        assertThatThrownBy(() -> Notebook.denseNetwork(0, 1).fit(TRACKS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epochs must be at least 1, got 0");
    }
}
