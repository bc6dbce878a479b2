package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    /** Tracks of which one in {@code oneIn} is predicted correctly. */
    private static Predictions tracks(int count, int oneIn) {
        boolean[] correct = new boolean[count];
        for (int i = 0; i < count; i++) {
            correct[i] = i % oneIn == 0;
        }
        return McNemarTest.tracks(correct);
    }

    /** Ten tracks per artist. */
    private static Map<String, String> artists(int tracks) {
        Map<String, String> artists = new HashMap<>();
        for (int i = 0; i < tracks; i++) {
            artists.put("s" + i, "artist" + i / 10);
        }
        return artists;
    }

    @Test
    void aLargeDifferenceIsSignificant() {
        Comparison comparison = Comparison.of(tracks(300, 1), tracks(300, 2), 1);
        assertThat(comparison.difference()).isEqualTo(0.5);
        assertThat(comparison.significant()).isTrue();
        assertThat(comparison.low()).isCloseTo(0.5 - 1.96 * Math.sqrt(0.25 / 300), within(0.01));
        assertThat(comparison.high()).isCloseTo(0.5 + 1.96 * Math.sqrt(0.25 / 300), within(0.01));
        assertThat(comparison).isEqualTo(Comparison.of(tracks(300, 1), tracks(300, 2), 1));
        assertThat(Comparison.of(tracks(300, 2), tracks(300, 1), 1).significant())
                .isTrue();
    }

    @Test
    void aSmallDifferenceIsNotSignificant() {
        Comparison comparison = Comparison.of(tracks(20, 2), tracks(20, 3), 1);
        assertThat(comparison.significant()).isFalse();
        assertThat(comparison.toString())
                .startsWith("Comparison[50.0 % against 35.0 %: +15.0 points, 95 % interval -")
                .endsWith(" over 20 groups: too small to tell]");
    }

    @Test
    void theSameModelHasNoDifference() {
        assertThat(Comparison.of(tracks(20, 2), tracks(20, 2), 1)).isEqualTo(new Comparison(0.5, 0.5, 0, 0, 20));
    }

    /** All tracks of an artist are correct or wrong together, so the interval of ten artists is wide. */
    @Test
    void resamplesWholeArtists() {
        boolean[] correct = new boolean[100];
        for (int i = 0; i < 100; i++) {
            correct[i] = i / 10 % 2 == 0;
        }
        Predictions halves = McNemarTest.tracks(correct);
        Interval byTrack = Interval.bootstrap(halves, 1);
        Interval byArtist = Interval.bootstrap(halves, artists(100), 1);
        assertThat(byTrack.high() - byTrack.low()).isBetween(0.15, 0.25);
        assertThat(byArtist.high() - byArtist.low()).isBetween(0.5, 0.7);
        Comparison comparison = Comparison.of(halves, tracks(100, 3), artists(100), 1);
        assertThat(comparison.groups()).isEqualTo(10);
        assertThat(comparison.high() - comparison.low()).isGreaterThan(0.4);
    }

    @Test
    void tracksWithoutAGroupAreGroupsThemselves() {
        Map<String, String> some = Map.of("s0", "artist", "s1", "artist");
        assertThat(Comparison.of(tracks(20, 2), tracks(20, 3), some, 1).groups())
                .isEqualTo(19);
    }

    @Test
    void refusesOtherExamples() {
        assertThatThrownBy(() -> Comparison.of(tracks(3, 1), tracks(4, 1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("both models must predict the same examples, got 3 and 4");
    }

    @Test
    void anEvaluationNotesDifferencesThatAreTooSmall() {
        List<String> labels = List.of("a", "b");
        assertThat(Evaluation.of(EvaluationTest.predictions(labels, new int[][] {{6, 4}, {4, 6}})))
                .asString()
                .endsWith("chance 50.0 %: too small to tell from chance]");
        assertThat(Evaluation.of(EvaluationTest.predictions(labels, new int[][] {{78, 2}, {18, 2}})))
                .asString()
                .endsWith("chance 50.0 %: too small to tell from the majority's 80.0 %]");
        assertThat(Evaluation.of(EvaluationTest.predictions(labels, new int[][] {{50, 0}, {1, 49}})))
                .asString()
                .endsWith("chance 50.0 %]");
    }

    @Test
    void anIntervalContainsItsEnds() {
        Interval interval = new Interval(0.25, 0.75, 0.95);
        assertThat(List.of(interval.contains(0.25), interval.contains(0.5), interval.contains(0.75)))
                .containsOnly(true);
        assertThat(List.of(interval.contains(0.2), interval.contains(0.8))).containsOnly(false);
    }

    @Test
    void emptyGroupsChangeNothing() {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(PredictionsTest.segment("track" + i / 4, i, 0, i % 3 == 0 ? 1 : 0));
        }
        Predictions segments = new Predictions(List.of("x", "y"), rows);
        assertThat(Interval.bootstrap(segments, Map.of(), 3)).isEqualTo(Interval.bootstrap(segments, 3));
    }

    @Test
    void sentencesBeginWithTheBetterModelAndSayWhetherThatCanBeTold() {
        assertThat(new Comparison(0.55, 0.9, -0.6, -0.1, 20).summary())
                .isEqualTo(
                        "90.0 % are correct by the second, 55.0 % by the first: 35.0 points less. That can be told: the"
                                + " 95 % interval for the first is from 60.0 points less to 10.0 points less.");
        assertThat(new Comparison(0.9, 0.55, 0.1, 0.6, 20).summary("SVM", "5-NN"))
                .isEqualTo("90.0 % are correct by SVM, 55.0 % by 5-NN: 35.0 points less. That can be told: the 95 %"
                        + " interval for 5-NN is from 60.0 points less to 10.0 points less.");
        assertThat(new Comparison(0.6, 0.8, -0.5, 0.033, 6).summary())
                .endsWith(
                        "6 groups are too few to tell which is better: the 95 % interval for the first is from 50.0 points"
                                + " less to 3.3 points more.");
    }

    @Test
    void anIntervalWithoutWidthShowsNothing() {
        assertThat(new Comparison(0.9, 0.9, 0, 0, 20).summary())
                .isEqualTo(
                        "Both are correct for 90.0 %. The difference is the same in each of the 20 groups, so they cannot"
                                + " show how much it varies: in others it may not be the same.");
        assertThat(new Comparison(1, 0, 1, 1, 1).summary())
                .isEqualTo(
                        "100.0 % are correct by the first, 0.0 % by the second: 100.0 points less. One group alone cannot"
                                + " tell which is better.");
    }
}
