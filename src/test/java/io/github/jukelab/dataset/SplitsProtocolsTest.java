package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitsProtocolsTest {

    private static final Dataset GTZAN = Tree.whole(Gtzan.INFO);
    private static final SplitRatio SHARES = SplitRatio.of(0.8, 0.2);

    @Test
    void fromLeakyToHonest() {
        Map<String, List<Split>> protocols = Splits.protocols(GTZAN, SHARES, 2, 42);

        assertThat(protocols.keySet()).containsExactly("tracks at random", "artist folds", "fault-filtered lists");
        assertThat(protocols.get("tracks at random"))
                .containsExactly(Splits.stratified(GTZAN, SHARES, 42), Splits.stratified(GTZAN, SHARES, 43));
        assertThat(protocols.get("artist folds")).isEqualTo(Splits.artistFolds(GTZAN));
        assertThat(protocols.get("fault-filtered lists")).containsExactly(Splits.faultFiltered(GTZAN));
    }

    @Test
    void ofSegmentsThoseAtRandomComeFirst() {
        Segments segments = Segments.of(GTZAN, 3);
        Map<String, List<Split>> protocols = Splits.protocols(GTZAN, segments, SHARES, 1, 42);

        assertThat(protocols.keySet())
                .containsExactly("segments at random", "tracks at random", "artist folds", "fault-filtered lists");
        assertThat(protocols.get("segments at random")).containsExactly(Splits.bySegment(GTZAN, segments, SHARES, 42));
        assertThat(protocols.get("tracks at random"))
                .containsExactly(Splits.stratified(GTZAN, SHARES, 42).ofSegments(GTZAN, segments));
        assertThat(protocols.values())
                .flatExtracting(splits -> splits)
                .extracting(Split::sharesTracks)
                .containsExactly(true, false, false, false, false, false);
    }

    @Test
    void whatIsNotDeclaredIsNotThere() {
        assertThat(Splits.protocols(Tree.whole(SyntheticMusic.INFO), SHARES, 1, 42)
                        .keySet())
                .containsExactly("tracks at random", "artist folds");
    }

    /** The first five tracks of every label: some labels then are in one fold only. */
    @Test
    void whatTheTracksAreTooFewForIsNotThere() {
        List<String> few = GTZAN.tracks().stream()
                .map(Track::id)
                .filter(id -> id.endsWith("0000" + id.charAt(id.length() - 1)) && id.charAt(id.length() - 1) < '5')
                .toList();
        assertThat(Splits.protocols(Dataset.of(Gtzan.INFO, few), SHARES, 1, 42).keySet())
                .containsExactly("tracks at random");
    }

    @Test
    void repeatsAreNeeded() {
        assertThatThrownBy(() -> Splits.protocols(GTZAN, SHARES, 0, 42))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("repeats must be at least 1, got 0");
    }

    @Test
    void reportsOfSomeIds() {
        Dataset dataset = Dataset.of(Gtzan.INFO, List.of("blues.00000", "blues.00001", "jazz.00000"));
        Split split = new Split(
                "by hand",
                0,
                List.of("blues.00000.0", "jazz.00000.0"),
                List.of(),
                List.of("blues.00000.1", "blues.00001.0", "jazz.00000.1"),
                new Leakage(Set.of(), Set.of(), 0, 1, 0),
                Segments.of(dataset, 2));
        Map<String, double[]> rows = Map.of(
                "blues.00000.0",
                new double[] {0},
                "blues.00000.1",
                new double[] {1},
                "blues.00001.0",
                new double[] {2},
                "jazz.00000.0",
                new double[] {9},
                "jazz.00000.1",
                new double[] {-1});
        LeakageReport report = LeakageReport.of(split, dataset, rows);

        assertThat(report.nearestOfSameTrack()).extracting(Overlap::id).containsExactly("blues.00000.1");
        assertThat(report.nearestOfSameArtist())
                .extracting(Overlap::id)
                .containsExactly("blues.00000.1", "blues.00001.0");
        assertThat(report.only(List.of("jazz.00000.1", "blues.00000.1")))
                .hasToString("LeakageReport[2 of 2 test segments have their track in train; "
                        + "nearest row in train: 1 of the same track, 1 of the same artist]");
        assertThat(LeakageReport.of(split, dataset).nearestOfSameArtist()).isEmpty();
    }
}
