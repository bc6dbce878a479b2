package io.github.jukelab.dataset;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Who learns from what: ids on the training, validation and test set. A value: the same seed gives the same split.
 *
 * <p>The ids are tracks, and no track is in two subsets; or, in a split {@linkplain #sharesTracks() by row}, segments of tracks, such
 * as {@code blues.00000.3}, and then {@link #leakage()} says how many tracks cross. Nothing is copied on disk.
 *
 * <p>Notebook: 04-mel-windows
 *
 * @param name how it was made, such as {@code by track, stratified 70/0/30}
 * @param seed of the shuffling; 0 for published lists
 * @param train ids to learn from; at least one
 * @param validation ids to choose the best epoch by; may be empty
 * @param test ids to give the figure; at least one
 * @param leakage what crosses
 */
public record Split(
        String name, long seed, List<String> train, List<String> validation, List<String> test, Leakage leakage) {

    /**
     * Checks the subsets.
     *
     * @param name how it was made
     * @param seed of the shuffling
     * @param train ids to learn from
     * @param validation ids to choose by
     * @param test ids to judge by
     * @param leakage what crosses
     * @throws IllegalArgumentException if an id is there twice, or training or test set is empty
     */
    public Split {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
        if (train.isEmpty() || test.isEmpty()) {
            throw new IllegalArgumentException(
                    "a split needs a training and a test set, got " + train.size() + " and " + test.size() + " ids");
        }
        Set<String> seen = new HashSet<>();
        for (List<String> subset : List.of(train, validation, test)) {
            for (String id : subset) {
                if (!seen.add(id)) {
                    throw new IllegalArgumentException("subsets must be disjoint, got " + id + " twice");
                }
            }
        }
    }

    /** A split of tracks or of rows of them, with what crosses counted. */
    static Split of(String name, long seed, Dataset dataset, Map<String, Subset> subsets) {
        Map<Subset, List<String>> ids = new EnumMap<>(Subset.class);
        for (Subset subset : Subset.values()) {
            ids.put(
                    subset,
                    subsets.keySet().stream()
                            .filter(id -> subsets.get(id) == subset)
                            .toList());
        }
        List<String> held = Stream.concat(ids.get(Subset.VALIDATION).stream(), ids.get(Subset.TEST).stream())
                .toList();
        Leakage leakage = Leakage.of(Overlap.of(dataset, ids.get(Subset.TRAIN), held));
        return new Split(name, seed, ids.get(Subset.TRAIN), ids.get(Subset.VALIDATION), ids.get(Subset.TEST), leakage);
    }

    /**
     * The track that a segment was cut from.
     *
     * @param segment such as {@code blues.00000.3}
     * @return its id up to the last dot, such as {@code blues.00000}
     * @see Dataset#tracksOf
     */
    public static String trackOf(String segment) {
        return segment.substring(0, segment.lastIndexOf('.'));
    }

    /**
     * The same split with segments in place of tracks, each on the side of its track, so that no track crosses.
     *
     * @param dataset the data set that was split
     * @param segments ids {@code <track>.<number>}, such as the rows of a table; those of tracks on no subset are left out
     * @return the split, its subsets in the order of {@code segments}
     * @throws IllegalArgumentException if a segment has no track in the data set, or none is left for training or test
     */
    public Split ofSegments(Dataset dataset, List<String> segments) {
        Map<String, Subset> byTrack = subsets();
        Map<String, Subset> bySegment = new LinkedHashMap<>();
        dataset.tracksOf(segments).forEach((segment, track) -> {
            if (byTrack.containsKey(track.id())) {
                bySegment.put(segment, byTrack.get(track.id()));
            }
        });
        return of(name + ", in segments", seed, dataset, bySegment);
    }

    /**
     * The same split with a validation set taken from the training set: the same share of every label, artist by
     * artist, so that what chooses the epoch is as new to the network as the test set of an artist-disjoint split. Tracks
     * of unknown artists go one by one. Where an artist has more tracks than the share allows, fewer are taken; at least
     * one artist a label goes.
     *
     * @param dataset the data set that was split
     * @param share of the training set, in (0, 1)
     * @param seed of the choice
     * @return the split, its test set untouched
     * @throws IllegalArgumentException if the share is out of range, there is a validation set already, or the training
     *     side has tracks of one artist only for a label
     */
    public Split withValidation(Dataset dataset, double share, long seed) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be in (0, 1), got " + share);
        }
        if (!validation.isEmpty()) {
            throw new IllegalArgumentException("there is a validation set already, of " + validation.size() + " ids");
        }
        Map<String, Subset> subsets = subsets();
        GroupSampler.of(dataset, train, share, seed).forEach(id -> subsets.put(id, Subset.VALIDATION));
        String said = String.format(Locale.ROOT, ", %.0f %% of train to validation (seed %d)", 100 * share, seed);
        return of(name + said, this.seed, dataset, subsets);
    }

    /**
     * The same split with the tracks of each group on one subset: of tracks with the same samples ({@link IntegrityReport#duplicates}),
     * or of one artist ({@link Dataset#artistGroups}), where lists or chance have parted them. A group goes where the track
     * is that it is named after, else to the training set if a track of it is there. To be done last, after {@link
     * #withValidation}; subsets may shrink and grow by it.
     *
     * @param dataset the data set that was split
     * @param groups track → group; tracks that are not in it go alone
     * @return the split
     * @throws IllegalArgumentException if the split is {@linkplain #sharesTracks() by row}, or no track is left for training or
     *     test
     */
    public Split keepingGroups(Dataset dataset, Map<String, String> groups) {
        if (sharesTracks()) {
            throw new IllegalArgumentException("groups cannot be kept together where tracks are not: " + this);
        }
        Map<String, Subset> subsets = subsets();
        Map<String, Subset> places = new HashMap<>();
        Map<String, Subset> together = new LinkedHashMap<>();
        Map<String, Track> tracks = dataset.tracksOf(subsets.keySet());
        UnaryOperator<String> group = track -> groups.getOrDefault(track, track);
        tracks.forEach((id, track) -> places.putIfAbsent(group.apply(track.id()), subsets.get(id)));
        tracks.forEach((id, track) -> places.replace(track.id(), subsets.get(id)));
        tracks.forEach((id, track) -> together.put(id, places.get(group.apply(track.id()))));
        return of(name + ", groups together", seed, dataset, together);
    }

    private Map<String, Subset> subsets() {
        Map<String, Subset> subsets = new LinkedHashMap<>();
        for (Subset subset : Subset.values()) {
            ids(subset).forEach(id -> subsets.put(id, subset));
        }
        return subsets;
    }

    /**
     * Whether segments of one track may be in both subsets.
     *
     * @return true if some are
     */
    public boolean sharesTracks() {
        return !leakage.tracks().isEmpty();
    }

    /**
     * The ids of one subset.
     *
     * @param subset which
     * @return its ids; may be empty for validation
     */
    public List<String> ids(Subset subset) {
        return subset == Subset.TRAIN ? train : subset == Subset.VALIDATION ? validation : test;
    }

    /**
     * The side that an id is on.
     *
     * @param id a track, or a segment if the split is by row
     * @return its subset; empty if it is on none
     */
    public Optional<Subset> subset(String id) {
        for (Subset subset : Subset.values()) {
            if (ids(subset).contains(id)) {
                return Optional.of(subset);
            }
        }
        return Optional.empty();
    }

    /**
     * How many ids each label has on each subset.
     *
     * @param dataset the data set that was split
     * @return label → side → count, labels in the data set's order, every subset there
     * @throws IllegalArgumentException if an id is of no track of the data set
     */
    public Map<String, Map<Subset, Integer>> counts(Dataset dataset) {
        Map<String, Map<Subset, Integer>> counts = new LinkedHashMap<>();
        for (String label : dataset.labels()) {
            Map<Subset, Integer> row = new EnumMap<>(Subset.class);
            List.of(Subset.values()).forEach(subset -> row.put(subset, 0));
            counts.put(label, row);
        }
        for (Subset subset : Subset.values()) {
            dataset.tracksOf(ids(subset)).values().forEach(track -> counts.get(track.label())
                    .merge(subset, 1, Integer::sum));
        }
        return counts;
    }

    @Override
    public String toString() {
        return "Split[" + name + ", seed " + seed + ": " + train.size() + " train, " + validation.size()
                + " validation, " + test.size() + " test; " + leakage + "]";
    }
}
