package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MelScaleTest {

    @ParameterizedTest
    @EnumSource(MelScale.class)
    void toHertzInvertsToMel(MelScale scale) {
        for (double hertz = 0; hertz < 11025; hertz += 99) {
            assertThat(scale.toHertz(scale.toMel(hertz))).isCloseTo(hertz, within(1e-8));
        }
    }

    @Test
    void hasKnownValues() {
        assertThat(MelScale.SLANEY.toMel(1000)).isCloseTo(15, within(1e-12));
        assertThat(MelScale.SLANEY.toMel(6400)).isCloseTo(42, within(1e-12));
        assertThat(MelScale.HTK.toMel(1000)).isCloseTo(999.9855, within(1e-4));
    }
}
