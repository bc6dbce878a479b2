/**
 * Whether a model gives the same answer when a sound is changed so that a listener would not mind.
 *
 * <p>A {@link io.github.jukelab.robustness.Change} makes another wave of a wave; {@link
 * io.github.jukelab.robustness.Changes} has the usual ones. {@link io.github.jukelab.robustness.Robustness} reads each
 * track once, predicts for it before and after each change, and gives a {@link
 * io.github.jukelab.evaluation.RobustnessReport}. A {@link io.github.jukelab.robustness.Horse} is a data set in which only
 * a change can be recognised.
 */
package io.github.jukelab.robustness;
