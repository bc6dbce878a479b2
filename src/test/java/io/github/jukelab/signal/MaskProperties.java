package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MaskProperties {

    /** A soft mask and the one with exchanged arguments are between 0 and 1 and sum to 1. */
    @Property(tries = 50)
    void softMasksSumToOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int samples) {
        Spectrogram some = Spectrogram.of(Waves.noise(samples, seed), Stft.of(64));
        Spectrogram other = MedianFilter.of(3).alongTime(some);
        Mask mask = Mask.soft(some, other);
        Mask rest = Mask.soft(other, some);
        for (int bin = 0; bin < mask.bins(); bin++) {
            for (int frame = 0; frame < mask.frames(); frame++) {
                assertThat(mask.value(bin, frame)).isBetween(0f, 1f);
                assertThat(mask.value(bin, frame) + rest.value(bin, frame)).isCloseTo(1, within(1e-6f));
                assertThat(mask.complement().value(bin, frame)).isCloseTo(rest.value(bin, frame), within(1e-6f));
            }
        }
    }
}
