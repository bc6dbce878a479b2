package io.github.jukelab.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProtocolsTest {

    private static final Corpus GTZAN = Tree.whole(Gtzan.DECLARATION);
    private static final Shares SHARES = Shares.of(0.8, 0.2);

    @Test
    void fromLeakyToHonest() {
        Map<String, List<Split>> protocols = Splits.protocols(GTZAN, SHARES, 2, 42);

        assertThat(protocols.keySet()).containsExactly("songs at random", "artist folds", "fault-filtered lists");
        assertThat(protocols.get("songs at random"))
                .containsExactly(Splits.stratified(GTZAN, SHARES, 42), Splits.stratified(GTZAN, SHARES, 43));
        assertThat(protocols.get("artist folds")).isEqualTo(Splits.artistFolds(GTZAN));
        assertThat(protocols.get("fault-filtered lists")).containsExactly(Splits.filtered(GTZAN));
    }

    @Test
    void ofPiecesThoseAtRandomComeFirst() {
        List<String> pieces = GTZAN.songs().stream()
                .flatMap(song -> IntStream.range(0, 3).mapToObj(k -> song.id() + "." + k))
                .toList();
        Map<String, List<Split>> protocols = Splits.protocols(GTZAN, pieces, SHARES, 1, 42);

        assertThat(protocols.keySet())
                .containsExactly("pieces at random", "songs at random", "artist folds", "fault-filtered lists");
        assertThat(protocols.get("pieces at random")).containsExactly(Splits.byRow(GTZAN, pieces, SHARES, 42));
        assertThat(protocols.get("songs at random"))
                .containsExactly(Splits.stratified(GTZAN, SHARES, 42).inPieces(GTZAN, pieces));
        assertThat(protocols.values())
                .flatExtracting(splits -> splits)
                .extracting(Split::byRow)
                .containsExactly(true, false, false, false, false, false);
    }

    @Test
    void whatIsNotDeclaredIsNotThere() {
        assertThat(Splits.protocols(Tree.whole(StandIn.DECLARATION), SHARES, 1, 42)
                        .keySet())
                .containsExactly("songs at random", "artist folds");
    }

    /** The first five songs of every label: some labels then are in one fold only. */
    @Test
    void whatTheSongsAreTooFewForIsNotThere() {
        List<String> few = GTZAN.songs().stream()
                .map(Song::id)
                .filter(id -> id.endsWith("0000" + id.charAt(id.length() - 1)) && id.charAt(id.length() - 1) < '5')
                .toList();
        assertThat(Splits.protocols(Corpus.of(Gtzan.DECLARATION, few), SHARES, 1, 42)
                        .keySet())
                .containsExactly("songs at random");
    }

    @Test
    void repeatsAreNeeded() {
        assertThatThrownBy(() -> Splits.protocols(GTZAN, SHARES, 0, 42))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("repeats must be at least 1, got 0");
    }

    @Test
    void reportsOfSomeIds() {
        Corpus corpus = Corpus.of(Gtzan.DECLARATION, List.of("blues.00000", "blues.00001", "jazz.00000"));
        Split split = new Split(
                "by hand",
                0,
                List.of("blues.00000.0", "jazz.00000.0"),
                List.of(),
                List.of("blues.00000.1", "blues.00001.0", "jazz.00000.1"),
                new Leak(Set.of(), Set.of(), 0, 1, 0));
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
        LeakReport report = LeakReport.of(split, corpus, rows);

        assertThat(report.nearestOfSameSong()).extracting(Exposure::id).containsExactly("blues.00000.1");
        assertThat(report.nearestOfSameArtist())
                .extracting(Exposure::id)
                .containsExactly("blues.00000.1", "blues.00001.0");
        assertThat(report.only(List.of("jazz.00000.1", "blues.00000.1")))
                .hasToString("LeakReport[2 of 2 test pieces have their song in train; "
                        + "nearest row in train: 1 of the same song, 1 of the same artist]");
        assertThat(LeakReport.of(split, corpus).nearestOfSameArtist()).isEmpty();
    }
}
