package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComplexSpectrogramTest {

    /** The definition, term by term: windowed inverse transforms, added, over the sum of squared windows. */
    @ParameterizedTest
    @CsvSource({"8, 2, true", "8, 3, true", "9, 2, true", "15, 7, false", "16, 16, false", "16, 20, true", "1, 1, true"
    })
    void inverseEqualsTheDefinition(int nFft, int hop, boolean centered) {
        Stft stft = Stft.of(nFft).withHop(hop).withCentered(centered);
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(Waves.noise(60, 1), stft);
        ComplexSpectrogram masked = spectrum.masked(Mask.of(spectrum, (hertz, seconds) -> 1 - hertz / Waves.RATE));
        double[] window = Window.hann(nFft).weights();
        double[] sums = new double[60];
        double[] weights = new double[60];
        for (int t = 0; t < masked.frames(); t++) {
            for (int i = 0; i < nFft; i++) {
                int index = stft.framing().start(t) + i;
                if (index >= 0 && index < 60) {
                    sums[index] += window[i] * inverse(masked, t, i);
                    weights[index] += window[i] * window[i];
                }
            }
        }
        Wave wave = masked.toWave();
        for (int i = 0; i < 60; i++) {
            assertThat((double) wave.sample(i)).isCloseTo(weights[i] == 0 ? 0 : sums[i] / weights[i], within(1e-6));
        }
    }

    private static double inverse(ComplexSpectrogram spectrum, int frame, int sample) {
        int nFft = spectrum.stft().nFft();
        double sum = 0;
        for (int k = 0; k < spectrum.bins(); k++) {
            double angle = 2 * Math.PI * k * sample / nFft;
            double term = spectrum.real(k, frame) * Math.cos(angle) - spectrum.imaginary(k, frame) * Math.sin(angle);
            sum += k == 0 || 2 * k == nFft ? term : 2 * term;
        }
        return sum / nFft;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 2047, 2048, 5001})
    void restoresSilenceAndShortWaves(int samples) {
        Wave noise = Waves.noise(samples, 3);
        Wave rebuilt = ComplexSpectrogram.of(noise, Stft.LIBROSA).toWave();
        assertThat(rebuilt.samples()).usingComparatorWithPrecision(1e-6f).containsExactly(noise.samples());
        assertThat(ComplexSpectrogram.of(Waves.silence(samples), Stft.LIBROSA)
                        .toWave()
                        .samples())
                .containsOnly(0)
                .hasSize(samples);
    }

    @Test
    void cutsOrPadsTheLength() {
        Wave wave = Waves.noise(5000, 4);
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(wave, Stft.of(256));
        Wave whole = spectrum.toWave();
        assertThat(spectrum.toWave(1).samples()).containsExactly(whole.sample(0));
        assertThat(spectrum.toWave(3000).samples())
                .containsExactly(whole.first(3000).samples());
        assertThat(spectrum.toWave(9000).slice(5200, 9000).samples()).containsOnly(0);
        assertThat(whole.rate()).isEqualTo(Waves.RATE);
        assertThat(whole.length()).isEqualTo(5000);
    }

    @Test
    void samplesThatNoFrameCoversAreZero() {
        Wave wave = Waves.of(20, i -> 1);
        Wave apart = ComplexSpectrogram.of(wave, new Stft(4, 8, Padding.CONSTANT, false))
                .toWave();
        assertThat(apart.samples())
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1);
    }

    @Test
    void magnitudeEqualsTheSpectrogram() {
        Wave wave = Waves.noise(3000, 5);
        Spectrogram direct = Spectrogram.of(wave, Stft.of(256));
        Spectrogram magnitude = ComplexSpectrogram.of(wave, Stft.of(256)).magnitude();
        assertThat(magnitude.values()).usingComparatorWithPrecision(1e-6f).containsExactly(direct.values());
        assertThat(magnitude.frequencies()).containsExactly(direct.frequencies());
        assertThat(magnitude).hasToString(direct.toString());
    }

    @Test
    void keepsItsSettings() {
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(Wave.of(new float[100], 8000), Stft.of(64));
        assertThat(spectrum.stft()).isEqualTo(Stft.of(64));
        assertThat(spectrum.rate()).isEqualTo(8000);
        assertThat(spectrum.secondsPerFrame()).isEqualTo(16.0 / 8000);
        assertThat(spectrum.toWave()).hasToString("Wave[8000 Hz, 0.01 s, mono]");
    }

    @Test
    void rejectsZeroSamples() {
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(Waves.noise(100, 1), Stft.of(64));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spectrum.toWave(0))
                .withMessage("a wave needs at least one sample, got 0");
    }

    @Test
    void hasSizeFrequenciesAndTime() {
        ComplexSpectrogram complex = ComplexSpectrogram.of(Waves.silence(22050), Stft.LIBROSA);
        assertThat(complex).hasToString("ComplexSpectrogram[1025 bins x 44 frames, 1.02 s]");
        assertThat(complex.frequencies()).hasSize(1025);
        assertThat(complex.secondsPerFrame()).isEqualTo(512.0 / 22050);
    }

    /** The definition with angles, as in librosa. */
    @ParameterizedTest
    @CsvSource({"64, 16, true, 0.6", "63, 20, true, 1.7", "32, 32, false, 0.3", "16, 20, true, 40"})
    void stretchingEqualsTheDefinition(int nFft, int hop, boolean centered, double rate) {
        Stft stft = Stft.of(nFft).withHop(hop).withCentered(centered);
        ComplexSpectrogram before = ComplexSpectrogram.of(Waves.noise(1000, 2), stft);
        ComplexSpectrogram after = before.stretched(rate);
        assertThat(after.frames()).isEqualTo((int) Math.ceil(before.frames() / rate));
        assertThat(after.stft()).isEqualTo(stft);
        for (int k = 0; k < after.bins(); k++) {
            double phase = angle(before, k, 0);
            for (int t = 0; t < after.frames(); t++) {
                int i = (int) (t * rate);
                double share = t * rate - i;
                double magnitude = (1 - share) * magnitude(before, k, i) + share * magnitude(before, k, i + 1);
                assertThat((double) after.real(k, t)).isCloseTo(magnitude * Math.cos(phase), within(1e-5));
                assertThat((double) after.imaginary(k, t)).isCloseTo(magnitude * Math.sin(phase), within(1e-5));
                phase += angle(before, k, i + 1) - angle(before, k, i);
            }
        }
    }

    private static double magnitude(ComplexSpectrogram spectrum, int bin, int frame) {
        return frame < spectrum.frames() ? Math.hypot(spectrum.real(bin, frame), spectrum.imaginary(bin, frame)) : 0;
    }

    private static double angle(ComplexSpectrogram spectrum, int bin, int frame) {
        return frame < spectrum.frames() ? Math.atan2(spectrum.imaginary(bin, frame), spectrum.real(bin, frame)) : 0;
    }

    @Test
    void stopsWhenInterrupted() {
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(Waves.noise(1000, 1), Stft.of(64));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> spectrum.stretched(2));
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(WindowShape.class)
    void aWaveComesBackUnderAnyWindow(WindowShape shape) {
        Wave wave = Waves.noise(3000, 1);
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(wave, Stft.of(256).withHop(32), Window.of(shape, 200));
        assertThat(spectrum.toWave().samples())
                .usingComparatorWithPrecision(1e-5f)
                .containsExactly(wave.samples());
    }
}
