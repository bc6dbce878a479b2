package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.SplitMix64;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitsTest {

    private static final Dataset GTZAN = Tree.complete(Gtzan.INFO);
    private static final Dataset SYNTHETIC = Tree.complete(SyntheticMusic.INFO);

    @TempDir
    Path folder;

    @Test
    void stratifiesByTrack() {
        Split split = Splits.stratified(GTZAN, SplitRatio.of(0.7, 0.15, 0.15), 42);

        assertThat(split.counts(GTZAN).values())
                .containsOnly(Map.of(Subset.TRAIN, 70, Subset.VALIDATION, 15, Subset.TEST, 15));
        assertThat(split.leakage().tracks()).isEmpty();
        assertThat(split.leakage().artists()).isNotEmpty();
        assertThat(split.sharesTracks()).isFalse();
        assertThat(split.subset(split.test().get(0))).contains(Subset.TEST);
        assertThat(split.subset("polka.00000")).isEmpty();
    }

    @Test
    void theNameTellsTheSharesAsAssigned() {
        Split few = Splits.stratified(GTZAN, SplitRatio.of(0.99, 0.005, 0.005), 42);
        assertThat(few.name()).isEqualTo("by track, stratified 980/10/10 of 1000");
        assertThat(List.of(
                        few.train().size(), few.validation().size(), few.test().size()))
                .containsExactly(980, 10, 10);
        assertThat(Splits.stratified(GTZAN, SplitRatio.of(0.6, 0.2, 0.2), 42).name())
                .isEqualTo("by track, stratified 60/20/20");
        assertThat(Splits.bySegment(GTZAN, 10, SplitRatio.of(0.985, 0.015), 42).name())
                .isEqualTo("BY SEGMENT, tracks leak, 98.5/0/1.5");
    }

    @ParameterizedTest
    @CsvSource({"0.2, 20", "0.07, 7", "0.125, 13", "0.015, 1.5", "0.004, 0.4"})
    void theNameTellsTheShareOfTheValidationSet(double share, String percent) {
        assertThat(Splits.kFold(GTZAN, 5, 1)
                        .get(0)
                        .withValidation(GTZAN, share, 42)
                        .name())
                .isEqualTo("by track, fold 1 of 5, " + percent + " % of train to validation (seed 42)");
    }

    @Test
    void whatIsSharedCannotBeTakenOutOfASplit() {
        Leakage leakage =
                Splits.bySegment(GTZAN, 2, SplitRatio.of(0.5, 0.5), 42).leakage();
        assertThatThrownBy(leakage.tracks()::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(leakage.artists()::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThat(leakage.any()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameSplit() {
        assertThat(Splits.stratified(GTZAN, SplitRatio.of(0.7, 0.3), 42).train().subList(0, 5))
                .isEqualTo(Splits.stratified(GTZAN, SplitRatio.of(0.7, 0.3), 42)
                        .train()
                        .subList(0, 5))
                .isNotEqualTo(Splits.stratified(GTZAN, SplitRatio.of(0.7, 0.3), 43)
                        .train()
                        .subList(0, 5));
        assertThat(new SplitMix64(0).nextLong()).isEqualTo(0xe220a8397b1dcdafL);
    }

    @Test
    void inATrackSplitOfGtzanMostTestTracksShareTheirArtistWithTraining() {
        Leakage leakage = Splits.stratified(GTZAN, SplitRatio.of(0.7, 0.3), 42).leakage();

        assertThat((double) leakage.exposed() / leakage.held()).isBetween(0.5, 0.75);
        assertThat(leakage.any()).isTrue();
        assertThat(leakage.toString()).contains("have their artist in training", "held-out tracks not known");
    }

    @Test
    void foldsTestEveryTrackOnce() {
        List<Split> folds = Splits.kFold(GTZAN, 7, 1);

        Set<String> tested = new HashSet<>();
        folds.forEach(fold -> tested.addAll(fold.test()));
        assertThat(folds).hasSize(7);
        assertThat(tested).hasSize(1000);
        assertThat(folds).allSatisfy(fold -> assertThat(fold.test()).hasSizeBetween(142, 143));
        assertThat(folds.get(0).toString()).startsWith("Split[by track, fold 1 of 7, seed 1: ");
    }

    @Test
    void artistFoldsSeparateArtists() {
        for (Dataset dataset : List.of(GTZAN, SYNTHETIC)) {
            List<Split> folds = Splits.artistFolds(dataset);

            assertThat(folds).hasSize(3);
            assertThat(folds)
                    .allSatisfy(fold -> assertThat(fold.leakage().any()).isFalse());
            assertThat(folds.get(0).toString()).contains("by artist, fold 1 of 3", "no known shared artists");
        }
    }

    @Test
    void assignsWholeArtistsWithoutDeclaredFolds() {
        Dataset dataset = new Dataset(CatsDogs.INFO, Path.of(""), someArtistsUnknown());
        List<Split> folds = Splits.artistFolds(dataset, 4, 7);

        assertThat(folds).hasSize(4).allSatisfy(fold -> {
            assertThat(fold.leakage().any()).isFalse();
            assertThat(fold.test()).hasSizeBetween(9, 11);
        });
        assertThat(folds.stream().flatMap(fold -> fold.test().stream()))
                .containsExactlyInAnyOrderElementsOf(dataset.trackIds());
        assertThat(Splits.artistFolds(dataset, 4, 7)).isEqualTo(folds);
        assertThat(Splits.artistFolds(dataset, 4, 8)).isNotEqualTo(folds);
        assertThatThrownBy(() -> Splits.artistFolds(dataset, 1, 7)).hasMessage("k must be at least 2, got 1");
        assertThatThrownBy(() -> Splits.artistFolds(dataset, 21, 7))
                .hasMessageStartingWith("too few tracks for 21 subsets");
    }

    /** Four speakers say hello and three of them goodbye: a fold needs a speaker who says both. */
    @Test
    void groupsOfSeveralLabelsAreSpreadOverTheFoldsOfEach() {
        Dataset dataset = new Dataset(
                CatsDogs.INFO,
                Path.of(""),
                Stream.concat(spoken("cat", 8).stream(), spoken("dog", 6).stream())
                        .toList());
        for (long seed = 0; seed < 30; seed++) {
            assertThat(Splits.artistFolds(dataset, 3, seed)).hasSize(3).allSatisfy(fold -> {
                assertThat(fold.leakage().any()).isFalse();
                assertThat(fold.counts(dataset).get("dog").get(Subset.TEST)).isEqualTo(2);
            });
        }
    }

    private static List<Track> spoken(String label, int tracks) {
        return IntStream.range(0, tracks)
                .mapToObj(i -> new Track(label + "." + i, label, Optional.of("speaker" + i / 2), Path.of(label + i)))
                .toList();
    }

    @Test
    void aValidationSetWithoutATestSetHasWholeArtists() {
        Dataset dataset = new Dataset(CatsDogs.INFO, Path.of(""), someArtistsUnknown());
        List<String> validation = Splits.validation(dataset, 0.2, 3);
        assertThat(validation).hasSize(8).isEqualTo(Splits.validation(dataset, 0.2, 3));
        Dataset others = dataset.without(validation);
        assertThat(others.labels()).isEqualTo(dataset.labels());
        assertThat(dataset.tracksOf(validation).values())
                .extracting(track -> track.artist().orElse(track.id()))
                .doesNotContainAnyElementsOf(others.tracks().stream()
                        .map(track -> track.artist().orElse(track.id()))
                        .toList());
        assertThatThrownBy(() -> Splits.validation(dataset, 1, 3)).hasMessage("share must be in (0, 1), got 1.0");
    }

    /** Twenty tracks per label, the first six by two artists, the others by unknown ones. */
    private static List<Track> someArtistsUnknown() {
        return Stream.of("cat", "dog")
                .flatMap(label -> IntStream.range(0, 20)
                        .mapToObj(i -> new Track(
                                label + "." + i,
                                label,
                                i < 6 ? Optional.of(label + i / 3) : Optional.empty(),
                                Path.of(label + i))))
                .toList();
    }

    @Test
    void faultFilteredListsShareOneArtist() {
        Split split = Splits.faultFiltered(GTZAN);

        assertThat(List.of(
                        split.train().size(),
                        split.validation().size(),
                        split.test().size()))
                .containsExactly(443, 197, 290);
        assertThat(split.leakage().artists()).hasSize(1);
        assertThat(split.leakage().exposed()).isEqualTo(1);
    }

    @Test
    void aSplitBySegmentReportsItsLeakage() {
        Split split = Splits.bySegment(SYNTHETIC, 10, SplitRatio.of(0.8, 0.2), 42);

        assertThat(split.train()).hasSize(800);
        assertThat(split.sharesTracks()).isTrue();
        assertThat(split.leakage().tracks()).hasSizeGreaterThan(80);
        assertThat(split.toString()).contains("BY SEGMENT, tracks leak", "TRACKS ARE IN TRAINING AND HELD OUT");
        assertThat(split.segments().trackId(split.test().get(0))).isIn(SYNTHETIC.trackIds());
    }

    @Test
    void everySubsetOfASmallDataSetHasATrack() throws IOException {
        Dataset small = Tree.ofEmptyFiles(folder, 3, "blues", "jazz");

        assertThat(Splits.stratified(small, SplitRatio.of(0.7, 0.15, 0.15), 1)
                        .counts(small)
                        .values())
                .containsOnly(Map.of(Subset.TRAIN, 1, Subset.VALIDATION, 1, Subset.TEST, 1));
    }

    @Test
    void namesLabelsWithTooFewTracks() throws IOException {
        Tree.ofEmptyFiles(folder, 3, "blues");
        Dataset small = Tree.ofEmptyFiles(folder, 2, "jazz", "pop");

        assertThatThrownBy(() -> Splits.stratified(small, SplitRatio.of(0.7, 0.15, 0.15), 1))
                .hasMessageContaining("too few tracks for 3 subsets: jazz has 2; pop has 2.");
        assertThatThrownBy(() -> Splits.kFold(small, 3, 1)).hasMessageContaining("jazz has 2; pop has 2");
        assertThatThrownBy(() -> Splits.faultFiltered(small))
                .hasMessageContaining("too few tracks for the fault-filtered lists: blues has none for train and test");
        assertThatThrownBy(() -> Splits.artistFolds(small)).hasMessageContaining("blues has none for");
    }

    @Test
    void refusesASingleLabel() throws IOException {
        Dataset blues = Tree.ofEmptyFiles(folder, 5, "blues");

        for (ThrowingCallable split : List.<ThrowingCallable>of(
                () -> Splits.stratified(blues, SplitRatio.of(0.7, 0.3), 1),
                () -> Splits.kFold(blues, 2, 1),
                () -> Splits.artistFolds(blues),
                () -> Splits.faultFiltered(blues),
                () -> Splits.bySegment(blues, 10, SplitRatio.of(0.7, 0.3), 1))) {
            assertThatThrownBy(split)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at least two labels, got only blues");
        }
    }

    @Test
    void refusesUndeclaredLists() {
        assertThatThrownBy(() -> Splits.faultFiltered(SYNTHETIC))
                .hasMessage("synthetic music has no fault-filtered lists");
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatThrownBy(() -> Splits.kFold(GTZAN, 1, 0)).hasMessage("k must be at least 2, got 1");
        assertThatThrownBy(() -> Splits.bySegment(GTZAN, 1, SplitRatio.of(0.5, 0.5), 0))
                .hasMessage("segments per track must be at least 2, got 1");
        assertThatThrownBy(() -> SplitRatio.of(0.7, 0.2)).hasMessageContaining("sum to 1, got 0.8999");
        assertThatThrownBy(() -> SplitRatio.of(1.2, -0.2)).hasMessage("train share must be in (0, 1), got 1.2");
        assertThatThrownBy(() -> SplitRatio.of(0.7, -0.1, 0.4)).hasMessageContaining("validation share");
    }

    @Test
    void refusesOverlappingAndEmptySubsets() {
        Leakage none = new Leakage(Set.of(), Set.of(), 0, 1, 0);

        assertThatThrownBy(() -> new Split("x", 0, List.of("a.1"), List.of(), List.of("a.1"), none))
                .hasMessage("subsets must be disjoint, got a.1 twice");
        assertThatThrownBy(() -> new Split("x", 0, List.of("a.1"), List.of(), List.of(), none))
                .hasMessageContaining("got 1 and 0 ids");
    }
}
