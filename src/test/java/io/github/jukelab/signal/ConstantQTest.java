package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantQTest {

    private static final int A4 = 45;

    @Test
    void frequenciesAreThoseOfNotes() {
        double[] frequencies = ConstantQ.LIBROSA.frequencies();
        assertThat(frequencies).hasSize(84);
        assertThat(frequencies[A4]).isCloseTo(440, within(1e-9));
        assertThat(frequencies[A4 - 12]).isCloseTo(220, within(1e-9));
        assertThat(ConstantQ.LIBROSA.withTuning(0.5).frequencies()[A4])
                .isCloseTo(440 * Math.pow(2, 0.5 / 12), within(1e-9));
    }

    /** A sine of amplitude 0.5 gives half of that times the root of the filter length, minus 1.5 % for dropped bins. */
    @ParameterizedTest
    @ValueSource(ints = {A4 - 24, A4 - 12, A4, A4 + 12, A4 + 24})
    void toneFillsItsBinAndTheNeighbours(int bin) {
        double hertz = ConstantQ.LIBROSA.frequencies()[bin];
        Spectrogram spectrogram = ConstantQ.LIBROSA.apply(Waves.sine(44100, hertz));
        double height = 0.25 * Math.sqrt(16.817 * Waves.RATE / hertz);
        assertThat(spectrogram.scale()).isEqualTo(Scale.MAGNITUDE);
        for (int k = 0; k < spectrogram.bins(); k++) {
            int distance = Math.abs(k - bin);
            double expected = distance == 0 ? 1 : distance == 1 ? 0.5 : 0;
            assertThat(spectrogram.value(k, 43) / height).as("bin " + k).isCloseTo(expected, within(0.05));
        }
        assertThat(spectrogram.value(bin, 43) / height).isCloseTo(1, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"1, 512", "511, 512", "512, 512", "5000, 512", "5000, 100", "700, 7", "3001, 4096"})
    void silenceGivesZerosInEveryFrame(int samples, int hop) {
        Spectrogram spectrogram = ConstantQ.LIBROSA.withHop(hop).apply(Waves.silence(samples));
        assertThat(spectrogram.values()).containsOnly(0);
        assertThat(spectrogram.frames()).isEqualTo(1 + samples / hop);
        assertThat(spectrogram.secondsPerFrame()).isEqualTo(hop / 22050.0);
    }

    /** Frames at the same time are the same for any hop, computed with short or with long filters. */
    @ParameterizedTest
    @CsvSource({"512, 128", "512, 64", "448, 7", "400, 200", "96, 3"})
    void framesDoNotDependOnTheHop(int hop, int shorter) {
        Wave wave = Waves.noise(12_000, 1);
        ConstantQ settings = ConstantQ.of(110, 50, 12);
        Spectrogram some = settings.withHop(hop).apply(wave);
        Spectrogram all = settings.withHop(shorter).apply(wave);
        for (int k = 0; k < some.bins(); k++) {
            for (int t = 0; t < some.frames(); t++) {
                assertThat(some.value(k, t)).isCloseTo(all.value(k, t * hop / shorter), within(0.02f));
            }
        }
    }

    /** The same samples at twice the rate have their notes an octave higher. */
    @Test
    void twiceTheRateIsAnOctaveHigher() {
        float[] samples = Waves.noise(9000, 2).samples();
        ConstantQ settings = ConstantQ.of(55, 72, 12);
        assertThat(ConstantQ.of(110, 72, 12).apply(Wave.of(samples, 44100)).values())
                .containsExactly(settings.apply(Wave.of(samples, 22050)).values());
    }

    /** Resampling before the first octave or not gives the same wherever filters do not reach an end of the wave. */
    @Test
    void fewerOctavesGiveTheSameValues() {
        Wave wave = Waves.noise(22050, 3);
        Spectrogram all = ConstantQ.LIBROSA.apply(wave);
        Spectrogram low = ConstantQ.of(ConstantQ.LIBROSA.lowest(), 60, 12).apply(wave);
        for (int k = 24; k < 60; k++) {
            for (int t = 15; t < 28; t++) {
                assertThat(low.value(k, t)).isCloseTo(all.value(k, t), within(0.02f * all.value(k, t) + 1e-3f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"440, 1, 12", "440, 5, 12", "100, 13, 12", "100, 20, 24", "100, 5, 1", "1, 3, 1"})
    void acceptsAnyNumberOfBins(double lowest, int bins, int binsPerOctave) {
        Spectrogram spectrogram = ConstantQ.of(lowest, bins, binsPerOctave).apply(Waves.noise(3000, 4));
        assertThat(spectrogram.bins()).isEqualTo(bins);
        for (float value : spectrogram.values()) {
            assertThat(value).isPositive();
        }
    }

    @Test
    void rejectsInvalidSettings() {
        String lowest = "lowest frequency must be at least 1 Hz, got ";
        assertRejected(() -> ConstantQ.of(0.5, 84, 12), lowest + "0.5");
        assertRejected(() -> ConstantQ.of(Double.NaN, 84, 12), lowest + "NaN");
        assertRejected(() -> ConstantQ.of(Double.POSITIVE_INFINITY, 84, 12), lowest + "Infinity");
        assertRejected(() -> ConstantQ.of(55, 0, 12), "a constant-Q transform needs at least 1 bin, got 0");
        assertRejected(() -> ConstantQ.of(55, 84, 0), "an octave needs at least 1 bin, got 0");
        assertRejected(() -> ConstantQ.LIBROSA.withHop(0), "hop must be at least 1, got 0");
        assertRejected(() -> ConstantQ.LIBROSA.withTuning(0.6), "tuning must be from -0.5 to 0.5 bins, got 0.6");
        assertRejected(() -> ConstantQ.LIBROSA.withTuning(Double.NaN), "tuning must be from -0.5 to 0.5 bins, got NaN");
        assertRejected(
                () -> ConstantQ.LIBROSA.apply(Wave.of(new float[100], 8000)),
                "the bin at 3951.1 Hz reaches up to 4122.1 Hz, more than half the wave's rate of 8000 Hz");
    }

    private static void assertRejected(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void stopsWhenInterrupted() {
        Wave wave = Waves.noise(100, 5);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ConstantQ.LIBROSA.apply(wave)).isInstanceOf(CancellationException.class);
    }
}
