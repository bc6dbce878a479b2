package io.github.jukelab.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * McNemar's test: whether two models that were asked about the same songs are truly different. Only the songs on which
 * one is right and the other wrong say anything; if the models were equally good, each of these would fall to either as
 * a coin does.
 *
 * @param bothRight songs on which both are right
 * @param onlyFirst songs on which the first alone is right
 * @param onlySecond songs on which the second alone is right
 * @param bothWrong songs on which both are wrong
 * @param p how probable it is that equally good models differ by as much or more: two-sided and exact (binomial), in (0,
 *     1]; 1 if they never differ
 * @see <a href="https://doi.org/10.1007/BF02295996">McNemar 1947</a>
 */
public record McNemar(int bothRight, int onlyFirst, int onlySecond, int bothWrong, double p) {

    private static final double LEVEL = 0.05;

    /**
     * Counts the songs.
     *
     * @param first what one model said, one row a song
     * @param second what the other said of the same songs, in any order
     * @return the test
     * @throws IllegalArgumentException if the songs, their labels or the lists of labels are not the same, or a song has
     *     several rows: vote first, {@link Predictions#byTrack}
     */
    public static McNemar of(Predictions first, Predictions second) {
        requireSongs(first);
        List<Paired> songs = Paired.of(first, second);
        int onlyFirst = count(songs, true, false);
        int onlySecond = count(songs, false, true);
        return new McNemar(
                count(songs, true, true), onlyFirst, onlySecond, count(songs, false, false), p(onlyFirst, onlySecond));
    }

    private static void requireSongs(Predictions predictions) {
        int songs = predictions.tracks().size();
        if (songs < predictions.rows().size()) {
            throw new IllegalArgumentException("McNemar's test needs one row a song, got "
                    + predictions.rows().size() + " rows of " + songs + " songs: vote by track first");
        }
    }

    private static int count(List<Paired> songs, boolean first, boolean second) {
        return (int) songs.stream()
                .filter(song -> song.first() == first && song.second() == second)
                .count();
    }

    /** Twice the probability that a coin shows at most the fewer of both; by logarithms, since 2^-n has an end. */
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
     * Whether the models are different, with five chances in a hundred to be told so of equals.
     *
     * @return true if p is below 0.05
     */
    public boolean tells() {
        return p < LEVEL;
    }

    /**
     * The result in words.
     *
     * @return such as {@code of 290 songs the first alone is right on 41, the second alone on 12 (p < 0.001): the first is
     *     better}; {@code too small to tell} where the test does not tell
     */
    public String sentence() {
        String better = onlyFirst > onlySecond ? "the first is better" : "the second is better";
        return String.format(
                Locale.ROOT,
                "of %d songs the first alone is right on %d, the second alone on %d (p %s): %s",
                bothRight + onlyFirst + onlySecond + bothWrong,
                onlyFirst,
                onlySecond,
                p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p),
                tells() ? better : "too small to tell");
    }

    @Override
    public String toString() {
        return "McNemar[" + sentence() + "]";
    }
}
