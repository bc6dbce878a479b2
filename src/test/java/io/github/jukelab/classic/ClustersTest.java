package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.Toys;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClustersTest {

    @Test
    void findsTwoSeparateClusters() {
        Clusters clusters = KMeans.of(2, 1).fit(Toys.apart());
        int[] assigned = clusters.assign(Toys.apart());
        assertThat(assigned[0]).isEqualTo(assigned[3]).isNotEqualTo(assigned[4]);
        assertThat(clusters.inertia()).as("2 · (1.5² + 0.5²) per cluster").isCloseTo(10, within(1e-12));
        assertThat(clusters.agreement(Toys.apart()).adjustedRand()).isEqualTo(1);
        assertThat(clusters).hasToString("Clusters[2 of 1 features]");
    }

    @Test
    void aClusterPredictsItsMostFrequentLabel() {
        FeatureVectors mixed = Toys.both(Toys.line("low", 0, 1, 12), Toys.line("high", 2, 11, 13));
        Prediction left =
                KMeans.of(2, 1).fit(mixed).predict(Toys.line("high", -5)).rows().get(0);
        assertThat(left.predicted()).isZero();
        assertThat(left.probability(0)).isCloseTo(2 / 3f, within(1e-6f));
        assertThat(KMeans.of(2, 1).fit(mixed).agreement(mixed).purity()).isCloseTo(4 / 6.0, within(1e-12));
    }

    @Test
    void allowsAtMostOneClusterPerDifferentVector() {
        FeatureVectors duplicates = Toys.both(Toys.line("low", 0, 0, 4), Toys.line("high", 9, 9));
        assertThat(KMeans.of(3, 1).fit(duplicates).inertia()).isZero();
        assertThatThrownBy(() -> KMeans.of(4, 1).fit(duplicates))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("k must be at most the number of different feature vectors, 3, got 4");
    }

    @Test
    void oneClusterIsTheMean() {
        Clusters one = KMeans.of(1, 1).fit(Toys.apart());
        assertThat(one.assign(Toys.apart())).containsOnly(0);
        assertThat(one.agreement(Toys.apart()).purity()).isEqualTo(0.5);
        assertThat(one.agreement(Toys.apart()).adjustedRand()).isZero();
    }

    @Test
    void anotherSeedGivesAnotherResult() {
        FeatureVectors cloud = Toys.clouds(60, 6, 1);
        List<Double> found = List.of(
                KMeans.of(8, 1).fit(cloud).inertia(),
                KMeans.of(8, 2).fit(cloud).inertia(),
                KMeans.of(8, 3).fit(cloud).inertia());
        assertThat(found.stream().distinct().count()).isGreaterThan(1);
        assertThat(KMeans.of(8, 1).fit(cloud).inertia()).isEqualTo(found.get(0));
    }
}
