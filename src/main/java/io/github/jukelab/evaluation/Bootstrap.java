package io.github.jukelab.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The bootstrap interval of a mean over examples, or of another statistic of them: the middle 95 % of its values when groups of examples are resampled
 * with replacement. Whole groups are drawn, never single examples.
 *
 * @param low the 2.5th percentile
 * @param high the 97.5th percentile
 * @param groups the number of groups
 */
record Bootstrap(double low, double high, int groups) {

    static final double LEVEL = 0.95;
    static final int RESAMPLES = 2000;

    /** The interval of the mean score per row. */
    static <T> Bootstrap of(List<T> rows, Function<T, String> group, ToIntFunction<T> score, int draws, long seed) {
        Map<String, List<T>> groups =
                rows.stream().collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
        int[] sizes = groups.values().stream().mapToInt(List::size).toArray();
        int[] sums = groups.values().stream()
                .mapToInt(members -> members.stream().mapToInt(score).sum())
                .toArray();
        Random random = new Random(seed);
        double[] means = new double[draws];
        Arrays.setAll(means, i -> resampled(sizes, sums, random));
        Arrays.sort(means);
        return new Bootstrap(percentile(means, (1 - LEVEL) / 2), percentile(means, (1 + LEVEL) / 2), sizes.length);
    }

    /** The interval of any statistic of rows, such as one that is no mean per row. */
    static <T> Bootstrap ofStatistic(
            List<T> rows, Function<T, String> group, ToDoubleFunction<List<T>> statistic, int draws, long seed) {
        List<List<T>> groups = List.copyOf(rows.stream()
                .collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()))
                .values());
        Random random = new Random(seed);
        double[] values = new double[draws];
        Arrays.setAll(
                values,
                i -> statistic.applyAsDouble(IntStream.range(0, groups.size())
                        .mapToObj(drawn -> groups.get(random.nextInt(groups.size())))
                        .flatMap(List::stream)
                        .toList()));
        Arrays.sort(values);
        return new Bootstrap(percentile(values, (1 - LEVEL) / 2), percentile(values, (1 + LEVEL) / 2), groups.size());
    }

    private static double resampled(int[] sizes, int[] sums, Random random) {
        long total = 0;
        long sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            int group = random.nextInt(sizes.length);
            total += sizes[group];
            sum += sums[group];
        }
        return (double) sum / total;
    }

    /** The value that a share of the sorted values does not exceed. */
    static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
