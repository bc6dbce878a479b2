package io.github.jukelab.dataset;

import io.github.jukelab.SplitMix64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The ways to split a data set, from leaky to honest: {@linkplain #bySegment rows at random}, {@linkplain #stratified tracks at
 * random}, {@linkplain #artistFolds artist-disjoint folds}, {@linkplain #faultFiltered the fault-filtered lists}. {@link
 * Split#ofSegments} makes the same of segments; {@link Split#withValidation} adds a subset to choose the best epoch by.
 *
 * <p>All need at least two labels, and of every label at least one track on each subset; if there are fewer, the message
 * names the labels.
 *
 * <p>Notebook: 04-mel-windows
 */
public final class Splits {

    private Splits() {}

    /**
     * Tracks at random, the same shares of every label, each subset in random order. Artists may cross: see {@link
     * Split#leakage()}.
     *
     * @param dataset what to split
     * @param shares of each subset
     * @param seed of the shuffling
     * @return the split, by track
     * @throws IllegalArgumentException if there are too few labels, or too few tracks of one
     */
    public static Split stratified(Dataset dataset, SplitRatio shares, long seed) {
        requireTracks(dataset, shares.subsets().size());
        Map<String, Subset> subsets = new LinkedHashMap<>();
        for (String label : dataset.labels()) {
            List<String> tracks = shuffled(dataset, label, seed);
            List<Subset> assigned = shares.assign(tracks.size());
            IntStream.range(0, tracks.size()).forEach(i -> subsets.put(tracks.get(i), assigned.get(i)));
        }
        Map<String, Subset> mixed = new LinkedHashMap<>();
        SplitMix64.of(seed, "order").shuffled(subsets.keySet()).forEach(track -> mixed.put(track, subsets.get(track)));
        return Split.of("by track, stratified " + words(shares), seed, dataset, Segments.NONE, mixed);
    }

    /**
     * Tracks assigned to k folds, stratified by label; each fold is the test set once, the others are for training.
     *
     * @param dataset what to split
     * @param k the number of folds, at least 2
     * @param seed of the shuffling
     * @return k splits, by track, without validation set
     * @throws IllegalArgumentException if k is below 2, there are too few labels, or fewer than k tracks of one
     */
    public static List<Split> kFold(Dataset dataset, int k, long seed) {
        requireFolds(k);
        requireTracks(dataset, k);
        Map<String, Integer> folds = new LinkedHashMap<>();
        for (String label : dataset.labels()) {
            shuffled(dataset, label, seed).forEach(track -> folds.put(track, folds.size() % k + 1));
        }
        return folds(dataset, folds, k, seed, "by track, fold %d of " + k);
    }

    /**
     * The artist-disjoint folds that the data set declares; each is the test set once. Tracks without a fold (in GTZAN:
     * repeated or distorted ones) are left out.
     *
     * @param dataset what to split
     * @return one split per fold (three for GTZAN and the stand-in), without validation set
     * @throws IllegalArgumentException if the data set declares no folds, or a label is missing on a subset
     */
    public static List<Split> artistFolds(Dataset dataset) {
        Map<String, Integer> folds = new LinkedHashMap<>();
        dataset.tracks().stream()
                .map(Track::id)
                .filter(dataset.info().folds()::containsKey)
                .forEach(track -> folds.put(track, dataset.info().folds().get(track)));
        if (folds.isEmpty()) {
            throw new IllegalArgumentException(dataset.title() + " declares no artist folds for these tracks");
        }
        int k = folds.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return folds(dataset, folds, k, 0, "by artist, fold %d of " + k);
    }

    /**
     * Whole artists assigned to k folds, for a data set that knows artists and declares no folds: label by label, each artist
     * to the fold that has the fewest tracks of the label so far. Tracks of unknown artists go one by one.
     *
     * @param dataset what to split
     * @param k the number of folds, at least 2
     * @param seed of the shuffling
     * @return k splits, without validation set; no artist is in two folds
     * @throws IllegalArgumentException if k is below 2, there are too few labels, or a label has too few artists to be on
     *     both subsets
     */
    public static List<Split> artistFolds(Dataset dataset, int k, long seed) {
        requireFolds(k);
        requireTracks(dataset, k);
        Map<String, String> artists = dataset.artistGroups();
        Map<String, Integer> folds = new LinkedHashMap<>();
        Map<String, Integer> ofArtist = new HashMap<>();
        for (String label : dataset.labels()) {
            int[] tracks = new int[k];
            for (String track : shuffled(dataset, label, seed)) {
                int fold = ofArtist.computeIfAbsent(artists.getOrDefault(track, track), artist -> fewest(tracks));
                tracks[fold]++;
                folds.put(track, fold + 1);
            }
        }
        return folds(dataset, folds, k, seed, "by artist, fold %d of " + k);
    }

    private static int fewest(int[] tracks) {
        return IntStream.range(0, tracks.length)
                .boxed()
                .min(Comparator.comparingInt(fold -> tracks[fold]))
                .orElseThrow();
    }

    private static void requireFolds(int k) {
        if (k < 2) {
            throw new IllegalArgumentException("k must be at least 2, got " + k);
        }
    }

    /**
     * The published fault-filtered lists (for GTZAN 443 training, 197 validation and 290 test tracks); tracks on none are
     * left out.
     *
     * @param dataset what to split
     * @return the split, by track
     * @throws IllegalArgumentException if the data set has no such lists, or a label is missing on a subset
     * @see <a href="https://arxiv.org/abs/1507.04761">Kereliuk, Sturm, Larsen: Deep learning and music adversaries</a>
     */
    public static Split faultFiltered(Dataset dataset) {
        Map<String, Subset> lists = dataset.info().faultFiltered();
        if (lists.isEmpty()) {
            throw new IllegalArgumentException(dataset.title() + " has no fault-filtered lists");
        }
        Map<String, Subset> subsets = new LinkedHashMap<>();
        dataset.tracks().stream()
                .map(Track::id)
                .filter(lists::containsKey)
                .forEach(track -> subsets.put(track, lists.get(track)));
        requireEverywhere(dataset, subsets, List.of(Subset.values()), "the fault-filtered lists");
        return Split.of("fault-filtered lists", 0, dataset, Segments.NONE, subsets);
    }

    /**
     * Segments of tracks at random, as the article on the feature table does. It leaks: nearly every test segment has
     * neighbours from its own track in training, so the accuracy says how well tracks are recognised again, not genres.
     * For showing that, and nothing else.
     *
     * @param dataset what to split
     * @param each segments per track, at least 2; ids {@code <track>.0} and so on
     * @param shares of each subset
     * @param seed of the shuffling
     * @return the split; its {@link Split#leakage()} counts the tracks in several subsets
     * @throws IllegalArgumentException if there are fewer than 2 segments or too few labels
     */
    public static Split bySegment(Dataset dataset, int each, SplitRatio shares, long seed) {
        if (each < 2) {
            throw new IllegalArgumentException("segments per track must be at least 2, got " + each);
        }
        return bySegment(dataset, Segments.of(dataset, each), shares, seed);
    }

    /**
     * The same of given segments, such as the rows of a table: tracks need not have equally many.
     *
     * @param dataset the tracks they were cut from, and perhaps others
     * @param segments at least as many as there are subsets
     * @param shares of each subset
     * @param seed of the shuffling
     * @return the split; its {@link Split#leakage()} counts the tracks in several subsets
     * @throws IllegalArgumentException if a segment has no track in the data set, or there are too few segments or labels
     */
    public static Split bySegment(Dataset dataset, Segments segments, SplitRatio shares, long seed) {
        requireTracks(dataset, 1);
        List<String> mixed = SplitMix64.of(seed, "rows").shuffled(segments.ids());
        List<Subset> assigned = shares.assign(mixed.size());
        Map<String, Subset> subsets = new LinkedHashMap<>();
        for (int i = 0; i < mixed.size(); i++) {
            subsets.put(mixed.get(i), assigned.get(i));
        }
        return Split.of("BY SEGMENT, tracks leak, " + words(shares), seed, dataset, segments, subsets);
    }

    /**
     * All the ways to split these tracks, from leaky to honest: {@code tracks at random}, several times; {@code artist
     * folds}; {@code fault-filtered lists}. What the data set does not declare, or these tracks are too few for, is not
     * among them.
     *
     * @param dataset what to split
     * @param shares of each subset, for tracks at random
     * @param repeats how often tracks are parted at random, at least 1, with seeds that count up
     * @param seed of the first time
     * @return name → splits, in this order
     * @throws IllegalArgumentException if there are no repeats, too few labels, or too few tracks of one to be parted at
     *     random
     */
    public static Map<String, List<Split>> protocols(Dataset dataset, SplitRatio shares, int repeats, long seed) {
        Map<String, List<Split>> protocols = new LinkedHashMap<>();
        protocols.put("tracks at random", repeated(repeats, seed, each -> stratified(dataset, shares, each)));
        if (coversEveryLabel(dataset, dataset.info().folds())) {
            protocols.put("artist folds", artistFolds(dataset));
        }
        if (coversEveryLabel(dataset, dataset.info().faultFiltered())) {
            protocols.put("fault-filtered lists", List.of(faultFiltered(dataset)));
        }
        return protocols;
    }

    /**
     * The same for segments of tracks, with {@code segments at random} first. In all others the segments of a track stay together.
     *
     * @param dataset the tracks
     * @param segments of these tracks, such as the rows of a table
     * @param shares of each subset, for segments and tracks at random
     * @param repeats how often they are parted at random, at least 1, with seeds that count up
     * @param seed of the first time
     * @return name → splits, in this order
     * @throws IllegalArgumentException if there are no repeats, a segment has no track in the data set or comes twice, or there
     *     are too few labels, tracks or segments
     */
    public static Map<String, List<Split>> protocols(
            Dataset dataset, Segments segments, SplitRatio shares, int repeats, long seed) {
        Map<String, List<Split>> protocols = new LinkedHashMap<>();
        protocols.put(
                "segments at random", repeated(repeats, seed, each -> bySegment(dataset, segments, shares, each)));
        protocols(dataset, shares, repeats, seed)
                .forEach((name, splits) -> protocols.put(
                        name,
                        splits.stream()
                                .map(split -> split.ofSegments(dataset, segments))
                                .toList()));
        return protocols;
    }

    private static List<Split> repeated(int repeats, long seed, LongFunction<Split> split) {
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats must be at least 1, got " + repeats);
        }
        return LongStream.range(seed, seed + repeats).mapToObj(split).toList();
    }

    /** Whether each label has a track wherever the list sends any; not if there is no list. */
    private static boolean coversEveryLabel(Dataset dataset, Map<String, ?> list) {
        Set<Object> places = new HashSet<>(list.values());
        return !places.isEmpty()
                && dataset.labels().stream().allMatch(label -> dataset.tracks(label).stream()
                        .map(track -> list.get(track.id()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())
                        .equals(places));
    }

    private static List<Split> folds(Dataset dataset, Map<String, Integer> folds, int k, long seed, String name) {
        List<Split> splits = new ArrayList<>();
        for (int fold = 1; fold <= k; fold++) {
            int out = fold;
            Map<String, Subset> subsets = new LinkedHashMap<>();
            folds.forEach((track, in) -> subsets.put(track, in == out ? Subset.TEST : Subset.TRAIN));
            String foldName = String.format(Locale.ROOT, name, fold);
            requireEverywhere(dataset, subsets, List.of(Subset.TRAIN, Subset.TEST), foldName);
            splits.add(Split.of(foldName, seed, dataset, Segments.NONE, subsets));
        }
        return splits;
    }

    private static List<String> shuffled(Dataset dataset, String label, long seed) {
        return SplitMix64.of(seed, label)
                .shuffled(dataset.tracks(label).stream().map(Track::id).toList());
    }

    private static String words(SplitRatio shares) {
        return String.format(
                Locale.ROOT, "%.0f/%.0f/%.0f", 100 * shares.train(), 100 * shares.validation(), 100 * shares.test());
    }

    private static void requireTracks(Dataset dataset, int each) {
        if (dataset.labels().size() < 2) {
            throw new IllegalArgumentException("training needs tracks of at least two labels, got only "
                    + String.join(", ", dataset.labels()) + " in " + dataset);
        }
        refuse(
                dataset,
                label -> dataset.tracks(label).size() < each,
                "too few tracks for " + each + " subsets",
                label -> label + " has " + dataset.tracks(label).size());
    }

    private static void requireEverywhere(
            Dataset dataset, Map<String, Subset> subsets, List<Subset> wanted, String name) {
        requireTracks(dataset, 1);
        refuse(
                dataset,
                label -> !missing(dataset, subsets, wanted, label).isEmpty(),
                "too few tracks for " + name,
                label -> label + " has none for " + String.join(" and ", missing(dataset, subsets, wanted, label)));
    }

    private static List<String> missing(
            Dataset dataset, Map<String, Subset> subsets, List<Subset> wanted, String label) {
        Set<Subset> present = dataset.tracks(label).stream()
                .map(track -> subsets.get(track.id()))
                .collect(Collectors.toSet());
        return wanted.stream()
                .filter(subset -> !present.contains(subset))
                .map(Subset::toString)
                .toList();
    }

    private static void refuse(Dataset dataset, Predicate<String> poor, String what, Function<String, String> why) {
        List<String> labels = dataset.labels().stream().filter(poor).map(why).toList();
        if (!labels.isEmpty()) {
            throw new IllegalArgumentException(
                    what + ": " + String.join("; ", labels) + ". Add tracks, or drop these labels with withLabels(…)");
        }
    }
}
