package io.github.jukelab.recipe;

import io.github.jukelab.Require;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.dataset.Track;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How tracks are split into training and test set, from the articles' splits to stricter ones.
 *
 * <p>Notebook: 05-two-genres-mp3
 */
public enum SplitRule {
    /** The split of the recipe's article, one split. */
    ARTICLE {
        @Override
        List<Split> baseSplits(Recipe recipe, Dataset dataset, Segments segments, long seed) {
            return List.of(recipe.split(dataset, segments, seed));
        }
    },
    /** Five folds of tracks at random, or fewer if a label has fewer artists; each is the test set once. */
    TRACK {
        @Override
        List<Split> baseSplits(Recipe recipe, Dataset dataset, Segments segments, long seed) {
            return Splits.kFold(dataset, usualFolds(dataset), seed);
        }
    },
    /**
     * The artist-disjoint folds that the data set declares; each is the test set once. If it has artists but no folds,
     * five folds of whole artists. For own recordings, a group such as a speaker or a session stands for the artist; for
     * cats and dogs, a recording. On the command line: {@code group}.
     */
    ARTIST {
        @Override
        List<Split> baseSplits(Recipe recipe, Dataset dataset, Segments segments, long seed) {
            boolean declared =
                    !dataset.info().folds().isEmpty() || dataset.artists().isEmpty();
            return declared ? Splits.artistFolds(dataset) : Splits.artistFolds(dataset, usualFolds(dataset), seed);
        }
    },
    /** The published fault-filtered lists, one split. */
    FILTERED {
        @Override
        List<Split> baseSplits(Recipe recipe, Dataset dataset, Segments segments, long seed) {
            return List.of(Splits.faultFiltered(dataset));
        }
    },
    /** The folders {@code train} and {@code test} of own recordings, one split. */
    FOLDERS {
        @Override
        List<Split> baseSplits(Recipe recipe, Dataset dataset, Segments segments, long seed) {
            return List.of(Splits.byFolders(dataset));
        }
    };

    private static final int FOLDS = 5;
    static final double VALIDATION = 0.2;

    /**
     * The rule to use if none is named.
     *
     * @param dataset the tracks
     * @return {@link #FOLDERS} if the recordings lie in folders {@code train} and {@code test}; else {@link #ARTIST} if
     *     an artist is known, else {@link #TRACK}
     */
    public static SplitRule defaultFor(Dataset dataset) {
        if (Splits.hasSubsetFolders(dataset)) {
            return FOLDERS;
        }
        return dataset.artists().isEmpty() ? TRACK : ARTIST;
    }

    /**
     * The rule for {@linkplain #folds folds} if none is named.
     *
     * @param dataset the tracks
     * @return {@link #ARTIST} if an artist is known, else {@link #TRACK}
     */
    public static SplitRule defaultForFolds(Dataset dataset) {
        return dataset.artists().isEmpty() ? TRACK : ARTIST;
    }

    /**
     * Folds of tracks or of whole groups, each the test set once. They are always made here, also for a data set that
     * declares its own, label by label, so that every fold has tracks of each label. A fifth of each training set
     * becomes the validation set.
     *
     * @param dataset the tracks
     * @param k the number of folds, at least 2
     * @param seed of the shuffling
     * @return k splits; each track is in one test set
     * @throws IllegalArgumentException if k is less than 2, this is neither {@link #TRACK} nor {@link #ARTIST}, or a
     *     label has too few tracks or groups; the message says how many
     */
    public List<Split> folds(Dataset dataset, int k, long seed) {
        Require.atLeast("folds", 2, k);
        if (this != TRACK && this != ARTIST) {
            throw new IllegalArgumentException(
                    "folds are of tracks or groups, but the split by " + this + " has a fixed test set");
        }
        if (this == ARTIST && dataset.artists().isEmpty()) {
            throw new IllegalArgumentException("no group is known of these tracks: folds by track are possible");
        }
        requireGroups(dataset, k);
        List<Split> folds = this == TRACK ? Splits.kFold(dataset, k, seed) : Splits.artistFolds(dataset, k, seed);
        return folds.stream()
                .map(split -> named(split.withValidation(dataset, VALIDATION, seed)))
                .toList();
    }

    /** Own recordings have groups, which need not be artists. */
    private static Split named(Split split) {
        return new Split(
                split.name().replaceFirst("^by artist", "by " + ARTIST),
                split.seed(),
                split.train(),
                split.validation(),
                split.test(),
                split.leakage());
    }

    /**
     * Checks that there are such folds, before sounds are read.
     *
     * @param dataset the tracks
     * @param k the number of folds
     * @param seed of the shuffling
     * @throws IllegalArgumentException as by {@link #folds(Dataset, int, long)}
     */
    public void checkFolds(Dataset dataset, int k, long seed) {
        try {
            folds(dataset, k, seed);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "these tracks cannot be split into " + k + " folds by " + this + ": " + e.getMessage(), e);
        }
    }

    private void requireGroups(Dataset dataset, int k) {
        Function<Track, String> group = track -> this == ARTIST ? track.artist().orElse(track.id()) : track.id();
        String few = dataset.labels().stream()
                .filter(label -> groups(dataset, label, group) < k)
                .map(label -> label + " has " + groups(dataset, label, group))
                .collect(Collectors.joining(", "));
        if (!few.isEmpty()) {
            throw new IllegalArgumentException("each of " + k + " folds needs a " + this + " of every label: " + few);
        }
    }

    private static long groups(Dataset dataset, String label, Function<Track, String> group) {
        return dataset.tracks(label).stream().map(group).distinct().count();
    }

    /**
     * Checks that there are such splits, before sounds are read. Splits of segments are not checked.
     *
     * @param recipe its article's split is used by {@link #ARTICLE}
     * @param dataset the tracks
     * @throws IllegalArgumentException if there are too few tracks, or the data set has no such lists or folders; the
     *     message names the rules that are possible
     */
    public void check(Recipe recipe, Dataset dataset) {
        Optional<String> problem = problem(recipe, dataset);
        if (problem.isPresent()) {
            List<SplitRule> possible = Arrays.stream(values())
                    .filter(rule -> rule.problem(recipe, dataset).isEmpty())
                    .toList();
            throw new IllegalArgumentException("these tracks cannot be split by " + this + ": " + problem.get()
                    + (possible.isEmpty() ? "" : ". Possible splits: " + possible));
        }
    }

    private Optional<String> problem(Recipe recipe, Dataset dataset) {
        if (this == ARTICLE && recipe.articleSplit().bySegment()) {
            return Optional.empty();
        }
        try {
            splits(recipe, dataset, Segments.NONE, 0);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * The splits. Except for the article's own, a fifth of each training set becomes the validation set.
     *
     * @param recipe its article's split is used by {@link #ARTICLE}
     * @param dataset the tracks
     * @param segments of these tracks, for an article that splits segments
     * @param seed of the shuffling
     * @return one or more; test sets are disjoint
     * @throws IllegalArgumentException if there are too few tracks, or the data set has no such lists
     */
    public List<Split> splits(Recipe recipe, Dataset dataset, Segments segments, long seed) {
        return baseSplits(recipe, dataset, segments, seed).stream()
                .map(split -> this == ARTICLE || !split.validation().isEmpty()
                        ? split
                        : split.withValidation(dataset, VALIDATION, seed))
                .toList();
    }

    abstract List<Split> baseSplits(Recipe recipe, Dataset dataset, Segments segments, long seed);

    /** Five, or fewer if a label has fewer artists; a track of an unknown artist counts as an artist of its own. */
    private static int usualFolds(Dataset dataset) {
        long fewest = dataset.labels().stream()
                .mapToLong(
                        label -> groups(dataset, label, track -> track.artist().orElse(track.id())))
                .min()
                .orElseThrow();
        return (int) Math.max(2, Math.min(FOLDS, fewest));
    }

    /**
     * Its name in run cards and in names of result files.
     *
     * @return {@code article}, {@code song}, {@code artist}, {@code filtered} or {@code folders}; never changed
     */
    public String id() {
        return this == TRACK ? "song" : name().toLowerCase(Locale.ROOT);
    }

    /** As on the command line: {@code article}, {@code track}, {@code group}, {@code filtered} or {@code folders}. */
    @Override
    public String toString() {
        return this == ARTIST ? "group" : name().toLowerCase(Locale.ROOT);
    }
}
