package io.github.jukelab.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.evaluation.SoundPrediction.Segment;
import io.github.jukelab.evaluation.SoundPrediction.Stretch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionViewTest {

    /** Over both segments: a 0.5, b 0.3125, c 0.1875. */
    private static final SoundPrediction PREDICTION = new SoundPrediction(
            List.of("a", "b", "c"),
            List.of(
                    new Segment(0, 2, new float[] {0.875f, 0.125f, 0}),
                    new Segment(2, 3, new float[] {0.125f, 0.5f, 0.375f})));

    @Test
    void aFileHasTheMeansOfItsSegments() {
        List<PredictionView.Line> lines = new PredictionView(false, 2, 0).lines(PREDICTION);
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.start()).isZero();
            assertThat(line.end()).isEqualTo(3);
            assertThat(line.label()).contains("a");
            assertThat(line.probabilities()).containsExactly(entry("a", 0.5), entry("b", 0.3125));
        });
    }

    private static java.util.Map.Entry<String, Double> entry(String label, double probability) {
        return java.util.Map.entry(label, probability);
    }

    @Test
    void aSegmentHasItsTimesAndLabels() {
        List<PredictionView.Line> lines = new PredictionView(true, 9, 0).lines(PREDICTION);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).start()).isEqualTo(2);
        assertThat(lines.get(1).end()).isEqualTo(3);
        assertThat(lines.get(1).probabilities()).containsExactly(entry("b", 0.5), entry("c", 0.375), entry("a", 0.125));
    }

    @Test
    void belowTheThresholdThereIsNoLabel() {
        assertThat(new PredictionView(true, 1, 0.6).lines(PREDICTION))
                .extracting(PredictionView.Line::label)
                .containsExactly(Optional.of("a"), Optional.empty());
        assertThat(new PredictionView(false, 1, 0.5).lines(PREDICTION).get(0).label())
                .contains("a");
        assertThat(new PredictionView(false, 1, 0.6).stretches(PREDICTION)).isEmpty();
        assertThat(new PredictionView(false, 1, 0.5).stretches(PREDICTION))
                .containsExactly(new Stretch(0, 3, "a", 0.5));
        assertThat(new PredictionView(true, 1, 0.6).stretches(PREDICTION))
                .containsExactly(new Stretch(0, 2, "a", 0.875));
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PredictionView(false, 0, 0))
                .withMessage("top must be at least 1, got 0");
        for (double abstain : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PredictionView(false, 1, abstain))
                    .withMessage("abstain must be in [0, 1], got " + abstain);
        }
    }
}
