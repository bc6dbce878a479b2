package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.randomOnsetStrength;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Properties of the beats of any onset strength. */
class BeatsProperties {

    @Property(tries = 25)
    void doublingTheStrengthKeepsTheBeats(@ForAll long seed, @ForAll @IntRange(min = 2, max = 600) int frames) {
        Beats beats = Beats.of(randomOnsetStrength(frames, seed, 1));
        Beats stronger = Beats.of(randomOnsetStrength(frames, seed, 2));
        assertThat(stronger.tempo()).isEqualTo(beats.tempo());
        assertThat(stronger.frames()).containsExactly(beats.frames());
    }

    @Property(tries = 25)
    void beatsAreHalfToTwoPeriodsApart(@ForAll long seed, @ForAll @IntRange(min = 2, max = 600) int frames) {
        Beats beats = Beats.of(randomOnsetStrength(frames, seed, 1));
        double period = 60 / beats.tempo().bpm() * 22050 / 512;
        int[] found = beats.frames();
        for (int i = 1; i < found.length; i++) {
            assertThat((double) found[i] - found[i - 1]).isBetween(period / 2 - 1, 2 * period + 1e-9);
        }
    }
}
