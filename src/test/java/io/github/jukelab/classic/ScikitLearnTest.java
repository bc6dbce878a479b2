package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.evaluation.ClusterAgreement;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.StandardScaler;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Models agree with scikit-learn on a small data set. */
class ScikitLearnTest {

    private static final StandardScaler SCALER = StandardScaler.of(ThreeLabels.train());
    private static final FeatureVectors TRAIN = SCALER.apply(ThreeLabels.train());
    private static final FeatureVectors TEST = SCALER.apply(ThreeLabels.test());

    @Test
    void standardisation() {
        assertThat(values(SCALER.means()))
                .containsExactly(ThreeLabels.vector(ThreeLabels.expected("means")), within(1e-9));
        assertThat(values(SCALER.deviations()))
                .containsExactly(ThreeLabels.vector(ThreeLabels.expected("deviations")), within(1e-9));
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void nearestNeighbours() {
        assertProbabilities(NearestNeighbours.of(5).fit(TRAIN).predict(TEST), "neighbours_5", 1e-6f);
    }

    @Test
    void logisticRegression() {
        assertProbabilities(LogisticRegression.of(1).fit(TRAIN).predict(TEST), "logistic_c1", 1e-5f);
        assertProbabilities(LogisticRegression.of(0.1).fit(TRAIN).predict(TEST), "logistic_c0.1", 1e-5f);
    }

    @Test
    void logisticRegressionOfTwoLabelsHasOneSetOfWeights() {
        FeatureVectors two = FeatureVectors.of(
                TRAIN.features(),
                TRAIN.labels(),
                TRAIN.vectors().stream()
                        .filter(sample -> !sample.label().equals("polka"))
                        .toList());
        Predictions predictions = LogisticRegression.of(1).fit(two).predict(TEST);
        assertProbabilities(predictions, "logistic_c1_two_labels", 1e-5f);
        assertThat(predictions.rows()).allMatch(row -> row.probability(2) == 0);
    }

    private static void assertProbabilities(Predictions predictions, String name, float tolerance) {
        double[][] expected = ThreeLabels.matrix(ThreeLabels.expected(name));
        List<Prediction> rows = predictions.rows();
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            for (int label = 0; label < expected[i].length; label++) {
                assertThat(rows.get(i).probability(label))
                        .as(name + ", row " + i + ", label " + label)
                        .isCloseTo((float) expected[i][label], Offset.offset(tolerance));
            }
        }
    }

    /** Both implementations stop within 1e-3 of the optimum. */
    @Test
    void supportVectorMachines() {
        assertDecisions(Svm.rbf(10), "svm_rbf_c10");
        assertDecisions(Svm.rbf(1, 0.2), "svm_rbf_c1_gamma0.2");
        assertDecisions(Svm.linear(1), "svm_linear_c1");
    }

    private static void assertDecisions(Svm svm, String name) {
        SupportVectors model = (SupportVectors) svm.fit(TRAIN);
        double[][] expected = ThreeLabels.matrix(ThreeLabels.expected(name));
        double[][] rows = TEST.values();
        for (int i = 0; i < expected.length; i++) {
            assertThat(model.decisions(rows[i])).as(name + ", row " + i).containsExactly(expected[i], within(2e-3));
        }
    }

    /** These labels overlap, so ten starts do not always find the best clusters; scikit-learn used a hundred. */
    @Test
    void kMeans() {
        double best = ThreeLabels.expected("kmeans_3").get("inertia").asDouble();
        List<Clusters> results = IntStream.range(0, 10)
                .mapToObj(seed -> KMeans.of(3, seed).fit(TRAIN))
                .toList();
        assertThat(results)
                .allSatisfy(clusters -> assertThat(clusters.inertia()).isBetween(best - 1e-9, 1.02 * best));
        Clusters found = results.stream()
                .min(Comparator.comparingDouble(Clusters::inertia))
                .orElseThrow();
        assertThat(found.inertia()).isCloseTo(best, within(1e-9));
        assertThat(found.agreement(TRAIN).adjustedRand())
                .isCloseTo(ThreeLabels.expected("kmeans_3").get("adjusted_rand").asDouble(), within(1e-12));
    }

    @Test
    void adjustedRandIndex() {
        ClusterAgreement agreement = ClusterAgreement.of(
                ThreeLabels.integers(ThreeLabels.expected("agreement").get("clusters")),
                ThreeLabels.integers(ThreeLabels.expected("agreement").get("labels")));
        assertThat(agreement.adjustedRand())
                .isCloseTo(
                        ThreeLabels.expected("agreement").get("adjusted_rand").asDouble(), within(1e-12));
    }
}
