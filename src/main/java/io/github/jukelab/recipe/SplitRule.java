package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Splits;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
            return Splits.kFold(dataset, folds(dataset), seed);
        }
    },
    /**
     * The artist-disjoint folds that the data set declares; each is the test set once. If it has artists but no folds,
     * five folds of whole artists. For cats and dogs, the files of one recording count as one artist.
     */
    ARTIST {
        @Override
        List<Split> baseSplits(Recipe recipe, Dataset dataset, Segments segments, long seed) {
            boolean declared =
                    !dataset.info().folds().isEmpty() || dataset.artists().isEmpty();
            return declared ? Splits.artistFolds(dataset) : Splits.artistFolds(dataset, folds(dataset), seed);
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
    private static final double VALIDATION = 0.2;

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
    private static int folds(Dataset dataset) {
        long fewest = dataset.labels().stream()
                .mapToLong(label -> dataset.tracks(label).stream()
                        .map(track -> track.artist().orElse(track.id()))
                        .distinct()
                        .count())
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
        return this == TRACK ? "song" : toString();
    }

    /** In lower case, as on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
