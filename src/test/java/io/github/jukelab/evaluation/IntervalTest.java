package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** The examples of Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonAgreesWithPublishedNumbers(int correct, int total, double low, double high) {
        Interval interval = Interval.wilson(correct, total);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void wilsonRefusesInvalidCounts() {
        assertThatThrownBy(() -> Interval.wilson(0, 0)).hasMessage("total must be at least 1, got 0");
        assertThatThrownBy(() -> Interval.wilson(4, 3)).hasMessage("correct must be in [0, 3], got 4");
    }

    @Test
    void refusesEndsOutOfOrder() {
        assertThatThrownBy(() -> new Interval(0.6, 0.5, 0.95))
                .hasMessage("interval must lie in order within [0, 1], got 0.6 to 0.5");
        assertThatThrownBy(() -> new Interval(0.4, 0.5, 1)).hasMessage("level must be in (0, 1), got 1.0");
    }

    @Test
    void bootstrapIsNearWilsonForManyTracks() {
        Predictions tracks = EvaluationTest.predictions(List.of("a", "b"), new int[][] {{300, 100}, {50, 150}});
        Interval drawn = Interval.bootstrap(tracks, 7);
        Interval exact = Interval.wilson(450, 600);
        assertThat(drawn.low()).isCloseTo(exact.low(), within(0.006));
        assertThat(drawn.high()).isCloseTo(exact.high(), within(0.006));
        assertThat(drawn).isEqualTo(Interval.bootstrap(tracks, 7));
    }

    @Test
    void bootstrapDrawsTracksNotSegments() {
        List<Prediction> rows = new ArrayList<>();
        for (int track = 0; track < 10; track++) {
            for (int segment = 0; segment < 50; segment++) {
                rows.add(PredictionsTest.segment("track" + track, segment, 0, track % 2));
            }
        }
        Interval interval = Interval.bootstrap(new Predictions(List.of("a", "b"), rows), 1);
        assertThat(interval.high() - interval.low()).isBetween(0.5, 0.7);
    }
}
