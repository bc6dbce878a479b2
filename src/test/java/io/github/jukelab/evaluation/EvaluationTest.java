package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    /** Counts of shape [actual, predicted], one track per example. */
    static Predictions predictions(List<String> labels, int[][] counts) {
        List<Prediction> rows = new ArrayList<>();
        for (int a = 0; a < counts.length; a++) {
            for (int p = 0; p < counts.length; p++) {
                for (int i = 0; i < counts[a][p]; i++) {
                    float[] certain = new float[counts.length];
                    certain[p] = 1;
                    rows.add(new Prediction("track" + rows.size(), "track" + rows.size(), a, certain));
                }
            }
        }
        return new Predictions(labels, rows);
    }

    private static final Predictions PETS =
            predictions(List.of("cat", "dog", "owl"), new int[][] {{4, 1, 0}, {2, 1, 0}, {0, 0, 0}});

    @Test
    void hasCountsAndShares() {
        Evaluation evaluation = Evaluation.of(PETS);
        assertThat(evaluation.correct()).isEqualTo(5);
        assertThat(evaluation.total()).isEqualTo(8);
        assertThat(evaluation.tracks()).isEqualTo(8);
        assertThat(evaluation.accuracy()).isEqualTo(0.625);
        assertThat(evaluation.chance()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(evaluation.majority()).isEqualTo(0.625);
    }

    @Test
    void isShownAsOneLine() {
        Predictions thirty = predictions(List.of("a", "b"), new int[][] {{15, 0}, {5, 10}});
        assertThat(Evaluation.of(thirty))
                .hasToString("Evaluation[30 tracks: 83.3 % correct, 95 % interval 66.4–92.7 %, chance 50.0 %]");
    }

    @Test
    void theIntervalCountsTracksAndNotSegments() {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(PredictionsTest.segment(i % 2 == 0 ? "a" : "b", i, 0, i % 2));
        }
        Evaluation segments = Evaluation.of(new Predictions(List.of("x", "y"), rows));
        assertThat(segments.interval()).isEqualTo(Interval.wilson(1, 2));
        assertThat(segments.toString()).contains("100 segments of 2 tracks");
    }

    @Test
    void theConfusionMatrixListsMistakes() {
        ConfusionMatrix confusion = ConfusionMatrix.of(PETS);
        assertThat(confusion.count(1, 0)).isEqualTo(2);
        assertThat(confusion.actual(0)).isEqualTo(5);
        assertThat(confusion.predicted(0)).isEqualTo(6);
        assertThat(confusion.mistakes())
                .containsExactly(
                        new ConfusionMatrix.Mistake("dog", "cat", 2), new ConfusionMatrix.Mistake("cat", "dog", 1));
        assertThat(confusion)
                .hasToString("ConfusionMatrix[3 labels, 5 of 8 correct, most often dog predicted as cat 2 times]");
        assertThat(confusion).isEqualTo(ConfusionMatrix.of(PETS)).hasSameHashCodeAs(ConfusionMatrix.of(PETS));
    }

    @Test
    void theReportEqualsValuesComputedByHand() {
        ClassificationReport report = Evaluation.of(PETS).report();
        ClassMetrics cat = report.classes().get(0);
        assertThat(cat.precision()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(cat.recall()).isCloseTo(4 / 5.0, within(1e-12));
        assertThat(cat.f1()).isCloseTo(8 / 11.0, within(1e-12));
        assertThat(cat.support()).isEqualTo(5);
        assertThat(report.macroF1()).as("owl never occurs").isCloseTo((8 / 11.0 + 2 / 5.0) / 2, within(1e-12));
        assertThat(report).hasToString("ClassificationReport[3 labels, macro-F1 0.56, weakest dog with 0.40]");
    }

    @Test
    void aLabelWithoutExamplesHasZeros() {
        ClassMetrics owl = Evaluation.of(PETS).report().classes().get(2);
        assertThat(owl).isEqualTo(new ClassMetrics("owl", 0, 0, 0, 0));
    }

    @Test
    void aHistoryNumbersItsEpochs() {
        assertThatThrownBy(() -> new History(List.of(new Epoch(2, 1, 0.5, 1, 0.5, 0.001, 1))))
                .hasMessageContaining("got 2 as number 1");
        assertThat(new History(List.of())).hasToString("History[no epochs]");
        assertThat(new History(List.of(new Epoch(1, 1, 0.5, 0.9, 0.5, 0.001, 1))))
                .hasToString("History[1 epoch, best 1: validation loss 0.900, accuracy 50.0 %]");
    }
}
