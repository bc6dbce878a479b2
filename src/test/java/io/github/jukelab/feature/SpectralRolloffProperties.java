package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SpectralRolloffProperties {

    @Property(tries = 50)
    void risesWithTheShare(@ForAll long seed, @ForAll @IntRange(min = 1, max = 98) int percent) {
        Spectrogram magnitude = Spectrogram.of(Waves.noise(600, seed), Stft.of(256));
        float[] low = SpectralRolloff.of(magnitude, percent / 100.0).values();
        float[] high = SpectralRolloff.of(magnitude, (percent + 1) / 100.0).values();
        for (int t = 0; t < low.length; t++) {
            assertThat(high[t]).isGreaterThanOrEqualTo(low[t]);
        }
    }
}
