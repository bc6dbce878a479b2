package io.github.jukelab.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeakReportTest {

    private static final Corpus GTZAN = Tree.whole(Gtzan.DECLARATION);
    private static final Leak NONE = new Leak(Set.of(), Set.of(), 0, 1, 0);

    private static Split split(List<String> train, List<String> test) {
        return new Split("by hand", 0, train, List.of(), test, NONE);
    }

    @Test
    void songsAtRandomShareArtists() {
        Split split = Splits.stratified(GTZAN, Shares.of(0.8, 0.2), 42);
        LeakReport report = LeakReport.of(split, GTZAN);

        assertThat(report.test()).extracting(Exposure::id).isEqualTo(split.test());
        assertThat(report.sharingSong()).isEmpty();
        assertThat(report.sharingArtist()).hasSize(report.leak().exposed()).allSatisfy(exposure -> assertThat(
                        GTZAN.songsOf(exposure.artistInTraining()).values())
                .extracting(Song::artist)
                .containsOnly(exposure.song().artist()));
        assertThat(report.leak()).isEqualTo(split.leak());
        assertThat(report)
                .hasToString("LeakReport[" + report.leak().exposed()
                        + " of 200 test songs share an artist with train; artist of "
                        + report.leak().unknown() + " songs not known]");
    }

    @Test
    void theValidationSideIsNotCounted() {
        Split split = Splits.stratified(GTZAN, Shares.of(0.6, 0.2, 0.2), 42);

        assertThat(LeakReport.of(split, GTZAN).leak().held()).isEqualTo(200);
        assertThat(split.leak().held()).isEqualTo(400);
    }

    @Test
    void artistFoldsShareNothing() {
        assertThat(Splits.artistFolds(GTZAN))
                .extracting(fold -> LeakReport.of(fold, GTZAN).toString())
                .containsExactly(
                        "LeakReport[0 of 315 test songs share an artist with train]",
                        "LeakReport[0 of 316 test songs share an artist with train]",
                        "LeakReport[0 of 317 test songs share an artist with train]");
    }

    @Test
    void piecesAtRandomShareTheirSongs() {
        Split split = Splits.byRow(GTZAN, 10, Shares.of(0.8, 0.2), 42);
        LeakReport report = LeakReport.of(split, GTZAN);

        assertThat(report.sharingSong()).hasSize(2000);
        assertThat(report.leak().songs()).isEqualTo(split.leak().songs());
        assertThat(report.toString()).startsWith("LeakReport[2000 of 2000 test pieces have their song in train");
    }

    @Test
    void tellsWhatAnIdHasInCommonWithTraining() {
        Split split = split(
                List.of("blues.00000.0", "blues.00001.0", "blues.00050.0"), List.of("blues.00000.1", "blues.00002.1"));
        LeakReport report = LeakReport.of(split, GTZAN);

        assertThat(report.of("blues.00000.1"))
                .contains(new Exposure(
                        "blues.00000.1",
                        GTZAN.songs().get(0),
                        true,
                        List.of("blues.00000", "blues.00001"),
                        Optional.empty()));
        assertThat(report.test())
                .extracting(Exposure::toString)
                .containsExactly(
                        "Exposure[blues.00000.1, its song is in training]",
                        "Exposure[blues.00002.1, training songs by its artist: 2]");
        assertThat(report.of("blues.00003")).isEmpty();
    }

    @Test
    void findsTheNearestTrainingRow() {
        Map<String, double[]> rows = new LinkedHashMap<>();
        rows.put("blues.00000.0", new double[] {0, 0});
        rows.put("blues.00050.0", new double[] {6, 8});
        rows.put("jazz.00000.0", new double[] {6, 8});
        rows.put("blues.00000.1", new double[] {3, 4});
        rows.put("blues.00001.1", new double[] {0, 1});
        rows.put("jazz.00001.1", new double[] {6, 8});
        Split split = split(
                List.of("blues.00000.0", "blues.00050.0", "jazz.00000.0"),
                List.of("blues.00000.1", "blues.00001.1", "jazz.00001.1"));
        LeakReport report = LeakReport.of(split, GTZAN, rows);

        assertThat(report.test())
                .extracting(exposure -> exposure.nearest().orElseThrow().toString())
                .containsExactly(
                        "Neighbour[blues.00000.0, blues, at distance 5.00, the same song]",
                        "Neighbour[blues.00000.0, blues, at distance 1.00, the same artist]",
                        "Neighbour[blues.00050.0, blues, at distance 0.00, another or unknown artist]");
        assertThat(report.test().get(0))
                .hasToString("Exposure[blues.00000.1, its song is in training;"
                        + " nearest: Neighbour[blues.00000.0, blues, at distance 5.00, the same song]]");
        assertThat(report)
                .hasToString("LeakReport[1 of 3 test pieces have their song in train;"
                        + " nearest row in train: 1 of the same song, 2 of the same artist]");
    }

    @Test
    void rowsThatDoNotFitAreNamed() {
        Split split = split(List.of("blues.00000"), List.of("blues.00001"));
        double[] row = {1, 2};

        assertThatThrownBy(() -> LeakReport.of(split, GTZAN, Map.of("blues.00000", row)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be a row for every id on the sides, got none for blues.00001");
        assertThatThrownBy(() -> LeakReport.of(split, GTZAN, Map.of("blues.00001", row)))
                .hasMessage("there must be a row for every id on the sides, got none for blues.00000");
        assertThatThrownBy(() ->
                        LeakReport.of(split, GTZAN, Map.of("blues.00000", row, "blues.00001", new double[] {1, 2, 3})))
                .hasMessage("row of blues.00001 must have 2 finite values, got [1.0, 2.0, 3.0]");
        assertThatThrownBy(() -> LeakReport.of(
                        split, GTZAN, Map.of("blues.00000", row, "blues.00001", new double[] {1, Double.NaN})))
                .hasMessage("row of blues.00001 must have 2 finite values, got [1.0, NaN]");
    }

    @Test
    void anotherCorpusIsRefused() {
        Corpus jazz = GTZAN.only(List.of("jazz"));

        assertThatThrownBy(() -> LeakReport.of(split(List.of("jazz.00000"), List.of("blues.00001")), jazz))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Corpus[GTZAN, 100 of 1000 songs, 1 labels] has no song for blues.00001");
    }
}
