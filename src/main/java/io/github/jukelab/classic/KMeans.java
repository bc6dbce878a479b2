package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.StandardScaler;
import java.util.Random;

/**
 * k-means: finds k centres so that each feature vector is near one of them, without using labels; afterwards each
 * cluster predicts the label that most of its training vectors carry. {@link Clusters#agreement} measures how well
 * clusters and labels agree.
 *
 * <p>Lloyd's algorithm from ten starts, of which the one with the smallest inertia is kept; starts are drawn by
 * k-means++ (Arthur and Vassilvitskii 2007), as in scikit-learn. Values should be standardised: {@link StandardScaler}.
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
        Require.atLeast("k", 1, k);
    }

    /**
     * k-means with a number of clusters.
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
     * Finds the centres, then the label of each cluster.
     *
     * @param train the training set, with at least k different feature vectors
     * @param progress called after each start
     * @return the clusters
     * @throws IllegalArgumentException if there are fewer than k different feature vectors
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
     * Finds the centres, then the label of each cluster, without reporting progress.
     *
     * @param train the training set, with at least k different feature vectors
     * @return the clusters
     * @throws IllegalArgumentException if there are fewer than k different feature vectors
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
