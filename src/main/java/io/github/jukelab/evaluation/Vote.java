package io.github.jukelab.evaluation;

/** How the pieces of one song are made into one prediction. */
public enum Vote {
    /** The mean of the pieces' probabilities. */
    MEAN,
    /** Each piece has one vote; the probabilities are the shares of votes. A tie goes to the label listed first. */
    MAJORITY
}
