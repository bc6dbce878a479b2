package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What features refuse, and how they say so. */
class FeatureErrorsTest {

    private static final Wave WAVE = Waves.noise(500, 1);
    private static final Spectrogram MAGNITUDE = Spectrogram.of(WAVE, Stft.of(64));

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    static Stream<Arguments> ofEnergies() {
        return Stream.of(
                Arguments.of("chroma", (Function<Spectrogram, Object>) ChromaStft::of),
                Arguments.of("chroma", (Function<Spectrogram, Object>) s -> ChromaStft.of(s, new Tuning(0, 12))),
                Arguments.of("tuning", (Function<Spectrogram, Object>) Tuning::of),
                Arguments.of("spectral centroid", (Function<Spectrogram, Object>) SpectralCentroid::of),
                Arguments.of("spectral bandwidth", (Function<Spectrogram, Object>) SpectralBandwidth::of),
                Arguments.of("spectral rolloff", (Function<Spectrogram, Object>) SpectralRolloff::of));
    }

    @ParameterizedTest
    @MethodSource
    void ofEnergies(String name, Function<Spectrogram, Object> feature) {
        Spectrogram decibels = MAGNITUDE.toDecibels();
        refused(() -> feature.apply(decibels), name + " needs magnitudes or powers, got " + decibels);
    }

    @Test
    void rolloff() {
        refused(() -> SpectralRolloff.of(MAGNITUDE, 1.2), "rolloff share must be in (0, 1), got 1.2");
        refused(() -> SpectralRolloff.of(MAGNITUDE, 0), "rolloff share must be in (0, 1), got 0.0");
    }

    @Test
    void mel() {
        refused(
                () -> MelSpectrogram.of(WAVE, Stft.of(64), MelBank.of(8, 44100)),
                "the mel bank is for waves of 44100 Hz, got one of 22050 Hz");
    }

    @Test
    void mfcc() {
        refused(() -> Mfcc.of(MAGNITUDE, 13), "mfcc needs mel bands in power or decibels, got " + MAGNITUDE);
        refused(() -> Mfcc.of(MAGNITUDE.power(), 34), "coefficients must be 1 to 33, got 34");
    }

    @Test
    void chroma() {
        refused(() -> ChromaStft.of(WAVE, Stft.of(1)), "chroma needs at least 2 bins, got 1");
        Tuning thirds = new Tuning(0.1, 36);
        refused(() -> ChromaStft.of(MAGNITUDE, thirds), "chroma needs a tuning in semitones, got " + thirds);
    }

    @Test
    void tuning() {
        refused(() -> new Tuning(0.5, 12), "tuning must be from -0.5 to below 0.5 steps, got 0.5");
        refused(() -> Tuning.of(MAGNITUDE, 0), "an octave needs at least 1 step, got 0");
        assertThat(new Tuning(-0.17, 12)).hasToString("Tuning[-0.17 of 1/12 octave, A4 at 435.7 Hz]");
    }

    @Test
    void shortWaves() {
        Frames plain = Frames.LIBROSA.withCentered(false);
        String message = "frames of 2048 samples that are not centred need a wave as long, got 500";
        refused(() -> Rms.of(WAVE, plain), message);
        refused(() -> ZeroCrossingRate.of(WAVE, plain), message);
        refused(
                () -> FeatureRow.of(WAVE, Stft.LIBROSA.withPadding(Padding.REFLECT)),
                "reflect padding by 1024 needs more than 1024 samples, got 500");
    }

    @Test
    void row() {
        FeatureRow row = FeatureRow.of(WAVE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.value("loudness"))
                .withMessageStartingWith("no feature named loudness, there are [chroma_stft_mean, ");
        refused(() -> Summary.of(new float[0]), "a summary needs at least one value, got none");
    }

    @Test
    void series() {
        refused(() -> FrameSeries.of("x", "", List.of(), new float[1], 1), "rows must have unique names, got []");
        refused(
                () -> FrameSeries.of("x", "", List.of("a", "a"), new float[2], 1),
                "rows must have unique names, got [a, a]");
        refused(
                () -> FrameSeries.of("x", "", List.of("a", "b"), new float[3], 1),
                "3 values do not make whole frames of 2");
        refused(
                () -> FrameSeries.of("x", "", List.of("a"), new float[1], -1),
                "secondsPerFrame must be positive, got -1.0");
        refused(
                () -> FrameSeries.of("x", "", List.of("a"), new float[] {Float.NaN}, 1),
                "x holds a value that is not a number");
    }

    @Test
    void seriesSharesNoArray() {
        float[] values = {1, 2};
        FrameSeries series = FrameSeries.of("x", "Hz", List.of("a"), values, 0.5);
        values[0] = 9;
        series.values()[0] = 9;
        assertThat(series.row(0)).containsExactly(1, 2);
        assertThat(series).hasToString("FrameSeries[x, 1 x 2 frames]");
        assertThat(series.unit()).isEqualTo("Hz");
    }
}
