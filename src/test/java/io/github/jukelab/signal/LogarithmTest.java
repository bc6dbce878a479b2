package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The table against {@link Math#log}. */
class LogarithmTest {

    @Property
    void agreesOverAllMagnitudes(@ForAll @DoubleRange(min = -300, max = 300) double exponent) {
        double x = Math.pow(10, exponent);
        assertThat(Logarithm.of(x)).isCloseTo(Math.log(x), within(1e-13 * Math.max(1, Math.abs(Math.log(x)))));
    }

    @Property
    void agreesNearOne(@ForAll @DoubleRange(min = 0.5, max = 2) double x) {
        assertThat(Logarithm.of(x)).isCloseTo(Math.log(x), within(1e-14));
    }

    @Test
    void logarithmOfOneIsZero() {
        assertThat(Logarithm.of(1)).isCloseTo(0, within(1e-14));
    }
}
