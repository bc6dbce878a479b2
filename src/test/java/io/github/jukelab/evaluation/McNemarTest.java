package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.Tolerance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class McNemarTest {

    /** One track per row, of label 0: its probability is 1 if correct, 0 if wrong. */
    static Predictions tracks(boolean... correct) {
        List<Prediction> rows = new ArrayList<>();
        for (boolean each : correct) {
            rows.add(new Prediction("s" + rows.size(), "s" + rows.size(), 0, new float[] {each ? 1 : 0, each ? 0 : 1}));
        }
        return new Predictions(List.of("x", "y"), rows);
    }

    /** The test of two models that are each alone right on a number of tracks. */
    private static McNemar only(int first, int second) {
        boolean[] one = new boolean[first + second];
        boolean[] other = new boolean[first + second];
        for (int i = 0; i < one.length; i++) {
            one[i] = i < first;
            other[i] = i >= first;
        }
        return McNemar.of(tracks(one), tracks(other));
    }

    @Test
    void countsTheTracks() {
        Predictions first = tracks(true, true, true, false, false);
        Predictions second = tracks(true, false, false, true, false);
        McNemar test = McNemar.of(first, second);
        assertThat(test).isEqualTo(new McNemar(1, 2, 1, 1, 1));
        assertThat(McNemar.of(second, first)).isEqualTo(new McNemar(1, 1, 2, 1, 1));
        assertThat(test)
                .hasToString("McNemar[of 5 tracks the first alone is correct on 2, the second alone on 1 (p 1.000):"
                        + " too small to tell]");
    }

    @Test
    void agreesWithTheBinomialTestOfSciPy() throws IOException {
        JsonNode fixture =
                new ObjectMapper().readTree(McNemarTest.class.getResource("/fixtures/scikit-learn/three_labels.json"));
        Tolerance tolerance = Tolerance.of(fixture.get("tolerances").get("p"));
        JsonNode cases = fixture.get("mcnemar");
        assertThat(cases).hasSize(7);
        for (JsonNode each : cases) {
            McNemar test = only(each.get("first").asInt(), each.get("second").asInt());
            double[] expected = {each.get("p").asDouble()};
            tolerance.assertClose(each.toString(), new double[] {test.p()}, expected);
        }
    }

    @Test
    void sixOfSixIsSignificant() {
        assertThat(only(6, 0).p()).isCloseTo(2 / 64.0, within(1e-12));
        assertThat(only(6, 0).summary())
                .isEqualTo("Of 6 tracks the first alone is correct on 6, the second alone on 0 (p 0.031): the first is"
                        + " better.");
        assertThat(only(0, 30).summary()).endsWith("(p < 0.001): the second is better.");
        assertThat(only(5, 0).significant()).isFalse();
    }

    @Test
    void modelsThatNeverDifferHaveP1() {
        assertThat(McNemar.of(tracks(true, false), tracks(true, false)).p()).isEqualTo(1);
    }

    @Test
    void rowsAreJoinedById() {
        Predictions first = tracks(true, true, false);
        List<Prediction> reversed = new ArrayList<>(first.rows());
        Collections.reverse(reversed);
        assertThat(McNemar.of(first, new Predictions(first.labels(), reversed))).isEqualTo(new McNemar(2, 0, 0, 1, 1));
    }

    @Test
    void refusesSegments() {
        Predictions segments = new Predictions(
                List.of("x", "y"),
                List.of(PredictionsTest.segment("a", 0, 0, 1), PredictionsTest.segment("a", 1, 0, 1)));
        assertThatThrownBy(() -> McNemar.of(segments, segments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("McNemar's test needs one row per track, got 2 rows of 1 tracks: vote by track first");
    }

    @Test
    void refusesOtherTracks() {
        Predictions two = tracks(true, true);
        assertRefused(two, tracks(true), "both models must predict the same examples, got 2 and 1");
        Prediction otherTrack = new Prediction("t", "t", 0, new float[] {1, 0});
        assertRefused(
                two,
                new Predictions(two.labels(), List.of(two.rows().get(0), otherTrack)),
                "both models must predict the same examples, the second has no prediction for s1");
        Prediction otherLabel = new Prediction("s1", "s1", 1, new float[] {1, 0});
        assertRefused(
                two,
                new Predictions(two.labels(), List.of(two.rows().get(0), otherLabel)),
                "label and track of s1 must be the same for both models");
        assertRefused(
                two,
                new Predictions(List.of("y", "x"), two.rows()),
                "both models must have the same labels, got [x, y] and [y, x]");
    }

    private static void assertRefused(Predictions first, Predictions second, String message) {
        assertThatThrownBy(() -> McNemar.of(first, second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
