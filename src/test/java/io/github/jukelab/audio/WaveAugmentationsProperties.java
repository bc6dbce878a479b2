package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Properties of augmented waves. */
class WaveAugmentationsProperties {

    private static final int RATE = 22050;

    @Property
    void rollingBackRestoresTheWave(
            @ForAll @Size(min = 1, max = 50) @FloatRange(min = -1, max = 1) float[] samples,
            @ForAll int there,
            @ForAll @IntRange(min = -60, max = 60) int further) {
        Wave wave = Wave.of(samples, RATE);
        Wave rolled = WaveAugmentations.rolled(wave, there);
        assertThat(rolled.samples()).containsExactlyInAnyOrder(samples);
        Wave back = WaveAugmentations.rolled(rolled, -(there % samples.length));
        assertThat(back.samples()).containsExactly(samples);
        int both = there % samples.length + further;
        assertThat(WaveAugmentations.rolled(rolled, further).samples())
                .containsExactly(WaveAugmentations.rolled(wave, both).samples());
    }
}
