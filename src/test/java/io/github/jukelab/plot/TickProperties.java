package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class TickProperties {

    @Property
    void ticksLieOnTheAxisAndAreFew(
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1e5) double range,
            @ForAll @IntRange(min = 5, max = 10) int count) {
        List<Tick> ticks = Tick.linear(low, low + range, count);
        assertThat(ticks).hasSizeBetween(2, count + 1);
        assertThat(ticks).allSatisfy(tick -> assertThat(tick.at()).isBetween(-1e-6, 1 + 1e-6));
        assertThat(ticks).extracting(Tick::label).doesNotHaveDuplicates();
    }

    @Property
    void labelsMatchTheirPositions(@ForAll @DoubleRange(min = 0.01, max = 1e5) double high) {
        for (Tick tick : Tick.linear(0, high, 6)) {
            assertThat(Double.parseDouble(tick.label())).isCloseTo(tick.at() * high, within(1e-6 * high));
        }
    }

    @Example
    void labelsAreRoundNumbers() {
        assertThat(Tick.linear(0, 30.01, 8))
                .extracting(Tick::label)
                .containsExactly("0", "5", "10", "15", "20", "25", "30");
        assertThat(Tick.linear(-0.5, 0.5, 6))
                .extracting(Tick::label)
                .containsExactly("-0.4", "-0.2", "0.0", "0.2", "0.4");
        assertThat(Tick.rows(List.of("a", "b", "c", "d"), 2))
                .extracting(Tick::label)
                .containsExactly("a", "c");
    }

    @Example
    void partsOfARowHaveOneTick() {
        assertThat(Tick.rows(List.of("C", "C 2", "C 3", "D", "D 2", "E 2"), 16))
                .containsExactly(new Tick(1.5 / 6, "C"), new Tick(4.0 / 6, "D"), new Tick(5.5 / 6, "E 2"));
    }

    @Example
    void patternsHaveTheDecimalsOfTheirStep() {
        assertThat(Tick.pattern(0, 40, 8)).isEqualTo("0");
        assertThat(Tick.pattern(0, 2.4, 6)).isEqualTo("0.0");
        assertThat(Tick.pattern(-0.002, 0.001, 8)).isEqualTo("0.0000");
        assertThat(Tick.pattern(0, 1e20, 6)).isEqualTo("0.###E0");
        assertThat(Tick.pattern(0, 1e-20, 6)).isEqualTo("0.###E0");
    }
}
