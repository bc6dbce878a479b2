package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Predictions;
import java.util.Arrays;

/**
 * k-nearest neighbours: a sample gets the label that most of the k training samples nearest to it carry. The probability
 * of a label is its share among them; a tie goes to the label listed first. Distances are Euclidean and every neighbour
 * counts the same; of equally near ones the earlier are taken. All training samples are looked at for every question:
 * 2000 questions to 8000 samples of 57 features take about 0.2 s.
 *
 * @param k how many neighbours are asked, at least 1
 */
public record NearestNeighbours(int k) implements Classifier {

    /**
     * Checks the number.
     *
     * @param k at least 1
     * @throws IllegalArgumentException if it is less
     */
    public NearestNeighbours {
        Checks.requireAtLeastOne("k", k);
    }

    /**
     * Asks some neighbours.
     *
     * @param k how many, at least 1
     * @return the classifier
     * @throws IllegalArgumentException if it is less than 1
     */
    public static NearestNeighbours of(int k) {
        return new NearestNeighbours(k);
    }

    /**
     * Keeps the samples.
     *
     * @param train at least k samples
     * @param progress never told
     * @return the model
     * @throws IllegalArgumentException if there are fewer samples than neighbours to ask
     */
    @Override
    public Model fit(FeatureVectors train, Progress progress) {
        if (train.size() < k) {
            throw new IllegalArgumentException(
                    "k must be at most the number of samples, " + train.size() + ", got " + k);
        }
        return new Neighbourhood(k, train.schema(), ColumnMatrix.of(train.values()), train.actual());
    }

    private record Neighbourhood(int k, Schema schema, ColumnMatrix known, int[] actual) implements Model {

        @Override
        public Predictions predict(FeatureVectors samples) {
            schema.require(samples);
            return samples.predictions(this::shares);
        }

        private float[] shares(double[] query) {
            Progress.checkInterrupted();
            int[] counts = new int[schema.labels().size()];
            for (int neighbour : nearest(known.squaredDistances(query))) {
                counts[actual[neighbour]]++;
            }
            float[] shares = new float[counts.length];
            for (int label = 0; label < counts.length; label++) {
                shares[label] = (float) counts[label] / k;
            }
            return shares;
        }

        /** The places of the k smallest, the smallest first; of equals the first. */
        private int[] nearest(double[] distances) {
            int[] places = new int[k];
            double[] smallest = new double[k];
            Arrays.fill(smallest, Double.POSITIVE_INFINITY);
            for (int i = 0; i < distances.length; i++) {
                if (distances[i] < smallest[k - 1]) {
                    insert(i, distances[i], places, smallest);
                }
            }
            return places;
        }

        private static void insert(int place, double distance, int[] places, double[] smallest) {
            int at = places.length - 1;
            for (; at > 0 && distance < smallest[at - 1]; at--) {
                smallest[at] = smallest[at - 1];
                places[at] = places[at - 1];
            }
            smallest[at] = distance;
            places[at] = place;
        }

        @Override
        public String toString() {
            return "NearestNeighbours[k " + k + " of " + known.rows() + " samples]";
        }
    }

    @Override
    public String toString() {
        return "NearestNeighbours[k " + k + "]";
    }
}
