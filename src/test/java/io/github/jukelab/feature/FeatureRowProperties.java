package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Properties of the features of any wave. */
class FeatureRowProperties {

    /** A wave twice as loud has exactly twice the RMS; spectral shape, zero crossings and chroma do not change. */
    @Property(tries = 25)
    void doublingTheWaveDoublesOnlyTheRms(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5000) int samples) {
        Wave wave = Waves.noise(samples, seed);
        Wave louder = Waves.of(samples, i -> 2 * wave.sample(i));
        Spectrogram magnitude = Spectrogram.of(wave, Stft.LIBROSA);
        Spectrogram doubled = Spectrogram.of(louder, Stft.LIBROSA);
        float[] rms = Rms.of(wave).values();
        for (int t = 0; t < rms.length; t++) {
            assertThat(Rms.of(louder).value(0, t)).isEqualTo(2 * rms[t]);
        }
        assertThat(ZeroCrossingRate.of(louder).values())
                .containsExactly(ZeroCrossingRate.of(wave).values());
        assertThat(SpectralCentroid.of(doubled).values())
                .containsExactly(SpectralCentroid.of(magnitude).values());
        assertThat(SpectralRolloff.of(doubled).values())
                .containsExactly(SpectralRolloff.of(magnitude).values());
        assertThat(ChromaStft.of(doubled).values())
                .containsExactly(ChromaStft.of(magnitude).values());
    }

    @Property(tries = 25)
    void allValuesAreInRange(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5000) int samples) {
        Wave wave = Waves.noise(samples, seed);
        Spectrogram magnitude = Spectrogram.of(wave, Stft.LIBROSA);
        for (float value : ChromaStft.of(magnitude).values()) {
            assertThat(value).isBetween(0f, 1f);
        }
        for (FrameSeries hertz : List.of(
                SpectralCentroid.of(magnitude), SpectralBandwidth.of(magnitude), SpectralRolloff.of(magnitude))) {
            for (float value : hertz.values()) {
                assertThat(value).isBetween(0f, Waves.RATE / 2f);
            }
        }
    }
}
