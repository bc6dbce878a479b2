package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Centroid, with bandwidth and roll-off of the same spectra. */
class SpectralCentroidTest {

    @Test
    void centroidAndRolloffOfATone() {
        double hertz = 100.0 * Waves.RATE / 2048;
        Spectrogram spectrogram = Spectrogram.of(Waves.sine(8192, hertz), Stft.LIBROSA);
        assertThat(SpectralCentroid.of(spectrogram).value(0, 8)).isCloseTo((float) hertz, within(1f));
        assertThat(SpectralBandwidth.of(spectrogram).value(0, 8)).isBetween(5f, 20f);
        assertThat(SpectralRolloff.of(spectrogram).value(0, 8)).isCloseTo((float) (101 * hertz / 100), within(0.01f));
        assertThat(SpectralRolloff.of(spectrogram, 0.1).value(0, 8))
                .isCloseTo((float) (99 * hertz / 100), within(0.01f));
    }

    @Test
    void momentsOfFewBins() {
        Spectrogram spectrogram =
                Spectrogram.of(new float[] {1, 0, 0, 0, 3, 0}, new double[] {0, 100, 200}, Scale.MAGNITUDE, 0.5);
        assertThat(SpectralCentroid.of(spectrogram).values()).containsExactly(150, 0);
        assertThat(SpectralBandwidth.of(spectrogram).values())
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly((float) Math.sqrt(7500), 0);
        assertThat(SpectralRolloff.of(spectrogram, 0.25).values()).containsExactly(0, 0);
        assertThat(SpectralRolloff.of(spectrogram, 0.26).values()).containsExactly(200, 0);
    }

    @Test
    void risesWithAChirp() {
        Spectrogram spectrogram = Spectrogram.of(Waves.chirp(44100), Stft.LIBROSA);
        for (FrameSeries series : List.of(SpectralCentroid.of(spectrogram), SpectralRolloff.of(spectrogram))) {
            for (int t = 3; t < series.frames() - 3; t++) {
                assertThat(series.value(0, t)).isGreaterThanOrEqualTo(series.value(0, t - 1));
            }
        }
    }
}
