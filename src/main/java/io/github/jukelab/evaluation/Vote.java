package io.github.jukelab.evaluation;

/** How the segments of one track are made into one prediction. */
public enum Vote {
    /** The mean of the segments' probabilities. */
    MEAN,
    /** Each segment has one vote; the probabilities are the shares of votes. A tie goes to the label listed first. */
    MAJORITY
}
