package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.LeakageReport;
import io.github.jukelab.dataset.Overlap;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.SyntheticMusic;
import io.github.jukelab.evaluation.Interval;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeakageLabExercisesTest {

    private static final Dataset DATASET = Dataset.of(SyntheticMusic.INFO, SyntheticMusic.INFO.trackIds());
    private static final Split SPLIT = DATASET.split(SplitRatio.of(0.8, 0.2), 1);
    private static final LeakageReport LEAKAGE = LeakageReport.of(SPLIT, DATASET);

    private static Verdict check(String id, Object... values) {
        return Exercises.of(id).check(values);
    }

    @Test
    void programsInAnyOrderAndWriting() {
        assertThat(check("07.1", List.of("D", "A", "B")).right()).isTrue();
        assertThat(check("07.1", "a, b, d").right()).isTrue();
        assertThat(check("07.1", "A, E").text()).isEqualTo("Not yet: the programs are A, B, C and D.");
    }

    @Test
    void chanceOfTheSameArtist() {
        int pairs = LEAKAGE.test().stream()
                .mapToInt(overlap -> overlap.artistInTraining().size())
                .sum();
        double share = pairs / (20.0 * 80);
        assertThat(check("07.2", share, SPLIT, DATASET).right()).isTrue();
        assertThat(check("07.2", 2 * share, SPLIT, DATASET).right()).isFalse();
        Dataset other = DATASET.without(SPLIT.test());
        assertThat(check("07.2", share, SPLIT, other).text())
                .startsWith("Not yet: these values do not belong together (");
    }

    private static Predictions predictions(Collection<String> right) {
        return new Predictions(
                List.of("a", "b"),
                SPLIT.test().stream()
                        .map(id ->
                                new Prediction(id, id, 0, right.contains(id) ? new float[] {1, 0} : new float[] {0, 1}))
                        .toList());
    }

    @Test
    void artistsKnownAndNew() {
        List<String> known = LEAKAGE.sharingArtist().stream().map(Overlap::id).toList();
        Predictions knowsArtists = predictions(known);
        Predictions knowsAll = predictions(SPLIT.test());
        assertThat(check("07.3", 100, knowsArtists, LEAKAGE).right()).isTrue();
        assertThat(check("07.3", 1, knowsArtists, LEAKAGE).text()).contains("percentage points");
        assertThat(check("07.3", -100, knowsArtists, LEAKAGE).text()).contains("Which of the two");
        assertThat(check("07.3", 0, knowsAll, LEAKAGE).right()).isTrue();
    }

    @Test
    void withoutKnownArtistsThereAreNoTwoGroups() {
        LeakageReport allKnown =
                LEAKAGE.only(LEAKAGE.sharingArtist().stream().map(Overlap::id).toList());
        assertThat(check("07.3", 0, predictions(Set.of()), allKnown).text())
                .contains("all test tracks are of one kind");
    }

    @Test
    void independentTracksAreWorthTheirNumber() {
        Predictions half = predictions(SPLIT.test().subList(0, 10));
        Interval independent = Interval.wilson(10, 20);
        assertThat(check("07.4", 20, half, independent).right()).isTrue();
        assertThat(check("07.4", 10, half, independent).right()).isFalse();
        assertThat(check("07.4", 0, half, independent).right()).isFalse();
        Interval none = new Interval(1, 1, 0.95);
        assertThat(check("07.4", 20, predictions(SPLIT.test()), none).text()).contains("has no width");
    }

    @Test
    void bestOfThirtyByGuessing() {
        for (int tracks : new int[] {1, 20, 300}) {
            Random guesses = new Random(1);
            double mean = IntStream.range(0, 2000)
                    .mapToLong(repeat -> IntStream.range(0, 30)
                            .mapToLong(model -> guesses.doubles(tracks)
                                    .filter(guess -> guess < 0.25)
                                    .count())
                            .max()
                            .orElseThrow())
                    .average()
                    .orElseThrow();
            assertThat(check("07.5", mean / tracks, tracks, 4).right()).isTrue();
        }
        assertThat(check("07.5", 0.25, 300, 4).right()).isFalse();
    }

    /** Of very many tracks each probability is too small for a double, but not its logarithm. */
    @Test
    void manyTracksLeaveLittleToLuck() {
        assertThat(check("07.5", 0.503, 100_000, 2).right()).isTrue();
    }
}
