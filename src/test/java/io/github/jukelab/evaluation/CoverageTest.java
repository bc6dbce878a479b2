package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

    /** Ten tracks with the confidences 0.54, 0.59, 0.64 and so on to 0.99; the first three are wrong. */
    private static Predictions tracks() {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            float confidence = 0.54f + 0.05f * i;
            rows.add(new Prediction("t" + i, "t" + i, i < 3 ? 1 : 0, new float[] {confidence, 1 - confidence}));
        }
        return new Predictions(List.of("x", "y"), rows);
    }

    @Test
    void countsAnswersAtEachThreshold() {
        Coverage coverage = Coverage.of(tracks());
        assertThat(coverage.points()).hasSize(20);
        Coverage.Point always = coverage.points().get(0);
        assertThat(always).isEqualTo(new Coverage.Point(0, 10, 10, 7, Interval.wilson(7, 10)));
        Coverage.Point point = coverage.points().get(12);
        assertThat(point).isEqualTo(new Coverage.Point(0.6, 10, 8, 7, Interval.wilson(7, 8)));
        assertThat(point.coverage()).isEqualTo(0.8);
        assertThat(point.accuracy()).isEqualTo(0.875);
        assertThat(coverage.points().get(19).answered()).isEqualTo(1);
        assertThat(point)
                .hasToString("abstain below 0.60: 80.0 % answered, 87.5 % of them right, 95 % interval 52.9–97.8 %");
    }

    @Test
    void findsTheThresholdWithTheMostAnswers() {
        Coverage coverage = Coverage.of(tracks());
        Coverage.Point point = coverage.atAccuracy(0.95).orElseThrow();
        assertThat(point.threshold()).isEqualTo(0.65);
        assertThat(coverage.summary())
                .isEqualTo("If the model always answers, 70.0 % of 10 answers are correct. To be right in 95 % of the"
                        + " answers, abstain below 0.65: the model then answers 70.0 % of the tracks, and 100.0 % of the"
                        + " answers are correct, with a 95 % interval from 64.6 to 100.0 %. The threshold is chosen on"
                        + " these tracks; on others fewer answers may be correct.");
        assertThat(coverage.atAccuracy(0.5).orElseThrow().threshold()).isZero();
    }

    @Test
    void endsWhereNothingIsAnswered() {
        Prediction unsure = new Prediction("a", "a", 1, new float[] {0.5f, 0.25f, 0.25f});
        Coverage coverage = Coverage.of(new Predictions(List.of("x", "y", "z"), List.of(unsure)));
        assertThat(coverage.points()).hasSize(11);
        assertThat(coverage.points().get(10).threshold()).isEqualTo(0.5);
        assertThat(coverage.atAccuracy(0.95)).isEmpty();
        assertThat(coverage.summary()).endsWith("No threshold makes 95 % of the answers correct.");
        assertThatThrownBy(() -> new Coverage(List.of())).hasMessage("a coverage needs at least one point, got none");
    }

    @Test
    void hasTheIntervalOfAnEvaluationOverGroups() {
        Predictions tracks = tracks();
        Map<String, String> groups =
                IntStream.range(0, 10).boxed().collect(Collectors.toMap(i -> "t" + i, i -> "g" + i / 2));
        assertThat(Coverage.of(tracks, groups, 4).points().get(0).interval())
                .isEqualTo(Evaluation.of(tracks, groups, 4).interval());
    }
}
