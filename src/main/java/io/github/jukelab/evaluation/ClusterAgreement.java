package io.github.jukelab.evaluation;

import io.github.jukelab.Phrases;
import java.util.Arrays;
import java.util.Locale;

/**
 * How well clusters, found without using labels, agree with the labels.
 *
 * @param clusters the number of clusters that are not empty
 * @param purity the share of examples with the most frequent label of their cluster, in (0, 1]; rises with the number
 *     of clusters: 1 if each example is a cluster by itself
 * @param adjustedRand the adjusted Rand index: the share of pairs of examples that are together in both or apart in
 *     both, corrected for chance; 1 if clusters and labels are the same, about 0 if clusters are random, at least −0.5
 * @see <a href="https://doi.org/10.1007/BF01908075">Hubert and Arabie 1985: Comparing partitions</a>
 */
public record ClusterAgreement(int clusters, double purity, double adjustedRand) {

    /**
     * Counts examples by cluster and label.
     *
     * @param clusters the cluster of each example, counted from 0
     * @param labels the label of each example, counted from 0
     * @return how well they agree
     * @throws IllegalArgumentException if there is no example, the lengths differ, or a number is negative
     */
    public static ClusterAgreement of(int[] clusters, int[] labels) {
        if (clusters.length == 0 || clusters.length != labels.length) {
            throw new IllegalArgumentException("clusters and labels must be of the same examples, at least one, got "
                    + clusters.length + " and " + labels.length);
        }
        requireCounted("clusters", clusters);
        requireCounted("labels", labels);
        long[][] table = new long[highest(clusters) + 1][highest(labels) + 1];
        for (int i = 0; i < clusters.length; i++) {
            table[clusters[i]][labels[i]]++;
        }
        long majority = Arrays.stream(table)
                .mapToLong(row -> Arrays.stream(row).max().orElseThrow())
                .sum();
        int occupied = (int) Arrays.stream(table).filter(row -> sum(row) > 0).count();
        return new ClusterAgreement(
                occupied, (double) majority / clusters.length, adjustedRand(table, clusters.length));
    }

    private static void requireCounted(String what, int[] numbers) {
        int min = Arrays.stream(numbers).min().orElseThrow();
        if (min < 0) {
            throw new IllegalArgumentException(what + " must be counted from 0, got " + min);
        }
    }

    private static int highest(int[] numbers) {
        return Arrays.stream(numbers).max().orElseThrow();
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }

    private static double adjustedRand(long[][] table, long examples) {
        double both = 0;
        double inCluster = 0;
        long[] byLabel = new long[table[0].length];
        for (long[] row : table) {
            inCluster += pairs(sum(row));
            for (int label = 0; label < row.length; label++) {
                both += pairs(row[label]);
                byLabel[label] += row[label];
            }
        }
        double inLabel =
                Arrays.stream(byLabel).mapToDouble(ClusterAgreement::pairs).sum();
        double byChance = examples > 1 ? inCluster * inLabel / pairs(examples) : 0;
        double max = (inCluster + inLabel) / 2;
        return max == byChance ? 1 : (both - byChance) / (max - byChance);
    }

    private static double pairs(long count) {
        return count * (count - 1) / 2.0;
    }

    /**
     * The agreement in plain sentences.
     *
     * @return such as {@code If each of the 10 clusters is named after its most frequent label, 42.0 % of the examples get
     *     the right name. …}
     */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "If each of the %s is named after its most frequent label, %s of the examples get the right name. The"
                        + " adjusted Rand index is %.2f, where 0 is chance and 1 the same grouping.",
                Phrases.count(clusters, "cluster"),
                Phrases.percent(purity),
                adjustedRand);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ClusterAgreement[%d clusters: purity %.1f %%, adjusted Rand index %.2f]",
                clusters,
                100 * purity,
                adjustedRand);
    }
}
