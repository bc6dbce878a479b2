package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Class weights, against repeated rows: of 10 and 30 vectors each of the first counts 2 and each of the second 2 / 3.
 * That is 2 / 3 times the sum in which each of the first occurs three times.
 */
class ClassifierClassWeightTest {

    private static final double C = 3;

    /** Two clouds that overlap; the vectors of the first are repeated. */
    private static FeatureVectors vectors(int repeats) {
        Random random = new Random(1);
        List<FeatureVector> vectors = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String label = i < 10 ? "rare" : "frequent";
            double[] values = {random.nextGaussian() + (i < 10 ? 1 : 0), random.nextGaussian(), random.nextGaussian()};
            for (int j = 0; j < (i < 10 ? repeats : 1); j++) {
                String id = i + "." + j;
                vectors.add(new FeatureVector(id, id, label, values));
            }
        }
        return FeatureVectors.of(List.of("x", "y", "z"), List.of("rare", "frequent"), vectors);
    }

    private static void assertSameDecisions(Svm weighted, Svm onRepeated) {
        SupportVectors first = (SupportVectors) weighted.fit(vectors(1));
        SupportVectors second = (SupportVectors) onRepeated.fit(vectors(3));
        SupportVectors without = (SupportVectors) onRepeated.fit(vectors(1));
        double largest = 0;
        for (FeatureVector vector : vectors(1).vectors()) {
            double expected = second.decisions(vector.values())[0];
            assertThat(first.decisions(vector.values())[0]).isCloseTo(expected, within(1e-2));
            largest = Math.max(largest, Math.abs(without.decisions(vector.values())[0] - expected));
        }
        assertThat(largest).as("weights matter").isGreaterThan(0.3);
    }

    @Test
    void svmsMultiplyCByTheWeight() {
        assertSameDecisions(Svm.rbf(C, 0.5).withClassWeight(ClassWeight.BALANCED), Svm.rbf(C * 2 / 3, 0.5));
        assertSameDecisions(Svm.linear(C).withClassWeight(ClassWeight.BALANCED), Svm.linear(C * 2 / 3));
    }

    @Test
    void logisticRegressionMultipliesTheLossByTheWeight() {
        Softmax weighted = (Softmax)
                LogisticRegression.of(C).withClassWeight(ClassWeight.BALANCED).fit(vectors(1));
        Softmax repeated = (Softmax) LogisticRegression.of(C * 2 / 3).fit(vectors(3));
        for (int label = 0; label < 2; label++) {
            assertThat(weighted.weights()[label]).containsExactly(repeated.weights()[label], within(1e-4));
        }
        Softmax without = (Softmax) LogisticRegression.of(C).fit(vectors(1));
        assertThat(Math.abs(without.weights()[1][3] - weighted.weights()[1][3])).isGreaterThan(0.5);
    }

    @Test
    void standardisedClassifiersPassTheWeightsOn() {
        assertThat(Svm.rbf(2).standardised().withClassWeight(ClassWeight.BALANCED))
                .isEqualTo(Svm.rbf(2).withClassWeight(ClassWeight.BALANCED).standardised())
                .hasToString("Svm[RBF, C 2, gamma scale, balanced class weights], standardised");
        assertThat(LogisticRegression.of(1).withClassWeight(ClassWeight.BALANCED))
                .hasToString("LogisticRegression[C 1, balanced class weights]");
    }

    @Test
    void nearestNeighboursHaveNone() {
        assertThatThrownBy(() -> NearestNeighbours.of(5).standardised().withClassWeight(ClassWeight.BALANCED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NearestNeighbours[k 5] has no class weights: all training vectors count the same");
    }
}
