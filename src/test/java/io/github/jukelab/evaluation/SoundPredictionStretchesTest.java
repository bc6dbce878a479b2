package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.evaluation.SoundPrediction.Segment;
import io.github.jukelab.evaluation.SoundPrediction.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The label over time. */
class SoundPredictionStretchesTest {

    private static Segment segment(double start, double end, double a) {
        return new Segment(start, end, new float[] {(float) a, (float) (1 - a)});
    }

    private static SoundPrediction of(Segment... segments) {
        return new SoundPrediction(List.of("a", "b"), List.of(segments));
    }

    @Test
    void neighboursOfOneLabelAreOneStretch() {
        SoundPrediction prediction = of(segment(0, 2, 0.75), segment(2, 4, 1), segment(4, 6, 0.25), segment(6, 7, 0.5));
        assertThat(prediction.stretches(0))
                .containsExactly(
                        new Stretch(0, 4, "a", 0.875), new Stretch(4, 6, "b", 0.75), new Stretch(6, 7, "a", 0.5));
    }

    @Test
    void overlappingSegmentsArePartedInTheMiddleOfWhatTheyShare() {
        SoundPrediction prediction = of(segment(0, 3, 1), segment(1, 4, 1), segment(2, 5, 0), segment(3, 5.5, 0));
        assertThat(prediction.stretches(0)).containsExactly(new Stretch(0, 3, "a", 1), new Stretch(3, 5.5, "b", 1));
    }

    @Test
    void segmentsThatDoNotTouchAreNotJoined() {
        SoundPrediction prediction = of(segment(0, 1, 1), segment(3, 4, 1), segment(6, 7, 0));
        assertThat(prediction.stretches(0))
                .containsExactly(new Stretch(0, 1, "a", 1), new Stretch(3, 4, "a", 1), new Stretch(6, 7, "b", 1));
    }

    @Test
    void whatIsNotProbableEnoughHasNoLabel() {
        SoundPrediction prediction = of(segment(0, 2, 0.875), segment(1, 3, 0.625), segment(2, 4, 0.875));
        assertThat(prediction.stretches(0.75))
                .containsExactly(new Stretch(0, 1.5, "a", 0.875), new Stretch(2.5, 4, "a", 0.875));
        assertThat(prediction.stretches(0.875)).hasSize(2);
        assertThat(prediction.stretches(0.9)).isEmpty();
        assertThat(prediction.stretches(0)).hasSize(1);
    }

    /** However windows overlap: stretches are in order, of positive length, and cover the sound without a gap. */
    @Test
    void stretchesPartTheSound() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            double hop = (1 + random.nextInt(16)) / 8.0;
            double length = hop * (1 + random.nextInt(4));
            int count = 1 + random.nextInt(20);
            double seconds = (count - 1) * hop + length * (0.5 + random.nextDouble() / 2);
            List<Segment> segments = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                segments.add(segment(i * hop, Math.min(seconds, i * hop + length), random.nextInt(2)));
            }
            double end = 0;
            for (Stretch stretch : of(segments.toArray(Segment[]::new)).stretches(0)) {
                assertThat(stretch.start()).isCloseTo(end, within(1e-9));
                assertThat(stretch.end()).isGreaterThan(stretch.start());
                end = stretch.end();
            }
            assertThat(end).isEqualTo(segments.get(count - 1).end());
        }
    }

    @Test
    void onASharedFirstPlaceTheFirstLabelIsTaken() {
        float[] equal = new float[4];
        Arrays.fill(equal, 0.25f);
        SoundPrediction prediction =
                new SoundPrediction(List.of("w", "x", "y", "z"), List.of(new Segment(0, 1, equal)));
        assertThat(prediction.stretches(0.25)).containsExactly(new Stretch(0, 1, "w", 0.25));
    }
}
