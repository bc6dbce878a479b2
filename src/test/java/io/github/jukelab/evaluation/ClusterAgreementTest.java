package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClusterAgreementTest {

    @Test
    void agreesFullyUnderOtherNumbers() {
        ClusterAgreement agreement = ClusterAgreement.of(new int[] {2, 2, 0, 0, 1}, new int[] {0, 0, 1, 1, 2});
        assertThat(agreement).isEqualTo(new ClusterAgreement(3, 1, 1));
        assertThat(agreement).hasToString("ClusterAgreement[3 clusters: purity 100.0 %, adjusted Rand index 1.00]");
    }

    /**
     * Clusters aab, bbb, cc: 2 + 3 + 2 of 8 have the majority label. Pairs: 5 in both, 7 in clusters, 8 in labels, of
     * 28.
     */
    @Test
    void agreesWithACountByHand() {
        ClusterAgreement agreement =
                ClusterAgreement.of(new int[] {0, 0, 0, 1, 1, 1, 2, 2}, new int[] {0, 0, 1, 1, 1, 1, 2, 2});
        assertThat(agreement.purity()).isEqualTo(7 / 8.0);
        assertThat(agreement.adjustedRand()).isCloseTo((5 - 2.0) / (7.5 - 2), within(1e-12));
    }

    @Test
    void singleExampleClustersArePureButDoNotAgree() {
        assertThat(ClusterAgreement.of(new int[] {0, 1, 2, 3}, new int[] {0, 0, 1, 1}))
                .isEqualTo(new ClusterAgreement(4, 1, 0));
    }

    @Test
    void oneClusterDoesNotAgree() {
        assertThat(ClusterAgreement.of(new int[] {5, 5, 5, 5}, new int[] {0, 0, 0, 1}))
                .isEqualTo(new ClusterAgreement(1, 0.75, 0));
        assertThat(ClusterAgreement.of(new int[] {0}, new int[] {3})).isEqualTo(new ClusterAgreement(1, 1, 1));
    }

    @Property(tries = 200)
    void clusterNumbersDoNotMatter(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 5) Integer> numbers) {
        int[] drawn = numbers.stream().mapToInt(Integer::intValue).toArray();
        int[] labels = new int[drawn.length];
        Arrays.setAll(labels, i -> i % 3);
        ClusterAgreement agreement = ClusterAgreement.of(drawn, labels);
        assertThat(ClusterAgreement.of(Arrays.stream(drawn).map(c -> 5 - c).toArray(), labels))
                .isEqualTo(agreement);
        assertThat(ClusterAgreement.of(labels, drawn).adjustedRand())
                .isCloseTo(agreement.adjustedRand(), within(1e-12));
        assertThat(agreement.purity()).isBetween(1e-9, 1.0);
        assertThat(agreement.adjustedRand()).isBetween(-0.5, 1.0);
    }

    @Test
    void refusesDifferentLengthsAndNegativeNumbers() {
        assertThatThrownBy(() -> ClusterAgreement.of(new int[] {0, 1}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clusters and labels must be of the same examples, at least one, got 2 and 1");
        assertThatThrownBy(() -> ClusterAgreement.of(new int[0], new int[0])).hasMessageEndingWith("got 0 and 0");
        assertThatThrownBy(() -> ClusterAgreement.of(new int[] {0, 1}, new int[] {0, -3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("labels must be counted from 0, got -3");
    }

    @Test
    void isToldInSentences() {
        assertThat(ClusterAgreement.of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 1})
                        .summary())
                .isEqualTo(
                        "If each of the 2 clusters is named after its most frequent label, 100.0 % of the examples get the"
                                + " right name. The adjusted Rand index is 1.00, where 0 is chance and 1 the same grouping.");
    }
}
