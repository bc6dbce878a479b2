package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.NOISE;
import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.MelNorm;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Window;
import io.github.jukelab.signal.WindowShape;
import org.junit.jupiter.api.Test;

class MelSpectrogramTest {

    @Test
    void rejectsAWaveOfAnotherRate() {
        assertRejected(
                () -> MelSpectrogram.of(NOISE, Stft.of(64), MelBank.of(8, 44100)),
                "the mel bank is for waves of 44100 Hz, got one of 22050 Hz");
    }

    /** Sums of magnitudes are weights times magnitudes, and their decibels 10 log10 of them. */
    @Test
    void sumsMagnitudesToo() {
        Stft stft = Stft.of(512);
        MelBank bank = MelBank.of(5, NOISE.rate());
        Window window = Window.of(WindowShape.HAMMING, 400);
        Spectrogram mel = MelSpectrogram.of(NOISE, stft, bank, window, MelNorm.SLANEY, Scale.MAGNITUDE);
        Spectrogram magnitude = ComplexSpectrogram.of(NOISE, stft, window).magnitude();
        float[][] weights = bank.weights(magnitude.frequencies());
        for (int band = 0; band < 5; band++) {
            double sum = 0;
            for (int k = 0; k < magnitude.bins(); k++) {
                sum += weights[band][k] * magnitude.value(k, 3);
            }
            assertThat((double) mel.value(band, 3)).isCloseTo(sum, withinPercentage(0.001));
            assertThat((double) mel.toDecibels().value(band, 3)).isCloseTo(10 * Math.log10(sum), within(1e-3));
        }
        assertRejected(
                () -> MelSpectrogram.of(NOISE, stft, bank, window, MelNorm.SLANEY, Scale.DECIBEL),
                "mel bands are sums of powers or magnitudes, not of decibels");
    }
}
