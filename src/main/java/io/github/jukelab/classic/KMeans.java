package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import java.util.Random;

/**
 * k-means: finds k centres so that samples are near to one of them, without looking at labels; only then each cluster is
 * named after the label that most of its training samples carry. How well clusters and labels agree says {@link
 * Clusters#agreement}.
 *
 * <p>Lloyd's algorithm from ten starts, of which the one with the nearest centres is kept; starts are drawn by k-means++
 * (Arthur and Vassilvitskii 2007), as in scikit-learn. Values should be standardised: {@link StandardScaler}.
 *
 * <p>Notebook: 02-feature-tables
 *
 * @param k the number of clusters, at least 1
 * @param seed of the starts
 */
public record KMeans(int k, long seed) implements Classifier {

    private static final int STARTS = 10;

    /**
     * Checks the number.
     *
     * @param k at least 1
     * @param seed any
     * @throws IllegalArgumentException if k is less than 1
     */
    public KMeans {
        Checks.requireAtLeastOne("k", k);
    }

    /**
     * With some clusters.
     *
     * @param k how many, at least 1
     * @param seed of the starts
     * @return the classifier
     * @throws IllegalArgumentException if k is less than 1
     */
    public static KMeans of(int k, long seed) {
        return new KMeans(k, seed);
    }

    /**
     * Finds the centres and names the clusters.
     *
     * @param train at least k of them differ
     * @param progress told about each start
     * @return the clusters
     * @throws IllegalArgumentException if fewer than k samples differ
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    @Override
    public Clusters fit(FeatureVectors train, Progress progress) {
        double[][] rows = train.values();
        ColumnMatrix columns = ColumnMatrix.of(rows);
        Random random = new Random(seed);
        Lloyd best = Lloyd.run(rows, columns, k, random);
        progress.report(1, STARTS, "start 1");
        for (int start = 2; start <= STARTS; start++) {
            Lloyd next = Lloyd.run(rows, columns, k, random);
            best = next.inertia() < best.inertia() ? next : best;
            progress.report(start, STARTS, "start " + start);
        }
        return Clusters.of(train, best);
    }

    /**
     * Finds the centres and names the clusters, listened to by nobody.
     *
     * @param train at least k of them differ
     * @return the clusters
     * @throws IllegalArgumentException if fewer than k samples differ
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    @Override
    public Clusters fit(FeatureVectors train) {
        return fit(train, Progress.NONE);
    }

    @Override
    public String toString() {
        return "KMeans[k " + k + ", seed " + seed + "]";
    }
}
