package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.ClusterAgreement;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.FeatureVectors;
import java.util.Arrays;

/**
 * The result of {@link KMeans}. A feature vector belongs to the cluster with the nearest centre; the probability of a
 * label is its share among the cluster's training vectors, so a cluster predicts its most frequent label. Immutable.
 */
public final class Clusters implements Model {

    private final Schema schema;
    private final ColumnMatrix centres;
    private final float[][] shares;
    private final double inertia;

    private Clusters(Schema schema, ColumnMatrix centres, float[][] shares, double inertia) {
        this.schema = schema;
        this.centres = centres;
        this.shares = shares;
        this.inertia = inertia;
    }

    static Clusters of(FeatureVectors train, Lloyd lloyd) {
        int[] actual = train.actual();
        float[][] shares = new float[lloyd.centres().length][train.labels().size()];
        for (int i = 0; i < actual.length; i++) {
            shares[lloyd.nearest()[i]][actual[i]]++;
        }
        for (float[] cluster : shares) {
            divide(cluster);
        }
        return new Clusters(Schema.of(train), ColumnMatrix.of(lloyd.centres()), shares, lloyd.inertia());
    }

    /** A cluster without training vectors gives all labels the same probability. */
    private static void divide(float[] counts) {
        float sum = 0;
        for (float count : counts) {
            sum += count;
        }
        for (int label = 0; label < counts.length; label++) {
            counts[label] = sum == 0 ? 1f / counts.length : counts[label] / sum;
        }
    }

    @Override
    public Predictions predict(FeatureVectors vectors) {
        return schema.predictions(vectors, query -> shares[nearest(query)]);
    }

    /**
     * The cluster of each feature vector.
     *
     * @param vectors with the features and labels of the training set
     * @return indices from 0 to k − 1, in the same order
     * @throws IllegalArgumentException if features or labels differ
     */
    public int[] assign(FeatureVectors vectors) {
        schema.require(vectors);
        return Arrays.stream(vectors.values()).mapToInt(this::nearest).toArray();
    }

    /** The index of the nearest centre; on a tie the first. */
    private int nearest(double[] query) {
        Progress.checkInterrupted();
        double[] distances = centres.squaredDistances(query);
        int nearest = 0;
        for (int c = 1; c < distances.length; c++) {
            nearest = distances[c] < distances[nearest] ? c : nearest;
        }
        return nearest;
    }

    /**
     * How well clusters and labels agree.
     *
     * @param vectors with the features and labels of the training set
     * @return purity and adjusted Rand index
     * @throws IllegalArgumentException if features or labels differ
     */
    public ClusterAgreement agreement(FeatureVectors vectors) {
        return ClusterAgreement.of(assign(vectors), vectors.actual());
    }

    /**
     * The sum of squared distances of the training vectors to their centres, which k-means minimises.
     *
     * @return at least 0
     */
    public double inertia() {
        return inertia;
    }

    @Override
    public String toString() {
        return "Clusters[" + shares.length + " of " + schema.features().size() + " features]";
    }
}
