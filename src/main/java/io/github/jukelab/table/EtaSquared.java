package io.github.jukelab.table;

import java.util.Arrays;
import java.util.Collection;

/** Eta squared: the share of the variance that is between groups. */
final class EtaSquared {

    private EtaSquared() {}

    /** The sum of squares between groups divided by the total sum of squares; NaN if all values are equal. */
    static double share(Collection<double[]> groups) {
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        double mean = mean(all);
        double between = 0;
        for (double[] group : groups) {
            double distance = group.length == 0 ? 0 : mean(group) - mean;
            between += group.length * distance * distance;
        }
        double total =
                Arrays.stream(all).map(value -> (value - mean) * (value - mean)).sum();
        return total == 0 ? Double.NaN : between / total;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
