package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derivatives of series for which they are known. */
class DeltaTest {

    private static FrameSeries series(int frames, IntToDoubleFunction value) {
        float[] values = new float[frames];
        for (int t = 0; t < frames; t++) {
            values[t] = (float) value.applyAsDouble(t);
        }
        return FrameSeries.of("tilt", "Hz", List.of("tilt"), values, 0.5);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 3", "1, 9, 9", "1, 9, 40", "2, 3, 5", "2, 9, 40", "3, 5, 12", "4, 9, 20"})
    void derivativeOfAPowerIsItsFactorial(int order, int width, int frames) {
        FrameSeries delta = Delta.of(series(frames, t -> Math.pow(t - 5, order)), order, width);
        double factorial = List.of(1, 2, 6, 24).get(order - 1);
        for (float value : delta.values()) {
            assertThat(value).isCloseTo((float) factorial, within(2e-3f));
        }
        assertThat(delta.frames()).isEqualTo(frames);
    }

    @Test
    void weightsAnImpulseByItsDistance() {
        float[] delta = Delta.of(series(21, t -> t == 10 ? 60 : 0)).values();
        for (int t = 0; t < 21; t++) {
            assertThat(delta[t]).isCloseTo(Math.abs(t - 10) <= 4 ? 10f - t : 0, within(1e-5f));
        }
    }

    @Test
    void endsUseTheNearestWholeWindow() {
        float[] delta = Delta.of(series(12, t -> t * t), 1, 5).values();
        assertThat(delta)
                .usingComparatorWithPrecision(1e-5f)
                .containsExactly(4, 4, 4, 6, 8, 10, 12, 14, 16, 18, 18, 18);
    }

    @Property(tries = 50)
    void constantSeriesGivesZeros(
            @ForAll @IntRange(min = -1000, max = 1000) int level, @ForAll @IntRange(min = 9, max = 50) int frames) {
        for (float value : Delta.of(series(frames, t -> level)).values()) {
            assertThat(value).isCloseTo(0, within(1e-4f));
        }
    }

    @Test
    void namesRowsAndUnit() {
        FrameSeries two = FrameSeries.of("mfcc", "", List.of("mfcc1", "mfcc2"), new float[] {0, 1, 2, 5, 5, 5}, 0.5);
        FrameSeries delta = Delta.of(two, 1, 3);
        assertThat(delta.rows()).containsExactly("mfcc1 delta", "mfcc2 delta");
        assertThat(delta.values()).usingComparatorWithPrecision(1e-6f).containsExactly(1, 1, 1, 0, 0, 0);
        assertThat(delta.unit()).isEmpty();
        assertThat(delta.secondsPerFrame()).isEqualTo(0.5);
        FrameSeries second = Delta.of(series(9, t -> t), 2, 9);
        assertThat(second).hasToString("FrameSeries[tilt delta2, 1 x 9 frames]");
        assertThat(second.unit()).isEqualTo("Hz/frame2");
    }

    @Test
    void rejectsInvalidArguments() {
        FrameSeries eight = series(8, t -> t);
        assertRejected(eight, 1, 9, "delta width 9 needs at least 9 frames, got " + eight);
        assertRejected(eight, 1, 4, "delta width must be odd and at least 3, got 4");
        assertRejected(eight, 1, 1, "delta width must be odd and at least 3, got 1");
        assertRejected(eight, 0, 5, "delta order must be 1 to 4, got 0");
        assertRejected(eight, 5, 5, "delta order must be 1 to 4, got 5");
    }

    private static void assertRejected(FrameSeries series, int order, int width, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delta.of(series, order, width))
                .withMessage(message);
    }
}
