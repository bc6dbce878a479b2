package io.github.jukelab.evaluation;

import io.github.jukelab.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two models on the same examples: the difference of their accuracies and its 95 % interval.
 *
 * <p>Example: {@code Comparison.of(svm.predict(test), neighbours.predict(test), 1)}.
 *
 * <p>Notebook: 08-augmentation
 *
 * @param first accuracy of the first model, in [0, 1]
 * @param second accuracy of the second, in [0, 1]
 * @param low lower end of the 95 % interval of first − second, in [−1, {@code high}]
 * @param high upper end, in [{@code low}, 1]
 * @param groups the number of tracks, or groups of tracks, that were resampled
 * @see McNemar
 */
public record Comparison(double first, double second, double low, double high, int groups) {

    /**
     * Compares two models; the interval resamples tracks.
     *
     * @param first predictions of one model
     * @param second predictions of the other for the same examples, in any order
     * @param seed of the resampling; the same seed gives the same interval
     * @return the comparison
     * @throws IllegalArgumentException if examples, their labels or the lists of labels are not the same
     */
    public static Comparison of(Predictions first, Predictions second, long seed) {
        return of(first, second, Map.of(), seed);
    }

    /**
     * Compares two models; the interval resamples groups of tracks, such as all tracks of an artist, since predictions
     * within a group depend on each other.
     *
     * @param first predictions of one model
     * @param second predictions of the other for the same examples, in any order
     * @param groups the group of each track, by track; a track that is not in it is a group by itself
     * @param seed of the resampling; the same seed gives the same interval
     * @return the comparison
     * @throws IllegalArgumentException if examples, their labels or the lists of labels are not the same
     */
    public static Comparison of(Predictions first, Predictions second, Map<String, String> groups, long seed) {
        List<Paired> rows = Paired.of(first, second);
        Bootstrap bootstrap = Bootstrap.of(
                rows,
                row -> groups.getOrDefault(row.track(), row.track()),
                Comparison::gain,
                Bootstrap.RESAMPLES,
                seed);
        return new Comparison(
                share(rows.stream().filter(Paired::first).count(), rows),
                share(rows.stream().filter(Paired::second).count(), rows),
                bootstrap.low(),
                bootstrap.high(),
                bootstrap.groups());
    }

    private static int gain(Paired row) {
        return (row.first() ? 1 : 0) - (row.second() ? 1 : 0);
    }

    private static double share(long correct, List<Paired> rows) {
        return (double) correct / rows.size();
    }

    /**
     * The accuracy of the first model minus that of the second.
     *
     * @return in [−1, 1]; negative if the second is better
     */
    public double difference() {
        return first - second;
    }

    /**
     * Whether the interval excludes 0.
     *
     * @return false if the difference is too small to tell which model is better
     */
    public boolean significant() {
        return low > 0 || high < 0;
    }

    /**
     * The comparison in plain sentences: which is ahead by how much, and whether that can be told from chance.
     *
     * @return such as {@code 90.0 % are correct by the second, 55.0 % by the first: 35.0 points less. That can be told: the
     *     95 % interval for the first is from 60.0 points less to 10.0 points less.}
     */
    public String summary() {
        return summary("the first", "the second");
    }

    /**
     * The same with the names of the models.
     *
     * @param firstName what sentences call the first model
     * @param secondName what they call the second
     * @return the sentences
     */
    public String summary(String firstName, String secondName) {
        return first > second
                ? new Comparison(second, first, -high, -low, groups).summary(secondName, firstName)
                : accuracies(firstName, secondName) + certainty(firstName);
    }

    private String accuracies(String behind, String ahead) {
        return first == second
                ? "Both are correct for " + Phrases.percent(first) + ". "
                : String.format(
                        Locale.ROOT,
                        "%s are correct by %s, %s by %s: %s. ",
                        Phrases.percent(second),
                        ahead,
                        Phrases.percent(first),
                        behind,
                        points(difference()));
    }

    private static String points(double difference) {
        return String.format(
                Locale.ROOT, "%.1f points %s", 100 * Math.abs(difference), difference > 0 ? "more" : "less");
    }

    private String certainty(String behind) {
        if (groups == 1) {
            return "One group alone cannot tell which is better.";
        }
        String units = Phrases.count(groups, "group");
        if (low == high) {
            return "The difference is the same in each of the " + units
                    + ", so they cannot show how much it varies: in others it may not be the same.";
        }
        String range = String.format(
                Locale.ROOT, "the 95 %% interval for %s is from %s to %s.", behind, points(low), points(high));
        return significant() ? "That can be told: " + range : units + " are too few to tell which is better: " + range;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Comparison[%.1f %% against %.1f %%: %+.1f points, 95 %% interval %+.1f to %+.1f over %d groups%s]",
                100 * first,
                100 * second,
                100 * difference(),
                100 * low,
                100 * high,
                groups,
                significant() ? "" : ": too small to tell");
    }
}
