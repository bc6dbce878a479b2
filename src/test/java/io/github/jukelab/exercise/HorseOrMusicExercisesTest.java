package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.RobustnessReport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HorseOrMusicExercisesTest {

    private static Verdict check(String id, Object... values) {
        return Exercises.of(id).check(values);
    }

    /** Tracks of the first of three labels, answered with one of them and a probability. */
    private static Predictions answered(int[] labels, float... confidences) {
        return new Predictions(
                List.of("a", "b", "c"),
                IntStream.range(0, labels.length)
                        .mapToObj(i -> {
                            float[] probabilities = new float[3];
                            Arrays.fill(probabilities, (1 - confidences[i]) / 2);
                            probabilities[labels[i]] = confidences[i];
                            return new Prediction("t" + i, "t" + i, 0, probabilities);
                        })
                        .toList());
    }

    @Test
    void testsThatTheHorsePasses() {
        assertThat(check("10.1", List.of("interval", "folds", "seeds")).right()).isTrue();
        assertThat(check("10.1", "seeds, folds, interval").right()).isTrue();
        assertThat(check("10.1", List.of("folds", "seeds")).right()).isFalse();
        assertThat(check("10.1", List.of("folds", "seeds", "interval", "volume"))
                        .text())
                .isEqualTo(
                        "Not yet: in one that you name, the level no longer says the label that it said in training.");
        assertThat(check("10.1", "listening").text())
                .isEqualTo("Not yet: the tests are folds, seeds, interval, volume and swap.");
    }

    @Test
    void tracksFromWrongToWrong() {
        Predictions before = answered(new int[] {0, 1, 1, 2, 2}, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f);
        Predictions after = answered(new int[] {1, 2, 0, 2, 1}, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f);
        RobustnessReport report = new RobustnessReport(before, Map.of("noise", after), 0, List.of());
        assertThat(check("10.2", 2, report, "noise").text())
                .isEqualTo("Right: of 4 turned answers these change nothing in the accuracy.");
        assertThat(check("10.2", 4, report, "noise").right()).isFalse();
        assertThat(check("10.2", 2, report, "hum").text())
                .isEqualTo("Not yet: the report has no change of this name: take one of noise.");
    }

    @Test
    void tracksWithoutATurnedAnswer() {
        assertThat(check("10.3", 381).right()).isTrue();
        assertThat(check("10.3", 380).text()).isEqualTo("Not yet: with so many the upper end is 1.00 %.");
        assertThat(check("10.3", 382).text()).contains("fewer would do");
        assertThat(check("10.3", 0).text()).contains("a whole number of tracks");
    }

    @Test
    void thresholdOfTheLeastCost() {
        Predictions predictions = answered(new int[] {0, 0, 1, 1}, 0.9f, 0.8f, 0.6f, 0.5f);
        assertThat(check("10.4", 0.7, predictions).text())
                .isEqualTo(
                        "Right: it costs 0.150 per track, and Chow's threshold, 0.7, costs 0.150 on the same tracks.");
        assertThat(check("10.4", 0.61, predictions).right()).isTrue();
        assertThat(check("10.4", 0.6, predictions).right()).isFalse();
        assertThat(check("10.4", 0.85, predictions).right()).isFalse();
        assertThat(check("10.4", 70, predictions).text())
                .isEqualTo("Not yet: a threshold is a probability, from 0 to 1.");
    }

    @Test
    void neverToAnswerIsAThresholdToo() {
        Predictions wrong = answered(new int[] {1, 1}, 0.9f, 0.8f);
        assertThat(check("10.4", 1, wrong).right()).isTrue();
        assertThat(check("10.4", 0.5, wrong).right()).isFalse();
        assertThat(check("10.4", 0.5, answered(new int[] {0, 0}, 1, 0.9f)).right())
                .isTrue();
    }

    @Test
    void probabilitiesAtATemperature() {
        assertThat(check("10.5", new double[] {0.691, 0.206, 0.103}).right()).isTrue();
        assertThat(check("10.5", List.of(0.69, 0.21, 0.10)).right()).isTrue();
        assertThat(check("10.5", new double[] {0.949, 0.283, 0.141}).text()).contains("sum to 1");
        assertThat(check("10.5", new double[] {0.9917, 0.0078, 0.0005}).text()).contains("surer than before");
        assertThat(check("10.5", new double[] {0.9, 0.08, 0.02}).right()).isFalse();
        assertThat(check("10.5", new double[] {0.7, 0.3}).text()).contains("three probabilities");
    }
}
