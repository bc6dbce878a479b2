package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitsProtocolsTest {

    private static final Dataset GTZAN = Tree.complete(Gtzan.INFO);
    private static final SplitRatio RATIO = SplitRatio.of(0.8, 0.2);

    @Test
    void ordersProtocolsFromLeakyToStrict() {
        Map<String, List<Split>> protocols = Splits.protocols(GTZAN, RATIO, 2, 42);

        assertThat(protocols.keySet()).containsExactly("tracks at random", "artist folds", "fault-filtered lists");
        assertThat(protocols.get("tracks at random"))
                .containsExactly(Splits.stratified(GTZAN, RATIO, 42), Splits.stratified(GTZAN, RATIO, 43));
        assertThat(protocols.get("artist folds")).isEqualTo(Splits.artistFolds(GTZAN));
        assertThat(protocols.get("fault-filtered lists")).containsExactly(Splits.faultFiltered(GTZAN));
    }

    @Test
    void startsWithSegmentsAtRandomForSegments() {
        Segments segments = Segments.of(GTZAN, 3);
        Map<String, List<Split>> protocols = Splits.protocols(GTZAN, segments, RATIO, 1, 42);

        assertThat(protocols.keySet())
                .containsExactly("segments at random", "tracks at random", "artist folds", "fault-filtered lists");
        assertThat(protocols.get("segments at random")).containsExactly(Splits.bySegment(GTZAN, segments, RATIO, 42));
        assertThat(protocols.get("tracks at random"))
                .containsExactly(Splits.stratified(GTZAN, RATIO, 42).ofSegments(GTZAN, segments));
        assertThat(protocols.values())
                .flatExtracting(splits -> splits)
                .extracting(Split::sharesTracks)
                .containsExactly(true, false, false, false, false, false);
    }

    @Test
    void omitsUndeclaredProtocols() {
        assertThat(Splits.protocols(Tree.complete(SyntheticMusic.INFO), RATIO, 1, 42)
                        .keySet())
                .containsExactly("tracks at random", "artist folds");
    }

    /** The first five tracks of every label: some labels are then in one fold only. */
    @Test
    void omitsProtocolsWithTooFewTracks() {
        List<String> few = GTZAN.tracks().stream()
                .map(Track::id)
                .filter(id -> id.endsWith("0000" + id.charAt(id.length() - 1)) && id.charAt(id.length() - 1) < '5')
                .toList();
        assertThat(Splits.protocols(Dataset.of(Gtzan.INFO, few), RATIO, 1, 42).keySet())
                .containsExactly("tracks at random");
    }

    @Test
    void refusesZeroRepeats() {
        assertThatThrownBy(() -> Splits.protocols(GTZAN, RATIO, 0, 42))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("repeats must be at least 1, got 0");
    }
}
