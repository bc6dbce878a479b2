package io.github.jukelab.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * McNemar's test: whether two models differ significantly on the same tracks. Only the tracks on which one is right and
 * the other wrong count; if the models were equally good, each of these would be won by either with probability one
 * half.
 *
 * @param bothCorrect tracks on which both are right
 * @param onlyFirst tracks on which the first alone is right
 * @param onlySecond tracks on which the second alone is right
 * @param bothWrong tracks on which both are wrong
 * @param p the probability that equally good models differ by the same amount or more: two-sided and exact (binomial),
 *     in (0, 1]; 1 if they never differ
 * @see <a href="https://doi.org/10.1007/BF02295996">McNemar 1947</a>
 */
public record McNemar(int bothCorrect, int onlyFirst, int onlySecond, int bothWrong, double p) {

    private static final double LEVEL = 0.05;

    /**
     * Counts the tracks.
     *
     * @param first predictions of one model, one row per track
     * @param second predictions of the other for the same tracks, in any order
     * @return the test
     * @throws IllegalArgumentException if the tracks, their labels or the lists of labels are not the same, or a track
     *     has several rows: vote first, {@link Predictions#byTrack}
     */
    public static McNemar of(Predictions first, Predictions second) {
        requireTracks(first);
        List<Paired> tracks = Paired.of(first, second);
        int onlyFirst = count(tracks, true, false);
        int onlySecond = count(tracks, false, true);
        return new McNemar(
                count(tracks, true, true),
                onlyFirst,
                onlySecond,
                count(tracks, false, false),
                p(onlyFirst, onlySecond));
    }

    private static void requireTracks(Predictions predictions) {
        int tracks = predictions.tracks().size();
        if (tracks < predictions.rows().size()) {
            throw new IllegalArgumentException("McNemar's test needs one row per track, got "
                    + predictions.rows().size() + " rows of " + tracks + " tracks: vote by track first");
        }
    }

    private static int count(List<Paired> tracks, boolean first, boolean second) {
        return (int) tracks.stream()
                .filter(track -> track.first() == first && track.second() == second)
                .count();
    }

    /** Twice the binomial probability of at most the smaller count; by logarithms, since 2^-n underflows. */
    private static double p(int onlyFirst, int onlySecond) {
        int n = onlyFirst + onlySecond;
        double logOne = -n * Math.log(2);
        double sum = 0;
        for (int i = 0; i <= Math.min(onlyFirst, onlySecond); i++) {
            sum += Math.exp(logOne);
            logOne += Math.log((double) (n - i) / (i + 1));
        }
        return Math.min(1, 2 * sum);
    }

    /**
     * Whether the models differ at the 5 % level.
     *
     * @return true if p is below 0.05
     */
    public boolean significant() {
        return p < LEVEL;
    }

    /**
     * The result as a sentence.
     *
     * @return such as {@code Of 290 tracks the first alone is correct on 41, the second alone on 12 (p < 0.001): the
     *     first is better.}; ends with {@code too small to tell.} if it is not significant
     */
    public String summary() {
        return "Of " + counts() + ".";
    }

    private String counts() {
        String better = onlyFirst > onlySecond ? "the first is better" : "the second is better";
        return String.format(
                Locale.ROOT,
                "%d tracks the first alone is correct on %d, the second alone on %d (p %s): %s",
                bothCorrect + onlyFirst + onlySecond + bothWrong,
                onlyFirst,
                onlySecond,
                p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p),
                significant() ? better : "too small to tell");
    }

    @Override
    public String toString() {
        return "McNemar[of " + counts() + "]";
    }
}
