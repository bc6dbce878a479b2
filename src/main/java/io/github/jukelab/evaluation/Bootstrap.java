package io.github.jukelab.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The bootstrap interval of a mean over examples: the middle 95 % of its values when groups of examples are resampled
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

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
