package io.github.jukelab.evaluation;

/** How the predictions for the segments of a track are combined into one. */
public enum Vote {
    /** The mean of the segments' probabilities. */
    MEAN,
    /**
     * Each segment has one vote; the probabilities are the shares of votes. On a tie the label listed first is
     * predicted.
     */
    MAJORITY
}
