package io.github.jukelab.dataset;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the test set of a split has in common with the training set, id by id: whose track, whose artist stands on both,
 * and, where rows of features are given, which training row is most like each test row. An answer that is right for a
 * track or an artist heard before says little about genres.
 *
 * <p>{@link Split#leakage()} counts the same for validation and test set together.
 *
 * @param split its name
 * @param test what each id of the test set has in common with training, in the subset's order
 */
public record LeakageReport(String split, List<Overlap> test) {

    /**
     * Copies the list.
     *
     * @param split its name
     * @param test one an id
     */
    public LeakageReport {
        test = List.copyOf(test);
    }

    /**
     * Who stands in both subsets.
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
     * Who stands in both subsets, and the training row nearest to each test row. About a second for 8000 and 2000 rows
     * of 57 values.
     *
     * @param split of tracks or of segments
     * @param dataset the data set that was split
     * @param rows id → finite values, equally many, for every id of the training and the test set; standardised, for
     *     else the feature with the largest numbers decides alone
     * @return the report
     * @throws IllegalArgumentException if the data set has no track for an id, or a row is missing, of another length or
     *     not finite
     */
    public static LeakageReport of(Split split, Dataset dataset, Map<String, double[]> rows) {
        Neighbours neighbours = Neighbours.of(dataset, split, rows);
        List<Overlap> test = of(split, dataset).test.parallelStream()
                .map(exposure -> exposure.withNearest(neighbours.of(exposure.id(), exposure.track())))
                .toList();
        return new LeakageReport(split.name(), test);
    }

    /**
     * The tracks and artists that stand in both subsets.
     *
     * @return of the test set alone
     */
    public Leakage leakage() {
        return Leakage.of(test);
    }

    /**
     * What one id of the test set has in common with training.
     *
     * @param id a track, or a segment if the split is of segments
     * @return empty if it is not on the test set
     */
    public Optional<Overlap> of(String id) {
        return test.stream().filter(exposure -> exposure.id().equals(id)).findFirst();
    }

    /**
     * The same report of some ids alone, such as those that a model got right.
     *
     * @param ids of the test set; others do no harm
     * @return the report, in this order
     */
    public LeakageReport only(Collection<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        return new LeakageReport(split, those(exposure -> wanted.contains(exposure.id())));
    }

    /**
     * Those whose track is in training too.
     *
     * @return in the subset's order; none unless the split is {@linkplain Split#sharesTracks() by row}
     */
    public List<Overlap> sharingTrack() {
        return those(Overlap::trackInTraining);
    }

    /**
     * Those whose artist is in training too.
     *
     * @return in the subset's order
     */
    public List<Overlap> sharingArtist() {
        return those(exposure -> !exposure.artistInTraining().isEmpty());
    }

    /**
     * Those whose nearest training row is of the same track.
     *
     * @return in the subset's order; none if the report has no neighbours
     */
    public List<Overlap> nearestOfSameTrack() {
        return those(exposure -> exposure.nearest().filter(Neighbour::sameTrack).isPresent());
    }

    /**
     * Those whose nearest training row is of the same artist, or even the same track: what the artist is known by answers
     * for them.
     *
     * @return in the subset's order; none if the report has no neighbours
     */
    public List<Overlap> nearestOfSameArtist() {
        return those(
                exposure -> exposure.nearest().filter(Neighbour::sameArtist).isPresent());
    }

    private List<Overlap> those(Predicate<Overlap> wanted) {
        return test.stream().filter(wanted).toList();
    }

    /** One line, such as {@code LeakageReport[131 of 200 test tracks share an artist with train]}. */
    @Override
    public String toString() {
        String shared = sharingTrack().isEmpty()
                ? words(sharingArtist().size(), "share an artist with train")
                : words(sharingTrack().size(), "have their track in train");
        String near = those(exposure -> exposure.nearest().isPresent()).isEmpty()
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

    private String words(int count, String what) {
        boolean segments = test.stream()
                .anyMatch(exposure -> !exposure.id().equals(exposure.track().id()));
        return count + " of " + test.size() + (segments ? " test segments " : " test tracks ") + what;
    }
}
