package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.input.Examples;
import java.util.List;
import java.util.Locale;

/**
 * How tracks are dealt to training and test, from the articles' ways to the honest ones.
 *
 * <p>Notebook: 05-two-genres-mp3
 */
public enum SplitRule {
    /** As the recipe's article does, one split. */
    ARTICLE {
        @Override
        List<Split> dealt(Recipe recipe, Dataset dataset, Examples examples, long seed) {
            return List.of(recipe.split(dataset, examples.segments(), seed));
        }
    },
    /** Tracks at random to five folds, or as many as the rarest label has artists; each is the test set once. */
    TRACK {
        @Override
        List<Split> dealt(Recipe recipe, Dataset dataset, Examples examples, long seed) {
            return Splits.kFold(dataset, folds(dataset), seed);
        }
    },
    /**
     * The artist-disjoint folds that the data set declares; each is the test set once. Where it declares artists and no
     * folds, five folds of whole artists; what is known of cats and dogs in place of artists is
     * which files are of one recording.
     */
    ARTIST {
        @Override
        List<Split> dealt(Recipe recipe, Dataset dataset, Examples examples, long seed) {
            boolean declared =
                    !dataset.info().folds().isEmpty() || dataset.artists().isEmpty();
            return declared ? Splits.artistFolds(dataset) : Splits.artistFolds(dataset, folds(dataset), seed);
        }
    },
    /** The published fault-filtered lists, one split. */
    FILTERED {
        @Override
        List<Split> dealt(Recipe recipe, Dataset dataset, Examples examples, long seed) {
            return List.of(Splits.faultFiltered(dataset));
        }
    };

    private static final int FOLDS = 5;
    private static final double VALIDATION = 0.2;

    /**
     * The most honest way that a data set allows without lists of its own.
     *
     * @param dataset the tracks
     * @return {@link #ARTIST} if an artist is known, else {@link #TRACK}
     */
    public static SplitRule strictest(Dataset dataset) {
        return dataset.artists().isEmpty() ? TRACK : ARTIST;
    }

    /**
     * The splits. But for the article's own, each has a fifth of its training set as validation set.
     *
     * @param recipe whose article may have a split of its own
     * @param dataset the tracks
     * @param examples of these tracks
     * @param seed of the shuffling
     * @return one or more; test sets are disjoint
     * @throws IllegalArgumentException if there are too few tracks, or the data set has no such lists
     */
    public List<Split> splits(Recipe recipe, Dataset dataset, Examples examples, long seed) {
        return dealt(recipe, dataset, examples, seed).stream()
                .map(split -> this == ARTICLE || !split.validation().isEmpty()
                        ? split
                        : split.withValidation(dataset, VALIDATION, seed))
                .toList();
    }

    abstract List<Split> dealt(Recipe recipe, Dataset dataset, Examples examples, long seed);

    /** Five, or as many as the rarest label has artists, those that are not known taken one by one. */
    private static int folds(Dataset dataset) {
        long rarest = dataset.labels().stream()
                .mapToLong(label -> dataset.tracks(label).stream()
                        .map(track -> track.artist().orElse(track.id()))
                        .distinct()
                        .count())
                .min()
                .orElseThrow();
        return (int) Math.max(2, Math.min(FOLDS, rarest));
    }

    /**
     * What run cards and result files call it.
     *
     * @return {@code article}, {@code song}, {@code artist} or {@code filtered}; never changed
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
