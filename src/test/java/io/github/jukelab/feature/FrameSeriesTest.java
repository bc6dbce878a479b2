package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameSeriesTest {

    private static final FrameSeries THREE_ROWS =
            FrameSeries.of("mfcc", "dB", List.of("a", "b", "c"), new float[] {1, 2, 3, 4, 5, 6}, 0.5);

    @Test
    void anotherNameChangesNothingElse() {
        FrameSeries named = THREE_ROWS.withName("classical");

        assertThat(named.name()).isEqualTo("classical");
        assertThat(named.unit()).isEqualTo("dB");
        assertThat(named.rows()).isEqualTo(THREE_ROWS.rows());
        assertThat(named.values()).isEqualTo(THREE_ROWS.values());
        assertThat(named.secondsPerFrame()).isEqualTo(0.5);
        assertThat(THREE_ROWS.name()).isEqualTo("mfcc");
    }

    @Test
    void someRowsKeepTheirNamesAndValues() {
        FrameSeries some = THREE_ROWS.withRows(1, 3);

        assertThat(some).hasToString("FrameSeries[mfcc, 2 x 2 frames]");
        assertThat(some.rows()).containsExactly("b", "c");
        assertThat(some.row(0)).containsExactly(3, 4);
        assertThat(some.row(1)).containsExactly(5, 6);
        assertThat(THREE_ROWS.withRows(0, 3).values()).isEqualTo(THREE_ROWS.values());
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "1, 4", "2, 2"})
    void rowsMustBeThere(int from, int to) {
        assertThatThrownBy(() -> THREE_ROWS.withRows(from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows must be within 0 to 3 and not none, got " + from + " to " + to);
    }
}
