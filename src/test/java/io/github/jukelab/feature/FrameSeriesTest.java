package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameSeriesTest {

    private static final FrameSeries THREE_ROWS =
            FrameSeries.of("mfcc", "dB", List.of("a", "b", "c"), new float[] {1, 2, 3, 4, 5, 6}, 0.5);

    @Test
    void withNameChangesOnlyTheName() {
        FrameSeries named = THREE_ROWS.withName("classical");

        assertThat(named.name()).isEqualTo("classical");
        assertThat(named.unit()).isEqualTo("dB");
        assertThat(named.rows()).isEqualTo(THREE_ROWS.rows());
        assertThat(named.values()).isEqualTo(THREE_ROWS.values());
        assertThat(named.secondsPerFrame()).isEqualTo(0.5);
        assertThat(THREE_ROWS.name()).isEqualTo("mfcc");
    }

    @Test
    void spectrogramsKeepTheirValues() {
        FrameSeries series =
                FrameSeries.of(Spectrogram.of(new float[] {0, 5, 90, 1}, new double[] {26.4, 52.1}, Scale.POWER, 0.25));

        assertThat(series.name()).isEqualTo("Frequency in Hz");
        assertThat(series.unit()).isEqualTo("power");
        assertThat(series.rows()).containsExactly("26", "52");
        assertThat(series.row(1)).containsExactly(90, 1);
        assertThat(series.secondsPerFrame()).isEqualTo(0.25);
    }

    @Test
    void binsInTheSameHzAreNumbered() {
        FrameSeries series =
                FrameSeries.of(Spectrogram.of(new float[] {-3, -80}, new double[] {26.1, 26.2}, Scale.DECIBEL, 1));

        assertThat(series.name()).isEqualTo("Bin");
        assertThat(series.unit()).isEqualTo("dB");
        assertThat(series.rows()).containsExactly("1", "2");
    }

    @Test
    void withRowsKeepsNamesAndValues() {
        FrameSeries some = THREE_ROWS.withRows(1, 3);

        assertThat(some).hasToString("FrameSeries[mfcc, 2 x 2 frames]");
        assertThat(some.rows()).containsExactly("b", "c");
        assertThat(some.row(0)).containsExactly(3, 4);
        assertThat(some.row(1)).containsExactly(5, 6);
        assertThat(THREE_ROWS.withRows(0, 3).values()).isEqualTo(THREE_ROWS.values());
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "1, 4", "2, 2"})
    void rejectsRowsOutOfRange(int from, int to) {
        assertThatThrownBy(() -> THREE_ROWS.withRows(from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows must be a non-empty range within 0 to 3, got " + from + " to " + to);
    }

    @Test
    void rejectsNamesAndSizesThatDoNotFit() {
        assertRejected(
                () -> FrameSeries.of("x", "", List.of(), new float[1], 1), "rows must have unique names, got []");
        assertRejected(
                () -> FrameSeries.of("x", "", List.of("a", "a"), new float[2], 1),
                "rows must have unique names, got [a, a]");
        assertRejected(
                () -> FrameSeries.of("x", "", List.of("a", "b"), new float[3], 1),
                "3 values do not make whole frames of 2");
        assertRejected(
                () -> FrameSeries.of("x", "", List.of("a"), new float[1], -1),
                "secondsPerFrame must be positive, got -1.0");
        assertRejected(
                () -> FrameSeries.of("x", "", List.of("a"), new float[] {Float.NaN}, 1),
                "x holds a value that is not a number");
    }

    @Test
    void sharesNoArray() {
        float[] values = {1, 2};
        FrameSeries series = FrameSeries.of("x", "Hz", List.of("a"), values, 0.5);
        values[0] = 9;
        series.values()[0] = 9;
        assertThat(series.row(0)).containsExactly(1, 2);
        assertThat(series).hasToString("FrameSeries[x, 1 x 2 frames]");
        assertThat(series.unit()).isEqualTo("Hz");
    }

    /** Beyond the last frame is the first one of the next row, and beyond the last row nothing. */
    @ParameterizedTest
    @CsvSource({"0, 2", "2, 2", "1, -1", "3, 0", "-1, 1"})
    void thereIsNoValueOutOfRange(int row, int frame) {
        assertThatThrownBy(() -> THREE_ROWS.value(row, frame)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> THREE_ROWS.row(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
