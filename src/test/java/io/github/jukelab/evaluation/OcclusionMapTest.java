package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.TimeSpan;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OcclusionMapTest {

    private static final TimeSpan SPAN = new TimeSpan(2, 6);

    private static OcclusionMap map(double end, List<List<Double>> drops) {
        return new OcclusionMap("cat", 0.75, drops, SPAN, end);
    }

    /** Four blocks of a second from 2 to 6 s. */
    @Test
    void blocksShareTheSpan() {
        OcclusionMap map = map(6, List.of(List.of(0.0, 0.25, 0.5, -0.5), List.of(0.0, 0.0, 0.0, 0.25)));
        assertThat(map.bands()).isEqualTo(2);
        assertThat(map.times()).isEqualTo(4);
        assertThat(map.time(1)).isEqualTo(new TimeSpan(3, 4));
        assertThat(map)
                .hasToString("OcclusionMap[cat 0.75, 2 bands by 4 times from 2.0 to 6.0 s: "
                        + "it falls most, by 0.50, without the patch around band 1 from below at 4.00 to 5.00 s]");
    }

    /** Eight blocks of half a second. The sound ends in the first, so patches around the last five are padding. */
    @Test
    void tellsHowMuchOfTheFallsIsByPadding() {
        List<Double> falls = List.of(0.0, 0.25, 0.0, 0.25, 0.5, -0.5, 0.0, 0.0);
        assertThat(map(2.4, List.of(falls, Collections.nCopies(8, -0.25))).shareAfterEnd())
                .isEqualTo(0.75);
        assertThat(map(2.5, List.of(falls)).shareAfterEnd()).isEqualTo(0.75);
        assertThat(map(2.6, List.of(falls)).shareAfterEnd()).isEqualTo(0.5);
        assertThat(map(2.6, List.of(falls)))
                .asString()
                .endsWith("; 50 % of all falls are by patches after the end of the sound at 2.6 s]");
    }

    @Test
    void withoutAFallNothingIsAfterTheEnd() {
        OcclusionMap map = map(3.5, List.of(List.of(0.0, -0.25)));
        assertThat(map.shareAfterEnd()).isZero();
        assertThat(map).asString().contains("no patch makes it fall");
    }

    @Test
    void refusesWhatIsNoMap() {
        assertThatThrownBy(() -> map(6, List.of())).hasMessage("a map needs at least one block, got none");
        assertThatThrownBy(() -> map(6, List.of(List.of()))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> map(6, List.of(List.of(0.0), List.of(0.0, 1.0))))
                .hasMessage("each band must have the same number of blocks, got 1 and 2");
        assertThatThrownBy(() -> map(6, List.of(List.of(1.5)))).hasMessage("a drop must be in [-1, 1], got 1.5");
        assertThatThrownBy(() -> map(6, List.of(List.of(Double.NaN)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OcclusionMap("cat", 2, List.of(List.of(0.0)), SPAN, 6))
                .hasMessage("probability must be in [0, 1], got 2.0");
    }
}
