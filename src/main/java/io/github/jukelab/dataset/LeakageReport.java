package io.github.jukelab.dataset;

import io.github.jukelab.Phrases;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What each id of the test set shares with the training set: its track, its artist and, if feature rows are given, the
 * nearest training row. A correct prediction for a track or an artist of the training set says little about genres.
 *
 * <p>{@link Split#leakage()} has the totals for the validation and test set together.
 *
 * @param split its name
 * @param test one overlap per id of the test set, in its order
 */
public record LeakageReport(String split, List<Overlap> test) {

    /**
     * Copies the list.
     *
     * @param split its name
     * @param test one overlap per id of the test set
     */
    public LeakageReport {
        test = List.copyOf(test);
    }

    /**
     * The tracks and artists that the test set shares with the training set.
     *
     * @param split of tracks or of segments
     * @param dataset the data set that was split
     * @return the report, without neighbours
     * @throws IllegalArgumentException if the data set has no track for an id
     */
    public static LeakageReport of(Split split, Dataset dataset) {
        return new LeakageReport(split.name(), Overlap.of(dataset, split.segments(), split.train(), split.test()));
    }

    /**
     * The same with the training row nearest to each test row. Takes about a second for 8000 and 2000 rows of 57
     * values.
     *
     * @param split of tracks or of segments
     * @param dataset the data set that was split
     * @param rows id → finite values, all of one length, for every id of the training and test set; standardise them,
     *     otherwise the feature with the largest variance dominates the distance
     * @return the report
     * @throws IllegalArgumentException if the data set has no track for an id, or a row is missing, of another length
     *     or not finite
     */
    public static LeakageReport of(Split split, Dataset dataset, Map<String, double[]> rows) {
        Neighbours neighbours = Neighbours.of(dataset, split, rows);
        List<Overlap> test = of(split, dataset).test.parallelStream()
                .map(overlap -> overlap.withNearest(neighbours.of(overlap.id(), overlap.track())))
                .toList();
        return new LeakageReport(split.name(), test);
    }

    /**
     * The totals of this report.
     *
     * @return the leakage of the test set alone
     */
    public Leakage leakage() {
        return Leakage.of(test);
    }

    /**
     * What one id of the test set shares with training.
     *
     * @param id a track, or a segment in a split of segments
     * @return empty if it is not in the test set
     */
    public Optional<Overlap> of(String id) {
        return test.stream().filter(overlap -> overlap.id().equals(id)).findFirst();
    }

    /**
     * The same report for some ids only, such as those that a model predicted correctly.
     *
     * @param ids of the test set; others are ignored
     * @return the report, in the test set's order
     */
    public LeakageReport only(Collection<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        return new LeakageReport(split, filter(overlap -> wanted.contains(overlap.id())));
    }

    /**
     * The test ids whose track is also in training.
     *
     * @return in the test set's order; empty unless {@linkplain Split#sharesTracks() segments of a track were
     *     separated}
     */
    public List<Overlap> sharingTrack() {
        return filter(Overlap::trackInTraining);
    }

    /**
     * The test ids whose artist is also in training.
     *
     * @return in the test set's order
     */
    public List<Overlap> sharingArtist() {
        return filter(overlap -> !overlap.artistInTraining().isEmpty());
    }

    /**
     * The test ids whose nearest training row is of the same track.
     *
     * @return in the test set's order; empty if the report has no neighbours
     */
    public List<Overlap> nearestOfSameTrack() {
        return filter(overlap -> overlap.nearest().filter(Neighbour::sameTrack).isPresent());
    }

    /**
     * The test ids whose nearest training row is of the same artist or the same track.
     *
     * @return in the test set's order; empty if the report has no neighbours
     */
    public List<Overlap> nearestOfSameArtist() {
        return filter(overlap -> overlap.nearest().filter(Neighbour::sameArtist).isPresent());
    }

    private List<Overlap> filter(Predicate<Overlap> wanted) {
        return test.stream().filter(wanted).toList();
    }

    /**
     * The report in plain sentences: how many test tracks or segments have their track or their artist in training, and
     * whose training row is nearest.
     *
     * @return such as {@code 131 of 200 test tracks (65.5 %) have a track by their artist in training. …}
     */
    public String summary() {
        return shared() + unknownArtists() + neighbours();
    }

    private String shared() {
        if (!sharingTrack().isEmpty()) {
            return share(sharingTrack().size())
                    + " have other segments of their track in training: a model can be right"
                    + " by recognising the track.";
        }
        if (!sharingArtist().isEmpty()) {
            return share(sharingArtist().size())
                    + " have a track by their artist in training: a model can be right by recognising the artist.";
        }
        return segments()
                ? "No test segment shares its track or a known artist with training."
                : "No test track has a track by its artist in training, where artists are known.";
    }

    private String unknownArtists() {
        int unknown = leakage().unknown();
        return unknown == 0 ? "" : " The artist of " + Phrases.count(unknown, "test track") + " is not known.";
    }

    private String neighbours() {
        long known =
                test.stream().filter(overlap -> overlap.nearest().isPresent()).count();
        if (known == 0) {
            return "";
        }
        String artist = share(nearestOfSameArtist().size());
        return segments()
                ? " The nearest row in training is of the same track for "
                        + share(nearestOfSameTrack().size()) + ", and by the same artist for " + artist + "."
                : " The nearest track in training is by the same artist for " + artist + ".";
    }

    private String share(int count) {
        return String.format(
                Locale.ROOT,
                "%,d of %s (%s)",
                count,
                Phrases.count(test.size(), "test " + unit()),
                Phrases.percent((double) count / test.size()));
    }

    private String unit() {
        return segments() ? "segment" : "track";
    }

    private boolean segments() {
        return test.stream()
                .anyMatch(overlap -> !overlap.id().equals(overlap.track().id()));
    }

    /** One line, such as {@code LeakageReport[131 of 200 test tracks share an artist with train]}. */
    @Override
    public String toString() {
        String shared = sharingTrack().isEmpty()
                ? count(sharingArtist().size(), "share an artist with train")
                : count(sharingTrack().size(), "have their track in train");
        String near = filter(overlap -> overlap.nearest().isPresent()).isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; nearest row in train: %d of the same track, %d of the same artist",
                        nearestOfSameTrack().size(),
                        nearestOfSameArtist().size());
        int unknown = leakage().unknown();
        return "LeakageReport[" + shared + (unknown > 0 ? "; artist of " + unknown + " tracks not known" : "") + near
                + "]";
    }

    private String count(int count, String what) {
        return count + " of " + test.size() + " test " + unit() + "s " + what;
    }
}
