package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.evaluation.SoundPrediction.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A temperature is for the whole sound. */
class SoundPredictionTemperatureTest {

    private static final List<String> LABELS = List.of("x", "y");
    private static final Temperature TWO = new Temperature(2, 9);

    @Test
    void isAppliedToTheMean() {
        SoundPrediction sound = new SoundPrediction(
                LABELS,
                List.of(new Segment(0, 1, new float[] {0.1f, 0.9f}), new Segment(1, 2, new float[] {0.3f, 0.7f})),
                TWO);
        assertThat(sound.probabilities().get("x"))
                .isEqualTo(Math.sqrt(0.2) / (Math.sqrt(0.2) + Math.sqrt(0.8)), within(1e-6));
        assertThat(sound.label()).isEqualTo("y");
        assertThat(sound.shownSegments()).isEqualTo(sound.segments());
        assertThat(sound.stretches(0.7)).hasSize(1);
    }

    @Test
    void theOnlySegmentIsTheSound() {
        SoundPrediction sound = new SoundPrediction(LABELS, List.of(new Segment(0, 1, new float[] {0.2f, 0.8f})), TWO);
        assertThat(sound.shownSegments().get(0).probabilities()[1])
                .isEqualTo(sound.probabilities().get("y").floatValue())
                .isEqualTo(2f / 3, within(1e-6f));
        assertThat(sound.stretches(0.7)).isEmpty();
        assertThat(sound.stretches(0.6)).hasSize(1);
        assertThat(sound.segments().get(0).probabilities()[1]).isEqualTo(0.8f);
    }
}
