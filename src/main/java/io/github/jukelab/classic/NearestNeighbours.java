package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.input.FeatureVectors;
import java.util.Arrays;

/**
 * k-nearest neighbours: predicts the label that most of the k nearest training vectors carry. The probability of a
 * label is its share among them; on a tie the label listed first is predicted. Distances are Euclidean and all
 * neighbours count the same; of equally near ones the earlier are taken. Every query is compared with all training
 * vectors: 2000 queries to 8000 vectors of 57 features take about 0.2 s.
 *
 * @param k the number of neighbours, at least 1
 */
public record NearestNeighbours(int k) implements Classifier {

    /**
     * Checks the number.
     *
     * @param k at least 1
     * @throws IllegalArgumentException if it is less
     */
    public NearestNeighbours {
        Require.atLeast("k", 1, k);
    }

    /**
     * k-nearest neighbours with a number of neighbours.
     *
     * @param k how many, at least 1
     * @return the classifier
     * @throws IllegalArgumentException if it is less than 1
     */
    public static NearestNeighbours of(int k) {
        return new NearestNeighbours(k);
    }

    /**
     * Stores the training vectors.
     *
     * @param train at least k feature vectors
     * @param progress not called
     * @return the model
     * @throws IllegalArgumentException if there are fewer than k feature vectors
     */
    @Override
    public Model fit(FeatureVectors train, Progress progress) {
        if (train.size() < k) {
            throw new IllegalArgumentException(
                    "k must be at most the number of training vectors, " + train.size() + ", got " + k);
        }
        return new Neighbourhood(k, Schema.of(train), ColumnMatrix.of(train.values()), train.actual());
    }

    record Neighbourhood(int k, Schema schema, ColumnMatrix training, int[] actual) implements Fitted {

        Neighbourhood {
            training.require(schema.features().size());
            Settings.require(k >= 1 && k <= training.rows(), "k must be from 1 to the number of vectors, got " + k);
            Settings.require(actual.length == training.rows(), "there must be one label per vector");
            Arrays.stream(actual).forEach(schema::requireLabel);
        }

        @Override
        public float[] probabilities(double[] query) {
            Progress.checkInterrupted();
            int[] counts = new int[schema.labels().size()];
            for (int neighbour : nearest(training.squaredDistances(query))) {
                counts[actual[neighbour]]++;
            }
            float[] shares = new float[counts.length];
            for (int label = 0; label < counts.length; label++) {
                shares[label] = (float) counts[label] / k;
            }
            return shares;
        }

        @Override
        public <T> T accept(ModelVisitor<T> visitor) {
            return visitor.nearestNeighbours(k, training.toRows(), actual.clone());
        }

        /** The indices of the k smallest distances in ascending order; of equal ones the first. */
        private int[] nearest(double[] distances) {
            int[] indices = new int[k];
            double[] smallest = new double[k];
            Arrays.fill(smallest, Double.POSITIVE_INFINITY);
            for (int i = 0; i < distances.length; i++) {
                if (distances[i] < smallest[k - 1]) {
                    insert(i, distances[i], indices, smallest);
                }
            }
            return indices;
        }

        private static void insert(int index, double distance, int[] indices, double[] smallest) {
            int at = indices.length - 1;
            for (; at > 0 && distance < smallest[at - 1]; at--) {
                smallest[at] = smallest[at - 1];
                indices[at] = indices[at - 1];
            }
            smallest[at] = distance;
            indices[at] = index;
        }

        @Override
        public String toString() {
            return "NearestNeighbours[k " + k + " of " + training.rows() + " vectors]";
        }
    }

    @Override
    public String toString() {
        return "NearestNeighbours[k " + k + "]";
    }
}
