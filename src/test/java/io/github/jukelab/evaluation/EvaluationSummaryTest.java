package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationSummaryTest {

    private static final List<String> THREE = List.of("blues", "jazz", "rock");

    private static String summary(List<String> labels, int[][] counts) {
        return Evaluation.of(EvaluationTest.predictions(labels, counts)).summary();
    }

    @Test
    void aClearResultNamesBestWorstAndTheMostFrequentConfusion() {
        assertThat(summary(THREE, new int[][] {{10, 0, 0}, {0, 9, 1}, {0, 2, 8}}))
                .isEqualTo(
                        "27 of 30 tracks are correct: 90.0 %, with a 95 % interval from 74.4 to 96.5 %. That is clearly"
                                + " more than guessing, which is correct for 33.3 %. Recognised best: blues (10 of 10); worst: rock"
                                + " (8 of 10). The most frequent confusion: rock predicted as jazz 2 times.");
    }

    @Test
    void unevenLabelsAreComparedWithTheMostFrequentOneAndLabelsThatDoNotOccurAreLeftOut() {
        assertThat(summary(List.of("cat", "dog", "owl"), new int[][] {{4, 1, 0}, {2, 1, 0}, {0, 0, 0}}))
                .isEqualTo("5 of 8 tracks are correct: 62.5 %, or 56.7 % if each label counts the same, with a 95 %"
                        + " interval from 30.6 to 86.3 %. Too few tracks to tell it from always predicting cat, which is"
                        + " correct for 62.5 %. Recognised best: cat (4 of 5); worst: dog (1 of 3). The most frequent"
                        + " confusion: dog predicted as cat 2 times.");
    }

    @Test
    void aResultMayBeAboveGuessingAndNotAboveTheMostFrequentLabel() {
        assertThat(summary(THREE, new int[][] {{36, 0, 0}, {12, 0, 0}, {12, 0, 0}}))
                .contains("Too few tracks to tell it from always predicting blues, which is correct for 60.0 %. It is"
                        + " clearly more than guessing, which is correct for 33.3 %.")
                .contains("Recognised best: blues (36 of 36); worst: jazz (0 of 12) and rock (0 of 12).")
                .endsWith(
                        "The most frequent confusion: jazz predicted as blues 12 times, and 1 other confusion as often.");
    }

    @Test
    void aResultMayBeBelowGuessing() {
        assertThat(summary(List.of("a", "b"), new int[][] {{2, 18}, {19, 1}}))
                .contains("3 of 40 tracks are correct: 7.5 %")
                .contains("That is clearly less than guessing, which is correct for 50.0 %.");
    }

    @Test
    void allCorrectHasNoConfusion() {
        assertThat(summary(THREE, new int[][] {{10, 0, 0}, {0, 10, 0}, {0, 0, 10}}))
                .isEqualTo("30 of 30 tracks are correct: 100.0 %, with a 95 % interval from 88.6 to 100.0 %. That is"
                        + " clearly more than guessing, which is correct for 33.3 %.");
    }

    @Test
    void allWrongHasNoBestLabel() {
        assertThat(summary(List.of("a", "b"), new int[][] {{0, 2}, {2, 0}}))
                .isEqualTo(
                        "0 of 4 tracks are correct: 0.0 %, with a 95 % interval from 0.0 to 49.0 %. That is clearly less"
                                + " than guessing, which is correct for 50.0 %. The most frequent confusion: a predicted as b 2"
                                + " times, and 1 other confusion as often.");
    }

    @Test
    void oneTrackTellsNothing() {
        assertThat(summary(List.of("a", "b"), new int[][] {{1, 0}, {0, 0}}))
                .isEqualTo(
                        "1 of 1 track is correct: 100.0 %, with a 95 % interval from 20.7 to 100.0 %. All are a, so this"
                                + " does not show whether labels can be told from each other.");
        assertThat(summary(List.of("a", "b"), new int[][] {{0, 1}, {0, 0}}))
                .endsWith("The only confusion: a predicted as b once.");
    }

    @Test
    void manyLabelsThatAreAlikeAreCountedAndErrorsThatOccurOnceAreNotSingledOut() {
        int[][] counts = new int[6][6];
        for (int label = 0; label < 6; label++) {
            counts[label][label] = label < 4 ? 2 : 1;
        }
        counts[4][0] = 1;
        counts[5][0] = 1;
        assertThat(summary(List.of("a", "b", "c", "d", "e", "f"), counts))
                .endsWith("Recognised best: 4 labels with 100.0 % each; worst: e (1 of 2) and f (1 of 2). No confusion"
                        + " occurs twice.");
    }

    @Test
    void labelsWithTheSameRecallAreNotRanked() {
        assertThat(summary(List.of("a", "b"), new int[][] {{3, 1}, {1, 3}}))
                .endsWith("All labels are recognised equally often. No confusion occurs twice.");
    }

    @Test
    void ofSegmentsAndOfGroupsTheIntervalSaysWhatItCounts() {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            rows.add(PredictionsTest.segment(i % 2 == 0 ? "a" : "b", i, i % 2, i / 4));
        }
        Predictions segments = new Predictions(List.of("x", "y"), rows);
        assertThat(Evaluation.of(segments).summary())
                .startsWith("4 of 8 segments of 2 tracks are correct: 50.0 %")
                .contains("% over tracks.");
        assertThat(Evaluation.of(segments, Map.of("a", "artist"), 1).summary()).contains("% over 2 groups.");
    }
}
