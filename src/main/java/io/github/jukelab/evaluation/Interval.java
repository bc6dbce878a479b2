package io.github.jukelab.evaluation;

import io.github.jukelab.Require;
import java.util.Locale;
import java.util.Map;

/**
 * The range that probably contains the true accuracy, given the number of tracks.
 *
 * @param low lower end, in [0, {@code high}]
 * @param high upper end, in [{@code low}, 1]
 * @param level the confidence level, in (0, 1), such as 0.95
 */
public record Interval(double low, double high, double level) {

    /** The normal distribution's 97.5 % point. */
    private static final double Z = 1.959963984540054;

    /**
     * Checks the order.
     *
     * @param low lower end
     * @param high upper end
     * @param level the confidence level
     * @throws IllegalArgumentException if the ends are not in order within [0, 1], or the level is not within (0, 1)
     */
    public Interval {
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new IllegalArgumentException("interval must lie in order within [0, 1], got " + low + " to " + high);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
    }

    /**
     * Wilson's 95 % interval for a share of independent trials. Unlike the usual normal approximation it stays within
     * [0, 1] and is never a single point, even if all or none are correct.
     *
     * @param correct the number of correct trials, from 0 to {@code total}
     * @param total the number of trials, at least 1
     * @return the interval
     * @throws IllegalArgumentException if there is no trial, or {@code correct} is not in [0, total]
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
     */
    public static Interval wilson(int correct, int total) {
        Require.atLeast("total", 1, total);
        if (correct < 0 || correct > total) {
            throw new IllegalArgumentException("correct must be in [0, " + total + "], got " + correct);
        }
        return wilson((double) correct / total, total);
    }

    static Interval wilson(double share, int trials) {
        double z2 = Z * Z / trials;
        double centre = (share + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half), Bootstrap.LEVEL);
    }

    /**
     * A 95 % bootstrap interval: tracks are resampled with replacement 2000 times, and the interval reaches from the
     * 2.5th to the 97.5th percentile of the accuracies. Whole tracks are drawn, never single segments. If all or none
     * are correct, every resample is the same and the interval a single point; use {@link #wilson(int, int)} then.
     *
     * @param predictions one row per track or several
     * @param seed of the resampling; the same seed gives the same interval
     * @return the interval
     * @see <a href="https://doi.org/10.1201/9780429246593">Efron and Tibshirani 1993</a>
     */
    public static Interval bootstrap(Predictions predictions, long seed) {
        return bootstrap(predictions, Map.of(), seed);
    }

    /**
     * A 95 % bootstrap interval that resamples groups of tracks, such as all tracks of an artist. Predictions within a
     * group depend on each other, so the interval is wider.
     *
     * @param predictions one row per track or several
     * @param groups the group of each track, by track; a track that is not in it is a group by itself
     * @param seed of the resampling; the same seed gives the same interval
     * @return the interval
     */
    public static Interval bootstrap(Predictions predictions, Map<String, String> groups, long seed) {
        return bootstrap(predictions, groups, Bootstrap.RESAMPLES, seed);
    }

    static Interval bootstrap(Predictions predictions, Map<String, String> groups, int draws, long seed) {
        Bootstrap bootstrap = Bootstrap.of(
                predictions.rows(),
                row -> groups.getOrDefault(row.track(), row.track()),
                row -> row.correct() ? 1 : 0,
                draws,
                seed);
        return new Interval(bootstrap.low(), bootstrap.high(), Bootstrap.LEVEL);
    }

    /**
     * Whether the interval contains a share: if so, the accuracy does not differ significantly from it.
     *
     * @param share to compare with, such as the accuracy of guessing
     * @return true from {@code low} to {@code high}
     */
    public boolean contains(double share) {
        return low <= share && share <= high;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f %% interval %.1f–%.1f %%", 100 * level, 100 * low, 100 * high);
    }
}
