package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.Splits;

/**
 * How an article splits its data, at random and stratified by label.
 *
 * @param ratio shares of training, validation and test set
 * @param bySegment whether segments are split instead of tracks, so that a track may be in both training and test set
 */
public record ArticleSplit(SplitRatio ratio, boolean bySegment) {

    /** Tracks, 60/20/20: the split of the repaired recipes. */
    public static final ArticleSplit REPAIRED = byTrack(SplitRatio.of(0.6, 0.2, 0.2));

    /**
     * Tracks.
     *
     * @param ratio shares of the subsets
     * @return the rule
     */
    public static ArticleSplit byTrack(SplitRatio ratio) {
        return new ArticleSplit(ratio, false);
    }

    /**
     * Segments: a fault of an article.
     *
     * @param ratio shares of the subsets
     * @return the rule
     */
    public static ArticleSplit bySegment(SplitRatio ratio) {
        return new ArticleSplit(ratio, true);
    }

    /**
     * The split.
     *
     * @param dataset the tracks
     * @param segments of these tracks; not used if tracks are split
     * @param seed of the shuffling
     * @return training, validation and test set
     * @throws IllegalArgumentException if there are too few tracks
     */
    public Split split(Dataset dataset, Segments segments, long seed) {
        return bySegment ? Splits.bySegment(dataset, segments, ratio, seed) : dataset.split(ratio, seed);
    }
}
