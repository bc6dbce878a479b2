package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What leakage, its report, a split and an integrity report say in sentences. */
class LeakageSummaryTest {

    private static Track track(String id, String artist) {
        return new Track(id, "rock", Optional.of(artist).filter(name -> !name.isEmpty()), Path.of(id));
    }

    private static Overlap overlap(String id, String track, boolean trackInTraining, String... byArtist) {
        return new Overlap(id, track(track, "x"), trackInTraining, List.of(byArtist), Optional.empty());
    }

    private static String summary(Overlap... test) {
        return new LeakageReport("by hand", List.of(test)).summary();
    }

    @Test
    void ofArtistsTheTracksAreCounted() {
        assertThat(summary(overlap("a", "a", false, "c"), overlap("b", "b", false)))
                .isEqualTo(
                        "1 of 2 test tracks (50.0 %) have a track by their artist in training: a model can be right by"
                                + " recognising the artist.");
    }

    @Test
    void ofTracksTheSegmentsAreCounted() {
        assertThat(summary(overlap("a.0", "a", true, "a"), overlap("a.1", "a", true, "a")))
                .isEqualTo(
                        "2 of 2 test segments (100.0 %) have other segments of their track in training: a model can be"
                                + " right by recognising the track.");
    }

    @Test
    void nothingSharedIsTold() {
        assertThat(summary(overlap("a", "a", false)))
                .isEqualTo("No test track has a track by its artist in training, where artists are known.");
        assertThat(summary(overlap("a.0", "a", false)))
                .isEqualTo("No test segment shares its track or a known artist with training.");
        assertThat(summary())
                .isEqualTo("No test track has a track by its artist in training, where artists are known.");
    }

    @Test
    void unknownArtistsAndNeighboursAreTold() {
        Neighbour near = new Neighbour("c", track("c", "x"), 1, false, true);
        Overlap unknown = new Overlap("a", track("a", ""), false, List.of(), Optional.of(near));
        assertThat(summary(unknown))
                .isEqualTo(
                        "No test track has a track by its artist in training, where artists are known. The artist of 1 test"
                                + " track is not known. The nearest track in training is by the same artist for 1 of 1 test"
                                + " track (100.0 %).");
        Overlap segment = new Overlap("a.0", track("a", "x"), true, List.of("a"), Optional.of(near));
        assertThat(summary(segment))
                .endsWith(
                        " The nearest row in training is of the same track for 0 of 1 test segment (0.0 %), and by the"
                                + " same artist for 1 of 1 test segment (100.0 %).");
    }

    @Test
    void aSplitTellsItsSizesAndWhatIsShared() {
        Leakage shared = new Leakage(Set.of(), Set.of("x"), 2, 3, 1);
        assertThat(new Split("by hand", 1, List.of("a", "b"), List.of("c"), List.of("d", "e"), shared).summary())
                .isEqualTo(
                        "2 tracks for training, 2 for the test and 1 for validation. 2 of 3 held-out tracks (66.7 %) have a"
                                + " track by their artist in training. The artist of 1 held-out track is not known.");
    }

    @Test
    void aSplitWithoutValidationSaysWhatIsMissing() {
        Leakage none = new Leakage(Set.of(), Set.of(), 0, 1, 0);
        assertThat(new Split("by hand", 1, List.of("a"), List.of(), List.of("b"), none).summary())
                .isEqualTo(
                        "1 track for training, 1 for the test and none for validation: nothing is left to choose an epoch"
                                + " or a setting by. No track and no known artist is both in training and held out.");
    }

    @Test
    void aSplitOfSegmentsTellsTheTracksThatItCuts() {
        Leakage cut = new Leakage(Set.of("a"), Set.of("x"), 1, 1, 0);
        Split split = new Split(
                "by segment",
                1,
                List.of("a.0"),
                List.of(),
                List.of("a.1"),
                cut,
                new Segments(Map.of("a.0", "a", "a.1", "a")));
        assertThat(split.summary())
                .startsWith("1 segment for training")
                .endsWith("1 of 1 held-out track (100.0 %) have segments in training, too: a model can be right by"
                        + " recognising the track. 1 of 1 held-out track (100.0 %) have a track by their artist in"
                        + " training.");
    }

    @Test
    void anIntegrityReportCountsFaultsAndWhatCannotBeUsed() {
        assertThat(new IntegrityReport("set", 100, List.of(), Map.of()).summary())
                .isEqualTo("100 tracks were opened; nothing is wrong with any of them.");
        List<Finding> findings = List.of(
                new Finding("a.wav", "a", Fault.BROKEN, "empty"),
                new Finding("b.wav", "b", Fault.TOO_SHORT, "1000 samples"),
                new Finding("c.wav", "c", Fault.TOO_SHORT, "10 samples"));
        assertThat(new IntegrityReport("set", 3, findings, Map.of()).summary())
                .isEqualTo(
                        "3 tracks were opened; 3 are broken, too short or a duplicate and should not be used. Found: 1"
                                + " broken and 2 too short.");
        assertThat(new IntegrityReport("set", 1, List.of(new Finding("._a.wav", "._a.wav", Fault.STRAY, "x")), Map.of())
                        .summary())
                .isEqualTo("1 track was opened; it can be used. Found: 1 stray.");
        List<Finding> missing = List.of(
                new Finding("rock/a", "a", Fault.MISSING, "not in this copy"),
                new Finding("rock/b", "b", Fault.MISSING, "not in this copy"));
        assertThat(new IntegrityReport("set", 58, missing, Map.of()).summary())
                .isEqualTo(
                        "58 tracks were opened; all of them can be used. 2 more tracks of the data set are not in this"
                                + " copy.");
    }
}
