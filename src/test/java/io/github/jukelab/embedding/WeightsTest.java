package io.github.jukelab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {

    private static final float[] SIX = {1, 2, 3, 4, 5, 6};

    private static Weights weights(String name, List<Integer> shape, float... values) {
        return new Weights.Builder().add(name, shape, values).build();
    }

    @Test
    void namesShapesAndValuesDecideTheChecksum() {
        String checksum = weights("a", List.of(2, 3), SIX).checksum();
        assertThat(weights("a", List.of(2, 3), SIX.clone()).checksum()).isEqualTo(checksum);
        assertThat(weights("b", List.of(2, 3), SIX).checksum()).isNotEqualTo(checksum);
        assertThat(weights("a", List.of(3, 2), SIX).checksum()).isNotEqualTo(checksum);
        assertThat(weights("a", List.of(2, 3), 1, 2, 3, 4, 5, 7).checksum()).isNotEqualTo(checksum);
    }

    @Test
    void handsOutCopies() {
        Weights weights = weights("a", List.of(6), SIX.clone());
        weights.values("a")[0] = 9;
        assertThat(weights.values("a")).containsExactly(SIX);
        assertThat(weights).hasToString("Weights[1 arrays, 6 values]");
    }

    @Test
    void refusesOtherShapesAndNames() {
        Weights weights = weights("a", List.of(2, 3), SIX);
        assertThatThrownBy(() -> weights.values("a", 3, 2))
                .hasMessage("weights a must have the shape [3, 2], got [2, 3]");
        assertThatThrownBy(() -> weights.values("b")).hasMessage("there are no weights b");
        assertThatThrownBy(() -> weights("a", List.of(2, 2), SIX))
                .hasMessage("a must have 4 values for the shape [2, 2], got 6");
    }
}
