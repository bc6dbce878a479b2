package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.randomOnsetStrength;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TempogramProperties {

    @Property(tries = 25)
    void meanEqualsThatOfTheTempogram(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 80) int frames,
            @ForAll @IntRange(min = 1, max = 50) int window) {
        FrameSeries onset = randomOnsetStrength(frames, seed, 1);
        FrameSeries tempogram = Tempogram.of(onset, window);
        double[] mean = Tempogram.mean(onset, window);
        for (int lag = 0; lag < window; lag++) {
            assertThat(mean[lag]).isCloseTo(Summary.of(tempogram.row(lag)).mean(), within(1e-7));
            assertThat(mean[lag]).isBetween(-1e-12, 1 + 1e-12);
        }
    }
}
