package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static io.github.jukelab.feature.FeatureFixtures.spectrogram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralContrastTest {

    private static final double[] EDGES = {0, 200, 400, 800, 1600, 3200, 6400, 12800};

    /** The definition by sorting whole bands. Band edges of these frame sizes lie at, between and far from bins. */
    @ParameterizedTest
    @ValueSource(ints = {220, 441, 1000, 2048, 8820})
    void equalsTheDefinition(int nFft) {
        Spectrogram magnitude =
                Spectrogram.of(Waves.noise(30_000, nFft), Stft.of(nFft).withHop(97));
        FrameSeries contrast = SpectralContrast.of(magnitude);
        for (int band = 0; band < 7; band++) {
            for (int t = 0; t < contrast.frames(); t += 50) {
                assertThat(contrast.value(band, t)).isCloseTo((float) contrast(magnitude, band, t), within(1e-4f));
            }
        }
        assertThat(contrast.frames()).isEqualTo(magnitude.frames());
    }

    @Test
    void waveAndMagnitudesGiveTheSameContrast() {
        Wave wave = Waves.noise(5000, 2);
        assertThat(SpectralContrast.of(wave, Stft.LIBROSA).values())
                .containsExactly(
                        SpectralContrast.of(Spectrogram.of(wave, Stft.LIBROSA)).values());
    }

    private static double contrast(Spectrogram magnitude, int band, int frame) {
        double[] frequencies = magnitude.frequencies();
        int low = band == 0
                ? 0
                : (int) Arrays.stream(frequencies).filter(f -> f < EDGES[band]).count() - 1;
        int high = (int)
                Arrays.stream(frequencies).filter(f -> f <= EDGES[band + 1]).count();
        double[] values = new double[band == 6 ? high - low : high - low - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = magnitude.value(low + i, frame);
        }
        Arrays.sort(values);
        int few = (int) Math.max(1, Math.rint(0.02 * (high - low)));
        double valley = Arrays.stream(values).limit(few).average().orElseThrow();
        double peak = Arrays.stream(values).skip(values.length - few).average().orElseThrow();
        return 10 * Math.log10(peak / valley);
    }

    /** Band 3 is a single 0: its peak lies 80 dB below the highest peak, its valley 80 dB below the highest valley. */
    @Test
    void contrastOfFewBins() {
        double[] frequencies = {0, 200, 300, 600, 1200, 2400, 4800, 9600};
        Spectrogram magnitude = spectrogram(frequencies, Scale.MAGNITUDE, 1, 1, -0f, 10, 1, 100, 1, 1000);
        FrameSeries contrast = SpectralContrast.of(magnitude);
        assertThat(contrast.values()).containsExactly(0, 0, 10, 0, 0, 0, 30);
        assertThat(contrast.rows()).startsWith("contrast1").endsWith("contrast7");
        assertThat(contrast.unit()).isEqualTo("dB");
    }

    @Test
    void rejectsBandsWithTooFewBins() {
        assertRejected(
                () -> SpectralContrast.of(Waves.noise(500, 1), Stft.of(64)),
                "spectral contrast needs more bins from 0.0 to 200.0 Hz, got 33 from 0.0 to 11025.0 Hz");
        assertRejected(
                () -> SpectralContrast.of(spectrogram(new double[] {0, 100, 300, 500}, Scale.POWER, 1, 1, 1, 1)),
                "spectral contrast needs more bins from 800.0 to 1600.0 Hz, got 4 from 0.0 to 500.0 Hz");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 5000})
    void silenceGivesZerosAndFlatnessOne(int samples) {
        Spectrogram spectrogram = Spectrogram.of(Waves.silence(samples), Stft.LIBROSA);
        for (FrameSeries series :
                List.of(SpectralContrast.of(spectrogram), PolyFeatures.of(spectrogram, 1), Rms.of(spectrogram))) {
            assertThat(series.values()).as(series.name()).containsOnly(0);
            assertThat(series.frames()).isEqualTo(1 + samples / 512);
        }
        for (float flatness : SpectralFlatness.of(spectrogram).values()) {
            assertThat(flatness).isCloseTo(1, within(1e-6f));
        }
    }

    /** Two bands of four bins each: the highest minus the lowest value, as no share is less than one bin. */
    @Test
    void bandsCanBeOthers() {
        Spectrogram spectrogram = Spectrogram.of(
                new float[] {4, 2, 1, 8, 16, 1, 2, 4},
                new double[] {0, 100, 200, 300, 400, 500, 600, 700},
                Scale.MAGNITUDE,
                1);
        FrameSeries contrast = SpectralContrast.of(spectrogram, 300, 1, 0);
        assertThat(contrast.rows()).containsExactly("contrast1", "contrast2");
        // The bin at 300 Hz is the topmost of the first band and dropped; the second begins with the bin below 300 Hz.
        assertThat(contrast.value(0, 0)).isCloseTo((float) (10 * Math.log10(4)), within(1e-4f));
        assertThat(contrast.value(1, 0)).isCloseTo((float) (10 * Math.log10(16)), within(1e-4f));
        assertRejected(
                () -> SpectralContrast.of(spectrogram, 300, 1, 2), "the share of a band must be from 0 to 1, got 2.0");
        assertRejected(
                () -> SpectralContrast.of(spectrogram, 400, 2, 0),
                "spectral contrast needs more bins above 800.0 Hz, got 8 from 0.0 to 700.0 Hz");
    }
}
