package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    /** Counts of shape [actual, predicted], one song an example. */
    static Predictions predictions(List<String> labels, int[][] counts) {
        List<Prediction> rows = new ArrayList<>();
        for (int a = 0; a < counts.length; a++) {
            for (int p = 0; p < counts.length; p++) {
                for (int i = 0; i < counts[a][p]; i++) {
                    float[] sure = new float[counts.length];
                    sure[p] = 1;
                    rows.add(new Prediction("song" + rows.size(), "song" + rows.size(), a, sure));
                }
            }
        }
        return new Predictions(labels, rows);
    }

    private static final Predictions PETS =
            predictions(List.of("cat", "dog", "owl"), new int[][] {{4, 1, 0}, {2, 1, 0}, {0, 0, 0}});

    @Test
    void countsAndShares() {
        Evaluation evaluation = Evaluation.of(PETS);
        assertThat(evaluation.correct()).isEqualTo(5);
        assertThat(evaluation.total()).isEqualTo(8);
        assertThat(evaluation.tracks()).isEqualTo(8);
        assertThat(evaluation.accuracy()).isEqualTo(0.625);
        assertThat(evaluation.chance()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(evaluation.majority()).isEqualTo(0.625);
    }

    @Test
    void readsAsOneLine() {
        Predictions thirty = predictions(List.of("a", "b"), new int[][] {{15, 0}, {5, 10}});
        assertThat(Evaluation.of(thirty))
                .hasToString("Evaluation[30 songs: 83.3 % right, 95 % interval 66.4–92.7 %, chance 50.0 %]");
    }

    @Test
    void piecesDoNotNarrowTheInterval() {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(PredictionsTest.piece(i % 2 == 0 ? "a" : "b", i, 0, i % 2));
        }
        Evaluation pieces = Evaluation.of(new Predictions(List.of("x", "y"), rows));
        assertThat(pieces.interval()).isEqualTo(Interval.wilson(1, 2));
        assertThat(pieces.toString()).contains("100 pieces of 2 songs");
    }

    @Test
    void confusionNamesMistakes() {
        Confusion confusion = Confusion.of(PETS);
        assertThat(confusion.count(1, 0)).isEqualTo(2);
        assertThat(confusion.actual(0)).isEqualTo(5);
        assertThat(confusion.predicted(0)).isEqualTo(6);
        assertThat(confusion.mistakes())
                .containsExactly(new Confusion.Mistake("dog", "cat", 2), new Confusion.Mistake("cat", "dog", 1));
        assertThat(confusion).hasToString("Confusion[3 labels, 5 of 8 right, most often dog taken for cat 2 times]");
        assertThat(confusion).isEqualTo(Confusion.of(PETS)).hasSameHashCodeAs(Confusion.of(PETS));
    }

    @Test
    void reportAgreesWithHand() {
        Report report = Evaluation.of(PETS).report();
        ClassReport cat = report.classes().get(0);
        assertThat(cat.precision()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(cat.recall()).isCloseTo(4 / 5.0, within(1e-12));
        assertThat(cat.f1()).isCloseTo(8 / 11.0, within(1e-12));
        assertThat(cat.support()).isEqualTo(5);
        assertThat(report.macroF1()).as("owl never occurs").isCloseTo((8 / 11.0 + 2 / 5.0) / 2, within(1e-12));
        assertThat(report).hasToString("Report[3 labels, macro-F1 0.56, weakest dog with 0.40]");
    }

    @Test
    void sharesOfNothingAreZero() {
        ClassReport owl = Evaluation.of(PETS).report().classes().get(2);
        assertThat(owl).isEqualTo(new ClassReport("owl", 0, 0, 0, 0));
    }

    @Test
    void historyCountsItsEpochs() {
        assertThatThrownBy(() -> new History(List.of(new Epoch(2, 1, 0.5, 1, 0.5, 0.001, 1))))
                .hasMessageContaining("got 2 at place 1");
        assertThat(new History(List.of())).hasToString("History[no epochs]");
        assertThat(new History(List.of(new Epoch(1, 1, 0.5, 0.9, 0.5, 0.001, 1))))
                .hasToString("History[1 epoch, best 1: validation loss 0.900, accuracy 50.0 %]");
    }
}
