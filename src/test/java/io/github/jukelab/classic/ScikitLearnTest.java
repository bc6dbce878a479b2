package io.github.jukelab.classic;

import static io.github.jukelab.classic.ThreeLabels.assertClose;
import static io.github.jukelab.classic.ThreeLabels.expected;
import static io.github.jukelab.classic.ThreeLabels.integers;
import static io.github.jukelab.classic.ThreeLabels.vector;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.jukelab.evaluation.ClusterAgreement;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.StandardScaler;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models agree with scikit-learn on a small data set. */
class ScikitLearnTest {

    private static final StandardScaler SCALER = StandardScaler.of(ThreeLabels.train());
    private static final FeatureVectors TRAIN = SCALER.apply(ThreeLabels.train());
    private static final FeatureVectors TEST = SCALER.apply(ThreeLabels.test());

    @Test
    void standardisation() {
        assertClose("means", values(SCALER.means()), vector(expected("means")));
        assertClose("deviations", values(SCALER.deviations()), vector(expected("deviations")));
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void nearestNeighbours() {
        assertClose("neighbours_5", probabilities(NearestNeighbours.of(5), TRAIN, 3));
    }

    @Test
    void logisticRegression() {
        assertClose("logistic_c1", probabilities(LogisticRegression.of(1), TRAIN, 3));
        assertClose("logistic_c0.1", probabilities(LogisticRegression.of(0.1), TRAIN, 3));
    }

    @Test
    void logisticRegressionOfTwoLabelsHasOneSetOfWeights() {
        FeatureVectors two = FeatureVectors.of(
                TRAIN.features(),
                TRAIN.labels(),
                TRAIN.vectors().stream()
                        .filter(sample -> !sample.label().equals("polka"))
                        .toList());
        assertClose("logistic_c1_two_labels", probabilities(LogisticRegression.of(1), two, 2));
        assertThat(LogisticRegression.of(1).fit(two).predict(TEST).rows()).allMatch(row -> row.probability(2) == 0);
    }

    /** The probabilities of the first labels. */
    private static List<double[]> probabilities(Classifier classifier, FeatureVectors train, int labels) {
        return classifier.fit(train).predict(TEST).rows().stream()
                .map(row ->
                        IntStream.range(0, labels).mapToDouble(row::probability).toArray())
                .toList();
    }

    @ParameterizedTest
    @MethodSource
    void supportVectorMachines(String name, Svm svm) {
        SupportVectors model = (SupportVectors) svm.fit(TRAIN);
        assertClose(name, Stream.of(TEST.values()).map(model::decisions).toList());
    }

    static Stream<Arguments> supportVectorMachines() {
        return Stream.of(
                Arguments.of("svm_rbf_c10", Svm.rbf(10)),
                Arguments.of("svm_rbf_c1_gamma0.2", Svm.rbf(1, 0.2)),
                Arguments.of("svm_linear_c1", Svm.linear(1)));
    }

    /** These labels overlap, so ten starts do not always find the best clusters; scikit-learn used a hundred. */
    @Test
    void kMeans() {
        double best = expected("kmeans_3").get("inertia").asDouble();
        List<Clusters> results = IntStream.range(0, 10)
                .mapToObj(seed -> KMeans.of(3, seed).fit(TRAIN))
                .toList();
        assertThat(results)
                .allSatisfy(clusters -> assertThat(clusters.inertia()).isBetween(best - 1e-9, 1.02 * best));
        Clusters found = results.stream()
                .min(Comparator.comparingDouble(Clusters::inertia))
                .orElseThrow();
        assertClose("inertia", new double[] {found.inertia()}, best);
        assertAdjustedRand(found.agreement(TRAIN), expected("kmeans_3"));
    }

    @Test
    void adjustedRandIndex() {
        ClusterAgreement agreement = ClusterAgreement.of(
                integers(expected("agreement").get("clusters")),
                integers(expected("agreement").get("labels")));
        assertAdjustedRand(agreement, expected("agreement"));
    }

    private static void assertAdjustedRand(ClusterAgreement agreement, JsonNode expected) {
        double[] actual = {agreement.adjustedRand()};
        assertClose("adjusted_rand", actual, expected.get("adjusted_rand").asDouble());
    }
}
