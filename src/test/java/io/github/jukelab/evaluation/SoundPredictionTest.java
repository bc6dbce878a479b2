package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.evaluation.SoundPrediction.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoundPredictionTest {

    private static final List<String> LABELS = List.of("blues", "jazz");

    private static SoundPrediction prediction() {
        return new SoundPrediction(
                LABELS,
                List.of(new Segment(0, 1.5, new float[] {0.25f, 0.75f}), new Segment(0.75, 2.25, new float[] {0.5f, 0.5f
                })));
    }

    @Test
    void aSoundsProbabilitiesAreTheMeansOfItsSegments() {
        assertThat(prediction().probabilities()).containsExactly(entry("jazz", 0.625), entry("blues", 0.375));
        assertThat(prediction().label()).isEqualTo("jazz");
        assertThat(prediction())
                .isEqualTo(prediction())
                .hasSameHashCodeAs(prediction())
                .hasToString("SoundPrediction[jazz 0.63, blues 0.38; 2 segments]");
    }

    private static java.util.Map.Entry<String, Double> entry(String label, double probability) {
        return java.util.Map.entry(label, probability);
    }

    @Test
    void aTracksRowHasTheLabelsInTheirOrder() {
        assertThat(prediction().forTrack("t", 0)).isEqualTo(new Prediction("t", "t", 0, new float[] {0.375f, 0.625f}));
    }

    @Test
    void refusesMissingOrInvalidSegments() {
        assertThatThrownBy(() -> new SoundPrediction(LABELS, List.of()))
                .hasMessage("a sound needs at least one segment, got none");
        assertThatThrownBy(() -> new SoundPrediction(LABELS, List.of(new Segment(0, 1, new float[] {1}))))
                .hasMessage("Segment[0.00 to 1.00 s] must have 2 probabilities, got 1");
    }

    @Test
    void sentencesSayHowSureItIsAndHowManySegmentsAgree() {
        SoundPrediction unsure = new SoundPrediction(
                List.of("blues", "jazz", "rock"),
                List.of(
                        new SoundPrediction.Segment(0, 1, new float[] {0.5f, 0.25f, 0.25f}),
                        new SoundPrediction.Segment(1, 2, new float[] {0.25f, 0.5f, 0.25f}),
                        new SoundPrediction.Segment(2, 3, new float[] {0.5f, 0.5f, 0})));
        assertThat(unsure.summary())
                .isEqualTo(
                        "The most probable label is blues, with 0.42, then jazz, with 0.42: none has one half. blues is"
                                + " the most probable one in 2 of 3 segments.");
        assertThat(new SoundPrediction(List.of("blues"), List.of(new SoundPrediction.Segment(0, 1, new float[] {1})))
                        .summary())
                .isEqualTo("The most probable label is blues, with 1.00.");
    }
}
