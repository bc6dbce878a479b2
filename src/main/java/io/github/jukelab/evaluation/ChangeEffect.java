package io.github.jukelab.evaluation;

import io.github.jukelab.Phrases;
import java.util.Locale;

/**
 * How many answers of a model are different after one change of the sounds.
 *
 * @param change its name, such as {@code 6 dB softer}
 * @param tracks their number, at least 1
 * @param changed tracks with another answer than before
 * @param correct tracks with the right answer before the change
 * @param lost tracks with the right answer before and not after
 * @param gained tracks with the right answer after and not before
 */
public record ChangeEffect(String change, int tracks, int changed, int correct, int lost, int gained) {

    /**
     * The share of answers that are different.
     *
     * @return in [0, 1]
     */
    public double share() {
        return (double) changed / tracks;
    }

    /**
     * Wilson's 95 % interval of the share. It takes tracks for independent; those of one artist are not, so that it is too
     * narrow for them.
     *
     * @return the interval
     */
    public Interval interval() {
        return Interval.wilson(changed, tracks);
    }

    /**
     * The share of right answers before the change.
     *
     * @return in [0, 1]
     */
    public double accuracyBefore() {
        return (double) correct / tracks;
    }

    /**
     * The share of right answers after the change.
     *
     * @return in [0, 1]
     */
    public double accuracyAfter() {
        return (double) (correct - lost + gained) / tracks;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ChangeEffect[%s: %d of %d answers differ, accuracy %s before, %s after]",
                change,
                changed,
                tracks,
                Phrases.percent(accuracyBefore()),
                Phrases.percent(accuracyAfter()));
    }
}
