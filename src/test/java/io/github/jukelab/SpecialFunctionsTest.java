package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpecialFunctionsTest {

    /** Values of Abramowitz and Stegun, table 9.8 and 9.11. */
    @Test
    void i0() {
        assertThat(SpecialFunctions.i0(0)).isEqualTo(1);
        assertThat(SpecialFunctions.i0(1)).isCloseTo(1.2660658777520084, within(1e-15));
        assertThat(SpecialFunctions.i0(-1)).isEqualTo(SpecialFunctions.i0(1));
        assertThat(SpecialFunctions.i0(10) / 2815.716628466254).isCloseTo(1, within(1e-14));
    }

    @Test
    void sinc() {
        assertThat(SpecialFunctions.sinc(0)).isEqualTo(1);
        assertThat(SpecialFunctions.sinc(0.5)).isCloseTo(2 / Math.PI, within(1e-15));
        assertThat(SpecialFunctions.sinc(-3)).isCloseTo(0, within(1e-15));
    }
}
