package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.ClusterAgreement;
import io.github.jukelab.evaluation.Predictions;
import java.util.Arrays;

/**
 * What {@link KMeans} found. A sample belongs to the cluster whose centre is nearest; the probability of a label is its
 * share among the cluster's training samples, so a cluster stands for the label that most of them carry. Immutable.
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

    static Clusters of(FeatureVectors train, Lloyd found) {
        int[] actual = train.actual();
        float[][] shares = new float[found.centres().length][train.labels().size()];
        for (int i = 0; i < actual.length; i++) {
            shares[found.nearest()[i]][actual[i]]++;
        }
        for (float[] cluster : shares) {
            divide(cluster);
        }
        return new Clusters(train.schema(), ColumnMatrix.of(found.centres()), shares, found.inertia());
    }

    /** A cluster that has lost its last sample says nothing: all labels alike. */
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
    public Predictions predict(FeatureVectors samples) {
        schema.require(samples);
        return samples.predictions(query -> shares[nearest(query)]);
    }

    /**
     * The cluster of each sample.
     *
     * @param samples with the features and labels that the clusters were found with
     * @return numbers from 0 to k − 1, in the samples' order
     * @throws IllegalArgumentException if features or labels are others
     */
    public int[] assign(FeatureVectors samples) {
        schema.require(samples);
        return Arrays.stream(samples.values()).mapToInt(this::nearest).toArray();
    }

    /** Of equally near centres the first. */
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
     * @param samples with the features and labels that the clusters were found with
     * @return purity and adjusted Rand index
     * @throws IllegalArgumentException if features or labels are others
     */
    public ClusterAgreement agreement(FeatureVectors samples) {
        return ClusterAgreement.of(assign(samples), samples.actual());
    }

    /**
     * The sum of squared distances of the training samples to their centres: what k-means makes small.
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
