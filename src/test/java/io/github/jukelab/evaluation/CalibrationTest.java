package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    /** A track whose first label is predicted with a confidence above one half, rightly or not. */
    private static Prediction track(int number, double confidence, boolean correct) {
        float best = (float) confidence;
        return new Prediction("t" + number, "t" + number, correct ? 0 : 1, new float[] {best, 1 - best});
    }

    private static Predictions of(List<Prediction> rows) {
        return new Predictions(List.of("x", "y"), rows);
    }

    /** Tracks whose answers are right with the probability that a function of their confidence gives. */
    private static Predictions drawn(int tracks, double overconfidence, long seed) {
        Random random = new Random(seed);
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < tracks; i++) {
            double confidence = 0.5 + random.nextDouble() / 2;
            rows.add(track(i, confidence, random.nextDouble() < confidence - overconfidence));
        }
        return of(rows);
    }

    @Test
    void hasTheErrorThatHandGives() {
        Calibration calibration = Calibration.of(of(List.of(
                track(1, 0.95, true),
                track(2, 0.91, false),
                track(3, 0.75, true),
                track(4, 0.62, false),
                track(5, 0.68, true))));
        assertThat(calibration.bins())
                .hasSize(3)
                .extracting(Calibration.Bin::count)
                .containsExactly(2, 1, 2);
        assertThat(calibration.bins().get(0).confidence()).isEqualTo(0.65, within(1e-6));
        assertThat(calibration.bins().get(0).accuracy()).isEqualTo(0.5);
        assertThat(calibration.error())
                .isEqualTo((2 * 0.15 + 1 * 0.25 + 2 * 0.43) / 5, within(1e-6)); // |0.93 - 0.5| in the last
        assertThat(calibration.confidence()).isEqualTo(0.782, within(1e-6));
        assertThat(calibration.accuracy()).isEqualTo(0.6);
        assertThat(calibration.bins().get(2)).hasToString("Bin[0.9 to 1.0: 1 of 2 correct, mean confidence 0.93]");
    }

    @Test
    void hasTheBinsOfScikitLearn() throws IOException {
        JsonNode fixture = new ObjectMapper()
                .readTree(CalibrationTest.class.getResource("/fixtures/scikit-learn/calibration.json"));
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < fixture.get("confidences").size(); i++) {
            rows.add(track(
                    i,
                    fixture.get("confidences").get(i).asDouble(),
                    fixture.get("correct").get(i).asBoolean()));
        }
        List<Calibration.Bin> bins = Calibration.of(of(rows)).bins();
        assertThat(bins).hasSameSizeAs(fixture.get("prob_true"));
        for (int i = 0; i < bins.size(); i++) {
            assertThat(bins.get(i).accuracy())
                    .isEqualTo(fixture.get("prob_true").get(i).asDouble(), within(1e-9));
            assertThat(bins.get(i).confidence())
                    .isEqualTo(fixture.get("prob_pred").get(i).asDouble(), within(1e-6));
        }
    }

    @Test
    void tellsCalibratedModelsFromOverconfidentOnes() {
        Calibration right = Calibration.of(drawn(4000, 0, 3));
        assertThat(right.error()).isLessThan(0.03);
        assertThat(right.isMiscalibrated()).isFalse();
        assertThat(right.interval().low()).isLessThan(0.01);
        Calibration tooSure = Calibration.of(drawn(4000, 0.2, 3));
        assertThat(tooSure.error()).isEqualTo(0.2, within(0.02));
        assertThat(tooSure.isMiscalibrated()).isTrue();
        assertThat(tooSure.interval().contains(0.2)).isTrue();
        assertThat(tooSure.summary()).contains("the model is too sure").contains("more than chance explains");
    }

    /** The error of 60 answers is far above 0 even if their model is calibrated, and the verdict knows it. */
    @Test
    void fewTracksOfACalibratedModelAreSeldomCalledMiscalibrated() {
        int wrong = 0;
        for (int seed = 0; seed < 100; seed++) {
            Calibration calibration = Calibration.of(drawn(60, 0, seed));
            wrong += calibration.isMiscalibrated() ? 1 : 0;
            assertThat(calibration.interval().contains(calibration.error())).isTrue();
        }
        assertThat(wrong).isLessThan(12);
    }

    @Test
    void theIntervalContainsTheTrueErrorAboutAsOftenAsItSays() {
        int contained = 0;
        for (int seed = 0; seed < 100; seed++) {
            contained += Calibration.of(drawn(150, 0.2, seed)).interval().contains(0.2) ? 1 : 0;
        }
        assertThat(contained).isBetween(88, 100);
    }

    @Test
    void drawsWholeGroups() {
        Predictions predictions = drawn(100, 0.2, 1);
        Map<String, String> groups = new HashMap<>();
        predictions.rows().forEach(row -> groups.put(row.track(), row.correct() ? "right" : "wrong"));
        Interval byTrack = Calibration.of(predictions).interval();
        Interval byGroup = Calibration.of(predictions, groups, 1).interval();
        assertThat(byGroup.high() - byGroup.low()).isGreaterThan(byTrack.high() - byTrack.low());
        assertThat(Calibration.of(predictions, groups, 1)).isEqualTo(Calibration.of(predictions, groups, 1));
    }

    @Test
    void oneCertainAnswerIsCalibratedOrNot() {
        Calibration right = Calibration.of(of(List.of(track(1, 1, true))));
        assertThat(right.error()).isZero();
        assertThat(right.isMiscalibrated()).isFalse();
        assertThat(right.summary())
                .isEqualTo("The mean confidence is 100.0 %, and 100.0 % of 1 answer is correct: that fits. The expected"
                        + " calibration error is 0.0 %, with a 95 % interval from 0.0 to 0.0 %. Chance alone explains"
                        + " that: a perfectly calibrated model could have up to 0.0 %.");
        Calibration wrong = Calibration.of(of(List.of(track(1, 1, false))));
        assertThat(wrong.error()).isEqualTo(1);
        assertThat(wrong.isMiscalibrated()).isTrue();
        assertThat(wrong)
                .hasToString("Calibration[1 answer, expected calibration error 100.0 %, 95 % interval 100.0–100.0 %; a"
                        + " calibrated model: up to 0.0 %]");
    }

    @Test
    void aModelOfOneLabelIsAlwaysRight() {
        Prediction only = new Prediction("a", "a", 0, new float[] {1});
        assertThat(Calibration.of(new Predictions(List.of("x"), List.of(only))).error())
                .isZero();
    }

    @Test
    void needsLabels() {
        Predictions unknown = of(List.of(new Prediction("a", "a", OptionalInt.empty(), new float[] {1, 0})));
        assertThatThrownBy(() -> Calibration.of(unknown)).hasMessageContaining("true label of every row");
    }
}
