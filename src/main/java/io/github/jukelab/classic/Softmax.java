package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.FeatureVectors;
import java.util.Arrays;
import java.util.Optional;

/**
 * A trained {@link LogisticRegression}.
 *
 * @param schema what it was trained with
 * @param present the labels that occur in the training set; the others have probability 0
 * @param weights one row per present label: one weight per feature, then the intercept
 */
record Softmax(Schema schema, int[] present, double[][] weights) implements Fitted {

    private static final double TOLERANCE = 1e-6;

    Softmax {
        int[] ascending = Arrays.stream(present).distinct().sorted().toArray();
        Settings.require(Arrays.equals(present, ascending), "labels must ascend");
        Arrays.stream(present).forEach(schema::requireLabel);
        Settings.require(present.length > 1 && weights.length == present.length, "each of two labels needs weights");
        for (double[] row : weights) {
            boolean finite = row.length == schema.features().size() + 1
                    && Arrays.stream(row).allMatch(Double::isFinite);
            Settings.require(finite, "there must be a finite weight for each feature, and an intercept");
        }
    }

    static Softmax fitted(FeatureVectors train, double c, Optional<ClassWeight> classWeight) {
        int[] present = Schema.present(train);
        if (present.length < 2) {
            throw new IllegalArgumentException("logistic regression needs at least two labels, got only "
                    + train.labels().get(present[0]));
        }
        int[] actual = Arrays.stream(train.actual())
                .map(label -> Arrays.binarySearch(present, label))
                .toArray();
        CrossEntropy loss =
                new CrossEntropy(train, actual, ClassWeight.weights(classWeight, actual, present.length), c);
        double[] best = Lbfgs.minimum(loss, loss.size(), TOLERANCE);
        return new Softmax(Schema.of(train), present, loss.weights(best));
    }

    @Override
    public float[] probabilities(double[] query) {
        Progress.checkInterrupted();
        double[] scores =
                Arrays.stream(weights).mapToDouble(row -> score(row, query)).toArray();
        double highest = Arrays.stream(scores).max().orElseThrow();
        double sum =
                Arrays.stream(scores).map(score -> Math.exp(score - highest)).sum();
        float[] probabilities = new float[schema.labels().size()];
        for (int k = 0; k < scores.length; k++) {
            probabilities[present[k]] = (float) (Math.exp(scores[k] - highest) / sum);
        }
        return probabilities;
    }

    private static double score(double[] weights, double[] query) {
        double score = weights[query.length];
        for (int j = 0; j < query.length; j++) {
            score += weights[j] * query[j];
        }
        return score;
    }

    @Override
    public <T> T accept(ModelVisitor<T> visitor) {
        int features = schema.features().size();
        double[][] rows = new double[schema.labels().size()][features];
        double[] intercepts = new double[rows.length];
        Arrays.fill(intercepts, Double.NEGATIVE_INFINITY);
        for (int k = 0; k < present.length; k++) {
            rows[present[k]] = Arrays.copyOf(weights[k], features);
            intercepts[present[k]] = weights[k][features];
        }
        return visitor.logisticRegression(rows, intercepts);
    }

    @Override
    public String toString() {
        return "Softmax[" + present.length + " labels, " + schema.features().size() + " features]";
    }
}
