package io.github.jukelab.corpus;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the test side of a split has in common with the training side, id by id: whose song, whose artist stands on both,
 * and, where rows of features are given, which training row is most like each test row. An answer that is right for a
 * song or an artist heard before says little about genres.
 *
 * <p>{@link Split#leak()} counts the same for validation and test side together.
 *
 * @param split its name
 * @param test what each id of the test side has in common with training, in the side's order
 */
public record LeakReport(String split, List<Exposure> test) {

    /**
     * Copies the list.
     *
     * @param split its name
     * @param test one an id
     */
    public LeakReport {
        test = List.copyOf(test);
    }

    /**
     * Who stands on both sides.
     *
     * @param split of songs or of pieces
     * @param corpus the corpus that was split
     * @return the report, without neighbours
     * @throws IllegalArgumentException if the corpus has no song for an id
     */
    public static LeakReport of(Split split, Corpus corpus) {
        return new LeakReport(split.name(), Exposure.of(corpus, split.train(), split.test()));
    }

    /**
     * Who stands on both sides, and the training row nearest to each test row. About a second for 8000 and 2000 rows
     * of 57 values.
     *
     * @param split of songs or of pieces
     * @param corpus the corpus that was split
     * @param rows id → finite values, equally many, for every id of the training and the test side; standardised, for
     *     else the feature with the largest numbers decides alone
     * @return the report
     * @throws IllegalArgumentException if the corpus has no song for an id, or a row is missing, of another length or
     *     not finite
     */
    public static LeakReport of(Split split, Corpus corpus, Map<String, double[]> rows) {
        Neighbours neighbours = Neighbours.of(corpus, split.train(), rows);
        List<Exposure> test = of(split, corpus).test.parallelStream()
                .map(exposure -> exposure.withNearest(neighbours.of(exposure.id(), exposure.song())))
                .toList();
        return new LeakReport(split.name(), test);
    }

    /**
     * The songs and artists that stand on both sides.
     *
     * @return of the test side alone
     */
    public Leak leak() {
        return Leak.of(test);
    }

    /**
     * What one id of the test side has in common with training.
     *
     * @param id a song, or a piece if the split is of pieces
     * @return empty if it is not on the test side
     */
    public Optional<Exposure> of(String id) {
        return test.stream().filter(exposure -> exposure.id().equals(id)).findFirst();
    }

    /**
     * The same report of some ids alone, such as those that a model got right.
     *
     * @param ids of the test side; others do no harm
     * @return the report, in this order
     */
    public LeakReport only(Collection<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        return new LeakReport(split, those(exposure -> wanted.contains(exposure.id())));
    }

    /**
     * Those whose song is in training too.
     *
     * @return in the side's order; none unless the split is {@linkplain Split#byRow() by row}
     */
    public List<Exposure> sharingSong() {
        return those(Exposure::songInTraining);
    }

    /**
     * Those whose artist is in training too.
     *
     * @return in the side's order
     */
    public List<Exposure> sharingArtist() {
        return those(exposure -> !exposure.artistInTraining().isEmpty());
    }

    /**
     * Those whose nearest training row is of the same song.
     *
     * @return in the side's order; none if the report has no neighbours
     */
    public List<Exposure> nearestOfSameSong() {
        return those(exposure -> exposure.nearest().filter(Neighbour::sameSong).isPresent());
    }

    /**
     * Those whose nearest training row is of the same artist, or even the same song: what the artist is known by answers
     * for them.
     *
     * @return in the side's order; none if the report has no neighbours
     */
    public List<Exposure> nearestOfSameArtist() {
        return those(
                exposure -> exposure.nearest().filter(Neighbour::sameArtist).isPresent());
    }

    private List<Exposure> those(Predicate<Exposure> wanted) {
        return test.stream().filter(wanted).toList();
    }

    /** One line, such as {@code LeakReport[131 of 200 test songs share an artist with train]}. */
    @Override
    public String toString() {
        String shared = sharingSong().isEmpty()
                ? words(sharingArtist().size(), "share an artist with train")
                : words(sharingSong().size(), "have their song in train");
        String near = those(exposure -> exposure.nearest().isPresent()).isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; nearest row in train: %d of the same song, %d of the same artist",
                        nearestOfSameSong().size(),
                        nearestOfSameArtist().size());
        int unknown = leak().unknown();
        return "LeakReport[" + shared + (unknown > 0 ? "; artist of " + unknown + " songs not known" : "") + near + "]";
    }

    private String words(int count, String what) {
        boolean pieces = test.stream()
                .anyMatch(exposure -> !exposure.id().equals(exposure.song().id()));
        return count + " of " + test.size() + (pieces ? " test pieces " : " test songs ") + what;
    }
}
