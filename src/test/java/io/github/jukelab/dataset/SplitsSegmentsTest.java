package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Splits of segments, such as the rows of a table of 3 s segments. */
class SplitsSegmentsTest {

    private static final Dataset GTZAN = Tree.complete(Gtzan.INFO);

    /** Ten per track, but the last of every seventh track is missing, as in the published table. */
    private static final Segments SEGMENTS = segments();

    private static Segments segments() {
        Map<String, String> trackIds =
                new LinkedHashMap<>(Segments.of(GTZAN, 10).trackIds());
        for (int track = 0; track < 1000; track += 7) {
            trackIds.remove(GTZAN.tracks().get(track).id() + ".9");
        }
        return new Segments(trackIds);
    }

    @Test
    void segmentsAtRandomShareNearlyEveryTrack() {
        Split split = Splits.bySegment(GTZAN, SEGMENTS, SplitRatio.of(0.8, 0.2), 42);

        assertThat(split.train().size() + split.test().size())
                .isEqualTo(SEGMENTS.ids().size());
        assertThat(split.sharesTracks()).isTrue();
        assertThat(split.name()).isEqualTo("BY SEGMENT, tracks leak, 80/0/20");
        assertThat(LeakageReport.of(split, GTZAN).sharingTrack())
                .hasSizeGreaterThan(split.test().size() * 99 / 100);
    }

    @Test
    void givenAndNumberedSegmentsAreSplitAlike() {
        assertThat(Splits.bySegment(GTZAN, Segments.of(GTZAN, 10), SplitRatio.of(0.8, 0.2), 7))
                .isEqualTo(Splits.bySegment(GTZAN, 10, SplitRatio.of(0.8, 0.2), 7));
        assertThatThrownBy(() -> Segments.of(GTZAN, 0)).hasMessage("segments per track must be at least 1, got 0");
    }

    @Test
    void segmentsAreInTheSubsetOfTheirTrack() {
        Split tracks = Splits.stratified(GTZAN, SplitRatio.of(0.7, 0.1, 0.2), 42);
        Split segments = tracks.ofSegments(GTZAN, SEGMENTS);

        for (Subset subset : Subset.values()) {
            Set<String> cut = new TreeSet<>();
            segments.tracks(GTZAN, subset).values().forEach(track -> cut.add(track.id()));
            assertThat(cut).containsExactlyInAnyOrderElementsOf(tracks.ids(subset));
        }
        assertThat(segments.sharesTracks()).isFalse();
        assertThat(segments.leakage()).isEqualTo(tracks.leakage());
        assertThat(segments.name()).isEqualTo("by track, stratified 70/10/20, in segments");
    }

    @Test
    void excludesSegmentsOfTracksInNoSubset() {
        Split segments = Splits.artistFolds(GTZAN).get(0).ofSegments(GTZAN, SEGMENTS);

        assertThat(segments.train().size() + segments.test().size()).isBetween(9 * 948, 10 * 948);
        assertThat(segments.leakage().any()).isFalse();
    }

    @Test
    void takesWholeArtistsForValidation() {
        for (Split fold : Splits.artistFolds(GTZAN)) {
            Split split = fold.withValidation(GTZAN, 0.15, 3);

            assertThat(split.test()).isEqualTo(fold.test());
            assertThat(split.train().size() + split.validation().size())
                    .isEqualTo(fold.train().size());
            assertThat(split.validation().size()).isBetween(70, 110);
            assertThat(split.leakage().any()).isFalse();
            assertThat(split.counts(GTZAN).values())
                    .allSatisfy(row -> assertThat(row.values()).allMatch(count -> count > 0));
            assertThat(split.name()).startsWith(fold.name()).endsWith(", 15 % of train to validation (seed 3)");
            assertThat(split).isEqualTo(fold.withValidation(GTZAN, 0.15, 3));
            assertThat(split.validation())
                    .isNotEqualTo(fold.withValidation(GTZAN, 0.15, 4).validation());
        }
    }

    @Test
    void doesNotTakeAnArtistWithTooManyTracks() {
        Dataset dataset = Dataset.of(Gtzan.INFO, Gtzan.INFO.trackIds().subList(0, 30));
        Split split = new Split(
                "x",
                0,
                dataset.trackIds().subList(0, 29),
                List.of(),
                List.of("blues.00029"),
                new Leakage(Set.of(), Set.of(), 0, 1, 0));
        Map<String, Long> sizes = dataset.tracksOf(split.train()).values().stream()
                .collect(Collectors.groupingBy(track -> track.artist().orElseThrow(), Collectors.counting()));

        assertThat(sizes.values()).containsExactlyInAnyOrder(12L, 17L);
        assertThat(split.withValidation(dataset, 0.2, 1).validation()).hasSize(12);
        assertThat(split.withValidation(dataset, 0.5, 1).validation()).hasSize(12);
    }

    @Test
    void refusesInvalidSegmentsAndShares() {
        SplitRatio ratio = SplitRatio.of(0.5, 0.5);
        Split tracks = Splits.stratified(GTZAN, ratio, 1);
        Segments unknown = new Segments(Map.of("polka.00000.1", "polka.00000"));
        assertThatThrownBy(() -> Splits.bySegment(GTZAN, unknown, ratio, 1))
                .hasMessageEndingWith("has no track for polka.00000.1");
        assertThatThrownBy(() -> tracks.ofSegments(GTZAN, unknown))
                .hasMessageEndingWith("has no track for polka.00000.1");
        assertThatThrownBy(() -> tracks.ofSegments(GTZAN, Segments.NONE))
                .hasMessage("a split needs a training and a test set, got 0 and 0 ids");
        assertThatThrownBy(() -> tracks.withValidation(GTZAN, 1, 1)).hasMessage("share must be in (0, 1), got 1.0");
        assertThatThrownBy(() -> Splits.faultFiltered(GTZAN).withValidation(GTZAN, 0.1, 1))
                .hasMessage("there is a validation set already, of 197 ids");
        Split oneArtist = new Split(
                "x",
                0,
                List.of("blues.00000"),
                List.of(),
                List.of("jazz.00000"),
                new Leakage(Set.of(), Set.of(), 0, 1, 0));
        assertThatThrownBy(() -> oneArtist.withValidation(GTZAN, 0.1, 1))
                .hasMessage("a validation set needs two tracks per label in the training set, blues has one");
    }
}
