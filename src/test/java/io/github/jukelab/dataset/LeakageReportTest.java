package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeakageReportTest {

    private static final Dataset GTZAN = Tree.complete(Gtzan.INFO);
    private static final Leakage NONE = new Leakage(Set.of(), Set.of(), 0, 1, 0);

    private static Split split(List<String> train, List<String> test) {
        Map<String, String> trackIds = new HashMap<>();
        Stream.concat(train.stream(), test.stream())
                .forEach(id -> trackIds.put(id, id.substring(0, id.indexOf('.') + 6)));
        return new Split("by hand", 0, train, List.of(), test, NONE, new Segments(trackIds));
    }

    @Test
    void tracksAtRandomShareArtists() {
        Split split = Splits.stratified(GTZAN, SplitRatio.of(0.8, 0.2), 42);
        LeakageReport report = LeakageReport.of(split, GTZAN);

        assertThat(report.test()).extracting(Overlap::id).isEqualTo(split.test());
        assertThat(report.sharingTrack()).isEmpty();
        assertThat(report.sharingArtist())
                .isNotEmpty()
                .hasSize(report.leakage().exposed())
                .allSatisfy(overlap -> assertThat(
                                GTZAN.tracksOf(overlap.artistInTraining()).values())
                        .extracting(Track::artist)
                        .containsOnly(overlap.track().artist()));
        assertThat(report.leakage()).isEqualTo(split.leakage());
        assertThat(report)
                .hasToString("LeakageReport[" + report.leakage().exposed()
                        + " of 200 test tracks share an artist with train; artist of "
                        + report.leakage().unknown() + " tracks not known]");
    }

    @Test
    void doesNotCountTheValidationSet() {
        Split split = Splits.stratified(GTZAN, SplitRatio.of(0.6, 0.2, 0.2), 42);

        assertThat(LeakageReport.of(split, GTZAN).leakage().held()).isEqualTo(200);
        assertThat(split.leakage().held()).isEqualTo(400);
    }

    @Test
    void artistFoldsShareNoArtist() {
        assertThat(Splits.artistFolds(GTZAN))
                .extracting(fold -> LeakageReport.of(fold, GTZAN).toString())
                .containsExactly(
                        "LeakageReport[0 of 315 test tracks share an artist with train]",
                        "LeakageReport[0 of 316 test tracks share an artist with train]",
                        "LeakageReport[0 of 317 test tracks share an artist with train]");
    }

    @Test
    void segmentsAtRandomShareTheirTracks() {
        Split split = Splits.bySegment(GTZAN, 10, SplitRatio.of(0.8, 0.2), 42);
        LeakageReport report = LeakageReport.of(split, GTZAN);

        assertThat(report.sharingTrack()).hasSize(2000);
        assertThat(report.leakage().tracks()).isEqualTo(split.leakage().tracks());
        assertThat(report.toString()).startsWith("LeakageReport[2000 of 2000 test segments have their track in train");
    }

    @Test
    void reportsWhatAnIdSharesWithTraining() {
        Split split = split(
                List.of("blues.00000.0", "blues.00001.0", "blues.00050.0"), List.of("blues.00000.1", "blues.00002.1"));
        LeakageReport report = LeakageReport.of(split, GTZAN);

        assertThat(report.of("blues.00000.1"))
                .contains(new Overlap(
                        "blues.00000.1",
                        GTZAN.tracks().get(0),
                        true,
                        List.of("blues.00000", "blues.00001"),
                        Optional.empty()));
        assertThat(report.test())
                .extracting(Overlap::toString)
                .containsExactly(
                        "Overlap[blues.00000.1, its track is in training]",
                        "Overlap[blues.00002.1, training tracks by its artist: 2]");
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
        LeakageReport report = LeakageReport.of(split, GTZAN, rows);

        assertThat(report.test())
                .extracting(overlap -> overlap.nearest().orElseThrow().toString())
                .containsExactly(
                        "Neighbour[blues.00000.0, blues, at distance 5.00, the same track]",
                        "Neighbour[blues.00000.0, blues, at distance 1.00, the same artist]",
                        "Neighbour[blues.00050.0, blues, at distance 0.00, another or unknown artist]");
        assertThat(report.test().get(0))
                .hasToString("Overlap[blues.00000.1, its track is in training;"
                        + " nearest: Neighbour[blues.00000.0, blues, at distance 5.00, the same track]]");
        assertThat(report)
                .hasToString("LeakageReport[1 of 3 test segments have their track in train;"
                        + " nearest row in train: 1 of the same track, 2 of the same artist]");
    }

    @Test
    void namesMissingAndInvalidRows() {
        Split split = split(List.of("blues.00000"), List.of("blues.00001"));
        double[] row = {1, 2};

        assertThatThrownBy(() -> LeakageReport.of(split, GTZAN, Map.of("blues.00000", row)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be a row for every id of the training and test set, got none for blues.00001");
        assertThatThrownBy(() -> LeakageReport.of(split, GTZAN, Map.of("blues.00001", row)))
                .hasMessage("there must be a row for every id of the training and test set, got none for blues.00000");
        assertThatThrownBy(() -> LeakageReport.of(
                        split, GTZAN, Map.of("blues.00000", row, "blues.00001", new double[] {1, 2, 3})))
                .hasMessage("row of blues.00001 must have 2 finite values, got [1.0, 2.0, 3.0]");
        assertThatThrownBy(() -> LeakageReport.of(
                        split, GTZAN, Map.of("blues.00000", row, "blues.00001", new double[] {1, Double.NaN})))
                .hasMessage("row of blues.00001 must have 2 finite values, got [1.0, NaN]");
    }

    @Test
    void refusesAnotherDataset() {
        Dataset jazz = GTZAN.withLabels(List.of("jazz"));

        assertThatThrownBy(() -> LeakageReport.of(split(List.of("jazz.00000"), List.of("blues.00001")), jazz))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dataset[GTZAN, 100 of 1000 tracks, 1 labels] has no track for blues.00001");
    }

    @Test
    void restrictsTheReportToSomeIds() {
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
