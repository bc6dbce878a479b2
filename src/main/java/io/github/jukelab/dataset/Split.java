package io.github.jukelab.dataset;

import io.github.jukelab.Phrases;
import java.math.BigDecimal;
import java.math.MathContext;
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
 * Which ids are in the training, validation and test set. A value: the same seed gives the same split.
 *
 * <p>The ids are tracks, and no track is in two subsets. Or they are segments of tracks, such as {@code blues.00000.3};
 * then {@link #leakage()} counts the tracks that have segments in training and in a held-out subset. Nothing is copied
 * on disk.
 *
 * <p>Notebook: 04-mel-windows
 *
 * @param name how it was made, such as {@code by track, stratified 70/0/30}
 * @param seed of the shuffling; 0 for published lists
 * @param train ids to train on; at least one
 * @param validation ids to choose the best epoch by; may be empty
 * @param test ids to evaluate on; at least one
 * @param leakage what training shares with the held-out subsets
 * @param segments the track of each id in a split of segments; empty in a split of tracks
 */
public record Split(
        String name,
        long seed,
        List<String> train,
        List<String> validation,
        List<String> test,
        Leakage leakage,
        Segments segments) {

    /**
     * Checks the subsets.
     *
     * @param name how it was made
     * @param seed of the shuffling
     * @param train ids to train on
     * @param validation ids to choose the best epoch by
     * @param test ids to evaluate on
     * @param leakage what training shares with the held-out subsets
     * @param segments the track of each id in a split of segments
     * @throws IllegalArgumentException if an id is there twice, or the training or test set is empty
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

    /**
     * A split of whole tracks.
     *
     * @param name how it was made
     * @param seed of the shuffling
     * @param train track ids to train on
     * @param validation track ids to choose the best epoch by
     * @param test track ids to evaluate on
     * @param leakage what training shares with the held-out subsets
     * @throws IllegalArgumentException if an id is there twice, or the training or test set is empty
     */
    public Split(
            String name, long seed, List<String> train, List<String> validation, List<String> test, Leakage leakage) {
        this(name, seed, train, validation, test, leakage, Segments.NONE);
    }

    /** A split with its leakage counted. */
    static Split of(String name, long seed, Dataset dataset, Segments segments, Map<String, Subset> subsets) {
        Map<Subset, List<String>> ids = new EnumMap<>(Subset.class);
        for (Subset subset : Subset.values()) {
            ids.put(
                    subset,
                    subsets.keySet().stream()
                            .filter(id -> subsets.get(id) == subset)
                            .toList());
        }
        List<String> heldOut = Stream.concat(ids.get(Subset.VALIDATION).stream(), ids.get(Subset.TEST).stream())
                .toList();
        Leakage leakage = Leakage.of(Overlap.of(dataset, segments, ids.get(Subset.TRAIN), heldOut));
        return new Split(
                name, seed, ids.get(Subset.TRAIN), ids.get(Subset.VALIDATION), ids.get(Subset.TEST), leakage, segments);
    }

    /**
     * The same split with segments in place of tracks, each in the subset of its track.
     *
     * @param dataset the data set that was split
     * @param segments of its tracks; segments of tracks in no subset are dropped
     * @return the split, its subsets in the order of {@code segments}
     * @throws IllegalArgumentException if a segment has no track in the data set, or none is left for training or test
     */
    public Split ofSegments(Dataset dataset, Segments segments) {
        Map<String, Subset> byTrack = subsets();
        Map<String, Subset> bySegment = new LinkedHashMap<>();
        dataset.tracksOf(segments.ids(), segments).forEach((segment, track) -> {
            if (byTrack.containsKey(track.id())) {
                bySegment.put(segment, byTrack.get(track.id()));
            }
        });
        return of(name + ", in segments", seed, dataset, segments, bySegment);
    }

    /**
     * The same split with a validation set taken from the training set: the same share of every label, whole artists
     * only, so that the validation set is as new to the network as the test set of an artist-disjoint split. A track of
     * an unknown artist counts as a separate artist. An artist with more tracks than the share allows is not taken; at
     * least one artist per label is. If all training tracks of a label are by one artist, tracks are taken instead:
     * {@link #leakage()} tells it, and the test set is not touched.
     *
     * @param dataset the data set that was split
     * @param share of the training set, in (0, 1)
     * @param seed of the sampling
     * @return the split, its test set unchanged
     * @throws IllegalArgumentException if the share is out of range, there is a validation set already, or a label has
     *     only one track in the training set
     */
    public Split withValidation(Dataset dataset, double share, long seed) {
        requireShare(share);
        if (!validation.isEmpty()) {
            throw new IllegalArgumentException("there is a validation set already, of " + validation.size() + " ids");
        }
        Map<String, Subset> subsets = subsets();
        GroupSampler.of(tracks(dataset, Subset.TRAIN), share, seed).forEach(id -> subsets.put(id, Subset.VALIDATION));
        BigDecimal percent = BigDecimal.valueOf(100 * share).round(new MathContext(2));
        String addition =
                ", " + percent.stripTrailingZeros().toPlainString() + " % of train to validation (seed " + seed + ")";
        return of(name + addition, this.seed, dataset, segments, subsets);
    }

    /**
     * The same split with the tracks of each group in one subset: for tracks with the same samples ({@link
     * IntegrityReport#duplicates}) or of one artist ({@link Dataset#artistGroups}) that the split separated. If a group
     * is named after a track in the split, the group goes to that track's subset; otherwise to the first of training,
     * validation and test set that has a track of the group. Call this last, after {@link #withValidation}: the sizes
     * of the subsets change.
     *
     * @param dataset the data set that was split
     * @param groups track id → group; other tracks have no group
     * @return the split
     * @throws IllegalArgumentException if segments of one track are in several subsets, or no track is left for
     *     training or test
     */
    public Split keepingGroups(Dataset dataset, Map<String, String> groups) {
        if (sharesTracks()) {
            throw new IllegalArgumentException(
                    "groups cannot be kept together in a split that separates segments of a track: " + this);
        }
        Map<String, Subset> subsets = subsets();
        Map<String, Subset> byGroup = new HashMap<>();
        Map<String, Subset> together = new LinkedHashMap<>();
        Map<String, Track> tracks = dataset.tracksOf(subsets.keySet(), segments);
        UnaryOperator<String> group = track -> groups.getOrDefault(track, track);
        tracks.forEach((id, track) -> byGroup.putIfAbsent(group.apply(track.id()), subsets.get(id)));
        tracks.forEach((id, track) -> byGroup.replace(track.id(), subsets.get(id)));
        tracks.forEach((id, track) -> together.put(id, byGroup.get(group.apply(track.id()))));
        return of(name + ", groups together", seed, dataset, segments, together);
    }

    static void requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be in (0, 1), got " + share);
        }
    }

    private Map<String, Subset> subsets() {
        Map<String, Subset> subsets = new LinkedHashMap<>();
        for (Subset subset : Subset.values()) {
            ids(subset).forEach(id -> subsets.put(id, subset));
        }
        return subsets;
    }

    /**
     * Whether a track has segments both in training and in a held-out subset.
     *
     * @return true if at least one has
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

    /** The track of each id of a subset, in order. */
    Map<String, Track> tracks(Dataset dataset, Subset subset) {
        return dataset.tracksOf(ids(subset), segments);
    }

    /**
     * The subset of an id.
     *
     * @param id a track, or a segment in a split of segments
     * @return its subset; empty if it is in none
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
     * The number of ids per label and subset.
     *
     * @param dataset the data set that was split
     * @return label → subset → count, labels in the data set's order, every subset included
     * @throws IllegalArgumentException if the track of an id is not in the data set
     */
    public Map<String, Map<Subset, Integer>> counts(Dataset dataset) {
        Map<String, Map<Subset, Integer>> counts = new LinkedHashMap<>();
        for (String label : dataset.labels()) {
            Map<Subset, Integer> row = new EnumMap<>(Subset.class);
            List.of(Subset.values()).forEach(subset -> row.put(subset, 0));
            counts.put(label, row);
        }
        for (Subset subset : Subset.values()) {
            tracks(dataset, subset).values().forEach(track -> counts.get(track.label())
                    .merge(subset, 1, Integer::sum));
        }
        return counts;
    }

    /**
     * The split in plain sentences: the sizes of its subsets, and what they share.
     *
     * @return such as {@code 60 tracks for training, 20 for validation and 20 for the test. 24 of the 40 held-out tracks
     *     (60.0 %) have a track by their artist in training.}
     */
    public String summary() {
        String validated = validation.isEmpty()
                ? " and none for validation: nothing is left to choose an epoch or a setting by"
                : String.format(Locale.ROOT, " and %,d for validation", validation.size());
        return String.format(
                        Locale.ROOT,
                        "%s for training, %,d for the test%s. ",
                        Phrases.count(train.size(), segments.trackIds().isEmpty() ? "track" : "segment"),
                        test.size(),
                        validated)
                + leakage.summary();
    }

    @Override
    public String toString() {
        return "Split[" + name + ", seed " + seed + ": " + train.size() + " train, " + validation.size()
                + " validation, " + test.size() + " test; " + leakage + "]";
    }
}
