package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Intervals of tracks in groups, and labels of different sizes. */
class EvaluationGroupsTest {

    private static final List<String> LABELS = List.of("a", "b");

    /** One track per character, all of label a: {@code +} is predicted correctly, {@code -} is not. */
    private static Predictions tracks(String text) {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            rows.add(new Prediction("t" + i, "t" + i, 0, text.charAt(i) == '+' ? certain(0) : certain(1)));
        }
        return new Predictions(LABELS, rows);
    }

    private static float[] certain(int label) {
        float[] probabilities = new float[2];
        probabilities[label] = 1;
        return probabilities;
    }

    /** Tracks next to each other are of one group, which is named by a letter. */
    private static Map<String, String> groups(String text) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (int i = 0; i < text.length(); i++) {
            groups.put("t" + i, text.substring(i, i + 1));
        }
        return groups;
    }

    @Test
    void theIntervalIsThatOfAThousandDrawsOfWholeGroups() {
        Predictions tracks = tracks("+++-++--+-++++");
        Map<String, String> groups = groups("AAAABBCCDDDEEE");
        List<String> members = List.of("+++-", "++", "--", "+-+", "+++");

        Random random = new Random(9);
        double[] accuracies = new double[1000];
        for (int draw = 0; draw < accuracies.length; draw++) {
            StringBuilder drawn = new StringBuilder();
            for (int i = 0; i < members.size(); i++) {
                drawn.append(members.get(random.nextInt(members.size())));
            }
            accuracies[draw] = drawn.chars().filter(c -> c == '+').count() / (double) drawn.length();
        }
        Arrays.sort(accuracies);

        Evaluation evaluation = Evaluation.of(tracks, groups, 9);
        assertThat(evaluation.interval()).isEqualTo(new Interval(accuracies[25], accuracies[974], 0.95));
        assertThat(evaluation.intervalMethod()).isEqualTo("bootstrap over 5 groups, 1000 draws, seed 9");
        assertThat(evaluation.toString()).contains(" % over 5 groups, chance 50.0 %");
    }

    @Test
    void groupsOfOneTrackGiveAboutWilsonsInterval() {
        String text = "+++-".repeat(150);
        Map<String, String> groups = new LinkedHashMap<>();
        tracks(text).rows().forEach(row -> groups.put(row.track(), "group of " + row.track()));

        Interval drawn = Evaluation.of(tracks(text), groups, 3).interval();

        Interval wilson = Evaluation.of(tracks(text)).interval();
        assertThat(drawn.low()).isCloseTo(wilson.low(), within(0.01));
        assertThat(drawn.high()).isCloseTo(wilson.high(), within(0.01));
    }

    @Test
    void groupsThatAreAllRightOrAllWrongWidenTheInterval() {
        Predictions tracks = tracks("++++----".repeat(10));
        Map<String, String> groups = new LinkedHashMap<>();
        tracks.rows()
                .forEach(row -> groups.put(
                        row.track(), "g" + Integer.parseInt(row.track().substring(1)) / 4));
        Interval byGroup = Evaluation.of(tracks, groups, 1).interval();
        Interval byTrack = Evaluation.of(tracks).interval();
        double ratio = (byGroup.high() - byGroup.low()) / (byTrack.high() - byTrack.low());
        assertThat(ratio).as("20 groups in place of 80 tracks").isBetween(1.6, 2.3);
    }

    /** Every draw is the same: a bootstrap interval would be one point. */
    @Test
    void isWilsonsOverGroupsIfDrawsCannotDiffer() {
        Evaluation right = Evaluation.of(tracks("++++++"), groups("AABBCC"), 1);
        assertThat(right.interval()).isEqualTo(Interval.wilson(3, 3));
        assertThat(right.intervalMethod()).isEqualTo("Wilson over 3 groups");
        Evaluation one = Evaluation.of(tracks("++--"), groups("AAAA"), 1);
        assertThat(one.interval().low()).isLessThan(0.1);
        assertThat(one.interval().high()).isGreaterThan(0.9);
    }

    @Test
    void isWilsonsOverTracksIfNoGroupIsKnown() {
        Evaluation evaluation = Evaluation.of(tracks("+++-"), Map.of("another track", "A"), 1);
        assertThat(evaluation.interval()).isEqualTo(Interval.wilson(3, 4));
        assertThat(evaluation.intervalMethod()).isEqualTo("Wilson over tracks");
        assertThat(evaluation.toString()).doesNotContain("groups");
    }

    @Test
    void aTrackOfAnUnknownGroupIsAGroup() {
        Map<String, String> groups = groups("AAA");
        assertThat(Evaluation.of(tracks("+-+-+"), groups, 1).intervalMethod()).startsWith("bootstrap over 3 groups");
    }

    @Test
    void unevenLabelsShowTheMeanRecall() {
        Evaluation uneven = Evaluation.of(EvaluationTest.predictions(LABELS, new int[][] {{15, 1}, {6, 4}}));
        assertThat(uneven.isUneven()).as("16 > 1.5 x 10").isTrue();
        assertThat(uneven.balancedAccuracy()).isCloseTo((15 / 16.0 + 4 / 10.0) / 2, within(1e-12));
        assertThat(uneven.toString()).contains("26 tracks: 73.1 % correct, balanced 66.9 %, 95 % interval");

        Evaluation even = Evaluation.of(EvaluationTest.predictions(LABELS, new int[][] {{14, 1}, {6, 4}}));
        assertThat(even.isUneven()).as("15 = 1.5 x 10").isFalse();
        assertThat(even.toString()).doesNotContain("balanced");
    }

    /** As scikit-learn's, which counts only labels that occur. */
    @Test
    void aLabelWithoutATrackDoesNotCount() {
        Evaluation evaluation = Evaluation.of(
                EvaluationTest.predictions(List.of("a", "b", "c"), new int[][] {{2, 0, 0}, {1, 0, 1}, {0, 0, 0}}));
        assertThat(evaluation.balancedAccuracy()).isEqualTo(0.5);
        assertThat(evaluation.isUneven()).isFalse();
    }
}
