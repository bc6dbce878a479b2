package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReduceLrOnPlateauTest {

    @Test
    void reducesTheRateAfterThreeEpochsWithoutImprovementAndThenCoolsDown() {
        ReduceLrOnPlateau plateau = ReduceLrOnPlateau.ARTICLE_004;
        assertThat(plateau.rate(1, List.of(2.0, 2.0, 2.0))).isEqualTo(1);
        assertThat(plateau.rate(1, List.of(2.0, 2.0, 2.0, 2.0))).isEqualTo(0.95);
        assertThat(plateau.rate(1, Collections.nCopies(7, 2.0))).isEqualTo(0.95);
        assertThat(plateau.rate(1, Collections.nCopies(8, 2.0))).isCloseTo(0.9025, within(1e-12));
        assertThat(plateau.rate(1, List.of(2.0, 1.9, 1.8, 1.7, 1.6))).isEqualTo(1);
        assertThat(plateau.rate(1e-5, Collections.nCopies(8, 2.0))).isEqualTo(1e-5);
        assertThat(ReduceLrOnPlateau.NONE.rate(1, Collections.nCopies(8, 2.0))).isEqualTo(1);
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatThrownBy(() -> new ReduceLrOnPlateau(1.2, 1, 0, 0, 0))
                .hasMessage("factor must be in (0, 1], got 1.2");
        assertThatThrownBy(() -> new ReduceLrOnPlateau(0.5, 0, 0, 0, 0))
                .hasMessage("patience must be at least 1 and cooldown, minDelta, minRate at least 0,"
                        + " got 0, 0, 0.0, 0.0");
    }
}
