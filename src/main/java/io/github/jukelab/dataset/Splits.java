package io.github.jukelab.dataset;

import io.github.jukelab.Require;
import io.github.jukelab.SplitMix64;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
 * The ways to split a data set, from the leakiest to the strictest: {@linkplain #bySegment segments at random},
 * {@linkplain #stratified tracks at random}, {@linkplain #artistFolds artist-disjoint folds}, {@linkplain
 * #faultFiltered the fault-filtered lists}. {@link Split#ofSegments} turns a split of tracks into one of their
 * segments; {@link Split#withValidation} adds a validation set.
 *
 * <p>A split needs at least two labels, and a split of tracks at least one track of each label in each subset.
 * Otherwise an exception names the labels.
 *
 * <p>Notebook: 04-mel-windows
 */
public final class Splits {

    private Splits() {}

    /**
     * Tracks at random with the same shares of every label; each subset is in random order. An artist may be in several
     * subsets: see {@link Split#leakage()}.
     *
     * @param dataset the data set to split
     * @param ratio the share of each subset
     * @param seed of the shuffling
     * @return the split, by track
     * @throws IllegalArgumentException if there are too few labels, or too few tracks of a label
     */
    public static Split stratified(Dataset dataset, SplitRatio ratio, long seed) {
        requireTracks(dataset, ratio.subsets().size());
        Map<String, Subset> subsets = new LinkedHashMap<>();
        for (String label : dataset.labels()) {
            List<String> tracks = shuffled(dataset, label, seed);
            List<Subset> assigned = ratio.assign(tracks.size());
            IntStream.range(0, tracks.size()).forEach(i -> subsets.put(tracks.get(i), assigned.get(i)));
        }
        String shares = ratio.text(dataset.labels().stream()
                .map(label -> dataset.tracks(label).size())
                .toList());
        Map<String, Subset> shuffled = new LinkedHashMap<>();
        SplitMix64.of(seed, "order")
                .shuffled(subsets.keySet())
                .forEach(track -> shuffled.put(track, subsets.get(track)));
        return Split.of("by track, stratified " + shares, seed, dataset, Segments.NONE, shuffled);
    }

    /**
     * Tracks assigned to k folds, stratified by label. Each fold is the test set once; the others are the training set.
     *
     * @param dataset the data set to split
     * @param k the number of folds, at least 2
     * @param seed of the shuffling
     * @return k splits, by track, without validation set
     * @throws IllegalArgumentException if k is below 2, there are too few labels, or fewer than k tracks of a label
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
     * The artist-disjoint folds that the data set declares; each is the test set once. Tracks without a fold (in GTZAN
     * the duplicated or distorted ones) are excluded.
     *
     * @param dataset the data set to split
     * @return one split per fold (three for GTZAN and synthetic music), without validation set
     * @throws IllegalArgumentException if the data set declares no folds, or a subset has no track of a label
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
     * Whole artists assigned to k folds, for a data set with artists but without declared folds. Label by label, beginning
     * with that of the fewest artists, each artist goes to the fold with the fewest tracks of the label so far. A track of an unknown artist counts as a
     * separate artist.
     *
     * @param dataset the data set to split
     * @param k the number of folds, at least 2
     * @param seed of the shuffling
     * @return k splits, without validation set; no artist is in two folds
     * @throws IllegalArgumentException if k is below 2, there are too few labels, or too few artists of a label for
     *     both subsets
     */
    public static List<Split> artistFolds(Dataset dataset, int k, long seed) {
        requireFolds(k);
        requireTracks(dataset, k);
        Map<String, Integer> byArtist = new HashMap<>();
        for (String label : byNumberOfArtists(dataset)) {
            assignArtists(dataset, label, k, seed, byArtist);
        }
        Map<String, Integer> folds = new LinkedHashMap<>();
        for (String label : dataset.labels()) {
            shuffledTracks(dataset, label, seed)
                    .forEach(track -> folds.put(track.id(), byArtist.get(artist(track)) + 1));
        }
        return folds(dataset, folds, k, seed, "by artist, fold %d of " + k);
    }

    private static String artist(Track track) {
        return track.artist().orElse(track.id());
    }

    /** The labels, those of the fewest artists first, since they leave the least choice. */
    private static List<String> byNumberOfArtists(Dataset dataset) {
        return dataset.labels().stream()
                .sorted(Comparator.comparingLong(label -> dataset.tracks(label).stream()
                        .map(Splits::artist)
                        .distinct()
                        .count()))
                .toList();
    }

    /** Assigns the artists of a label that have no fold yet; those that have one count from the start. */
    private static void assignArtists(Dataset dataset, String label, int k, long seed, Map<String, Integer> byArtist) {
        Set<String> before = Set.copyOf(byArtist.keySet());
        int[] tracks = new int[k];
        dataset.tracks(label).stream()
                .map(Splits::artist)
                .filter(before::contains)
                .forEach(artist -> tracks[byArtist.get(artist)]++);
        for (Track track : shuffledTracks(dataset, label, seed)) {
            if (!before.contains(artist(track))) {
                tracks[byArtist.computeIfAbsent(artist(track), artist -> smallestFold(tracks))]++;
            }
        }
    }

    private static int smallestFold(int[] tracks) {
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
     * The published fault-filtered lists (for GTZAN 443 training, 197 validation and 290 test tracks); tracks on none
     * are excluded.
     *
     * @param dataset the data set to split
     * @return the split, by track
     * @throws IllegalArgumentException if the data set has no such lists, or a subset has no track of a label
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
     * The tracks of a validation set when all others are for training and none for a test, sampled as by {@link
     * Split#withValidation}.
     *
     * @param dataset the tracks
     * @param share of each label, in (0, 1)
     * @param seed of the sampling
     * @return track ids, at least one of each label
     * @throws IllegalArgumentException if the share is out of range or a label has only one track
     */
    public static List<String> validation(Dataset dataset, double share, long seed) {
        Split.requireShare(share);
        return GroupSampler.of(dataset.tracksOf(dataset.trackIds()), share, seed);
    }

    /**
     * The split that an {@link AudioFolder} has in its folders: files below {@code train} are the training set, and so
     * on. A track of an unknown subset cannot be there.
     *
     * @param dataset with folders {@code train} and {@code test}, above or below those of the labels
     * @return the split, by track; with a validation set if there are folders {@code validation}
     * @throws IllegalArgumentException if there are no such folders, or a label has no track for training or test
     */
    public static Split byFolders(Dataset dataset) {
        if (!hasSubsetFolders(dataset)) {
            throw new IllegalArgumentException(dataset + " has no folders named train and test");
        }
        Map<String, Subset> subsets = subsetFolders(dataset);
        requireEverywhere(dataset, subsets, List.of(Subset.TRAIN, Subset.TEST), "the split by folders");
        return Split.of("by folders", 0, dataset, Segments.NONE, subsets);
    }

    /**
     * Whether the tracks of a data set lie in folders {@code train} and {@code test}, for {@link #byFolders}.
     *
     * @param dataset any
     * @return false for data sets with declared tracks, and if only one of the two folders has any
     */
    public static boolean hasSubsetFolders(Dataset dataset) {
        return subsetFolders(dataset).values().containsAll(List.of(Subset.TRAIN, Subset.TEST));
    }

    /**
     * The subset of each track by the folder that it lies in.
     *
     * @param dataset any
     * @return track id → subset, in the order of the tracks; empty if there are no such folders or tracks are declared
     */
    public static Map<String, Subset> subsetFolders(Dataset dataset) {
        FolderLayout layout = layout(dataset);
        Map<String, Subset> subsets = new LinkedHashMap<>();
        boolean folders = layout == FolderLayout.CLASSES_IN_SUBSETS || layout == FolderLayout.SUBSETS_IN_CLASSES;
        if (folders && dataset.info().tracks().isEmpty()) {
            for (Track track : dataset.tracks()) {
                layout.subset(relative(dataset, track)).ifPresent(subset -> subsets.put(track.id(), subset));
            }
        }
        return Collections.unmodifiableMap(subsets);
    }

    private static FolderLayout layout(Dataset dataset) {
        return FolderLayout.of(
                dataset.tracks().stream().map(track -> relative(dataset, track)).toList());
    }

    private static Path relative(Dataset dataset, Track track) {
        return dataset.folder().relativize(track.file());
    }

    /**
     * Segments at random, as in the article on the feature table. This split leaks: for nearly every test segment there
     * are segments of the same track in training, so the accuracy measures how well tracks are recognised, not genres.
     * Use it only to demonstrate that.
     *
     * @param dataset the data set to split
     * @param perTrack segments per track, at least 2; ids {@code <track>.0} and so on
     * @param ratio the share of each subset
     * @param seed of the shuffling
     * @return the split; its {@link Split#leakage()} lists the tracks in several subsets
     * @throws IllegalArgumentException if there are fewer than 2 segments per track or too few labels
     */
    public static Split bySegment(Dataset dataset, int perTrack, SplitRatio ratio, long seed) {
        if (perTrack < 2) {
            throw new IllegalArgumentException("segments per track must be at least 2, got " + perTrack);
        }
        return bySegment(dataset, Segments.of(dataset, perTrack), ratio, seed);
    }

    /**
     * The same for given segments, such as the rows of a table. Tracks may have different numbers of segments.
     *
     * @param dataset the tracks of the segments, and perhaps others
     * @param segments at least one per subset
     * @param ratio the share of each subset
     * @param seed of the shuffling
     * @return the split; its {@link Split#leakage()} lists the tracks in several subsets
     * @throws IllegalArgumentException if a segment has no track in the data set, or there are too few segments or
     *     labels
     */
    public static Split bySegment(Dataset dataset, Segments segments, SplitRatio ratio, long seed) {
        requireTracks(dataset, 1);
        List<String> shuffled = SplitMix64.of(seed, "rows").shuffled(segments.ids());
        List<Subset> assigned = ratio.assign(shuffled.size());
        Map<String, Subset> subsets = new LinkedHashMap<>();
        for (int i = 0; i < shuffled.size(); i++) {
            subsets.put(shuffled.get(i), assigned.get(i));
        }
        return Split.of(
                "BY SEGMENT, tracks leak, " + ratio.text(List.of(shuffled.size())), seed, dataset, segments, subsets);
    }

    /**
     * All protocols for these tracks, from the leakiest to the strictest: {@code tracks at random}, repeated; {@code
     * artist folds}; {@code fault-filtered lists}. A protocol is omitted if the data set does not declare it or has too
     * few of its tracks.
     *
     * @param dataset the data set to split
     * @param ratio the share of each subset, for tracks at random
     * @param repeats number of random splits, at least 1, with increasing seeds
     * @param seed of the first random split
     * @return name → splits, in this order
     * @throws IllegalArgumentException if {@code repeats} is less than 1, there are too few labels, or too few tracks
     *     of a label for a random split
     */
    public static Map<String, List<Split>> protocols(Dataset dataset, SplitRatio ratio, int repeats, long seed) {
        Map<String, List<Split>> protocols = new LinkedHashMap<>();
        protocols.put("tracks at random", repeated(repeats, seed, next -> stratified(dataset, ratio, next)));
        if (coversEveryLabel(dataset, dataset.info().folds())) {
            protocols.put("artist folds", artistFolds(dataset));
        }
        if (coversEveryLabel(dataset, dataset.info().faultFiltered())) {
            protocols.put("fault-filtered lists", List.of(faultFiltered(dataset)));
        }
        return protocols;
    }

    /**
     * The same for segments of tracks, with {@code segments at random} first. In all other protocols the segments of a
     * track stay together.
     *
     * @param dataset the tracks
     * @param segments of these tracks, such as the rows of a table
     * @param ratio the share of each subset, for segments and tracks at random
     * @param repeats number of random splits, at least 1, with increasing seeds
     * @param seed of the first random split
     * @return name → splits, in this order
     * @throws IllegalArgumentException if {@code repeats} is less than 1, a segment has no track in the data set, or
     *     there are too few labels, tracks or segments
     */
    public static Map<String, List<Split>> protocols(
            Dataset dataset, Segments segments, SplitRatio ratio, int repeats, long seed) {
        Map<String, List<Split>> protocols = new LinkedHashMap<>();
        protocols.put("segments at random", repeated(repeats, seed, next -> bySegment(dataset, segments, ratio, next)));
        protocols(dataset, ratio, repeats, seed)
                .forEach((name, splits) -> protocols.put(
                        name,
                        splits.stream()
                                .map(split -> split.ofSegments(dataset, segments))
                                .toList()));
        return protocols;
    }

    private static List<Split> repeated(int repeats, long seed, LongFunction<Split> split) {
        Require.atLeast("repeats", 1, repeats);
        return LongStream.range(seed, seed + repeats).mapToObj(split).toList();
    }

    /** Whether each label has a track in every fold or subset of the list; false if the list is empty. */
    private static boolean coversEveryLabel(Dataset dataset, Map<String, ?> list) {
        Set<Object> parts = new HashSet<>(list.values());
        return !parts.isEmpty()
                && dataset.labels().stream().allMatch(label -> dataset.tracks(label).stream()
                        .map(track -> list.get(track.id()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())
                        .equals(parts));
    }

    private static List<Split> folds(Dataset dataset, Map<String, Integer> folds, int k, long seed, String name) {
        List<Split> splits = new ArrayList<>();
        for (int fold = 1; fold <= k; fold++) {
            int testFold = fold;
            Map<String, Subset> subsets = new LinkedHashMap<>();
            folds.forEach((track, trackFold) -> subsets.put(track, trackFold == testFold ? Subset.TEST : Subset.TRAIN));
            String foldName = String.format(Locale.ROOT, name, fold);
            requireEverywhere(dataset, subsets, List.of(Subset.TRAIN, Subset.TEST), "the split " + foldName);
            splits.add(Split.of(foldName, seed, dataset, Segments.NONE, subsets));
        }
        return splits;
    }

    private static List<String> shuffled(Dataset dataset, String label, long seed) {
        return shuffledTracks(dataset, label, seed).stream().map(Track::id).toList();
    }

    private static List<Track> shuffledTracks(Dataset dataset, String label, long seed) {
        return SplitMix64.of(seed, label).shuffled(dataset.tracks(label));
    }

    private static void requireTracks(Dataset dataset, int minimum) {
        if (dataset.labels().size() < 2) {
            throw new IllegalArgumentException("training needs tracks of at least two labels, got only "
                    + String.join(", ", dataset.labels()) + " in " + dataset
                    + "; recordings of a class belong into a folder of its own");
        }
        requireNone(
                dataset,
                label -> dataset.tracks(label).size() < minimum,
                "too few tracks for " + minimum + " subsets",
                label -> label + " has " + dataset.tracks(label).size());
    }

    private static void requireEverywhere(
            Dataset dataset, Map<String, Subset> subsets, List<Subset> wanted, String name) {
        requireTracks(dataset, 1);
        requireNone(
                dataset,
                label -> !missing(dataset, subsets, wanted, label).isEmpty(),
                "too few tracks for " + name,
                label -> label + " has none for " + String.join(" and ", missing(dataset, subsets, wanted, label))
                        + artists(dataset.tracks(label)));
    }

    private static String artists(List<Track> tracks) {
        long artists = tracks.stream().map(Track::artist).distinct().count();
        boolean known = tracks.stream().allMatch(track -> track.artist().isPresent());
        return known ? " (" + tracks.size() + " tracks of " + artists + (artists == 1 ? " artist)" : " artists)") : "";
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

    private static void requireNone(
            Dataset dataset, Predicate<String> invalid, String problem, Function<String, String> reason) {
        List<String> labels =
                dataset.labels().stream().filter(invalid).map(reason).toList();
        if (!labels.isEmpty()) {
            throw new IllegalArgumentException(problem + ": " + String.join("; ", labels)
                    + ". Add tracks, or drop these labels with withLabels(…)");
        }
    }
}
