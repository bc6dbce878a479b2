package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpectrogramTest {

    static Stream<Arguments> settings() {
        return Stream.of(2, 3, 8, 15, 64, 100)
                .flatMap(nFft -> Stream.of(1, 7, 16).flatMap(hop -> Stream.of(Padding.values())
                        .flatMap(padding -> Stream.of(true, false).flatMap(centered -> Stream.of(200, 201)
                                .map(length -> Arguments.of(new Stft(nFft, hop, padding, centered), length))))));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void equalsTheDefinition(Stft stft, int length) {
        Wave wave = Waves.noise(length, 1);
        ComplexSpectrogram complex = ComplexSpectrogram.of(wave, stft);
        Spectrogram magnitude = Spectrogram.of(wave, stft);
        double[] window = Window.hann(stft.nFft()).weights();
        for (int t = 0; t < complex.frames(); t += 5) {
            for (int k = 0; k < complex.bins(); k++) {
                double real = 0;
                double imaginary = 0;
                for (int i = 0; i < stft.nFft(); i++) {
                    double sample = window[i]
                            * stft.framing().sample(wave, stft.framing().start(t) + i);
                    real += sample * Math.cos(2 * Math.PI * k * i / stft.nFft());
                    imaginary -= sample * Math.sin(2 * Math.PI * k * i / stft.nFft());
                }
                assertThat(complex.real(k, t)).isCloseTo((float) real, within(1e-6f));
                assertThat(complex.imaginary(k, t)).isCloseTo((float) imaginary, within(1e-6f));
                assertThat(magnitude.value(k, t)).isCloseTo((float) Math.hypot(real, imaginary), within(1e-6f));
            }
        }
    }

    @Test
    void impulseHasAFlatSpectrum() {
        Spectrogram spectrogram = Spectrogram.of(Waves.of(4096, i -> i == 2048 ? 1 : 0), Stft.of(1024));
        for (int k = 0; k < spectrogram.bins(); k++) {
            assertThat(spectrogram.value(k, 8)).isCloseTo(1, within(1e-6f));
            assertThat(spectrogram.value(k, 7)).isCloseTo(0.5f, within(1e-6f));
            assertThat(spectrogram.value(k, 0)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Padding.class)
    void sineOnABinFillsThreeBins(Padding padding) {
        double hertz = 100.0 * Waves.RATE / 2048;
        Spectrogram spectrogram = Spectrogram.of(Waves.sine(8192, hertz), Stft.LIBROSA.withPadding(padding));
        assertThat(spectrogram.value(100, 8)).isCloseTo(0.5f * 2048 / 4, within(1e-3f));
        assertThat(spectrogram.value(99, 8)).isCloseTo(0.25f * 2048 / 4, within(1e-3f));
        assertThat(spectrogram.value(103, 8)).isCloseTo(0, within(1e-4f));
        assertThat(spectrogram.frequencies()[100]).isCloseTo(hertz, within(1e-9));
    }

    @Test
    void silenceGivesZerosAndOneSampleOneFrame() {
        assertThat(Spectrogram.of(Waves.silence(3000)).values()).containsOnly(0).hasSize(1025 * (1 + 3000 / 512));
        Spectrogram one = Spectrogram.of(Waves.of(1, i -> 1), Stft.LIBROSA);
        assertThat(one.frames()).isEqualTo(1);
        assertThat(one.value(7, 0)).isCloseTo(1, within(1e-6f));
    }

    @Test
    void powerIsTheSquare() {
        Wave wave = Waves.noise(3000, 2);
        Spectrogram magnitude = Spectrogram.of(wave, Stft.of(256));
        Spectrogram power = magnitude.power();
        assertThat(power.scale()).isEqualTo(Scale.POWER);
        assertThat(power.value(9, 3)).isEqualTo(magnitude.value(9, 3) * magnitude.value(9, 3));
        assertThat(power.values())
                .containsExactly(Spectrogram.of(wave, Stft.of(256), Scale.POWER).values());
        assertThat(power.power()).isSameAs(power);
        assertThatIllegalStateException()
                .isThrownBy(() -> magnitude.toDecibels().power())
                .withMessageStartingWith("power cannot be recovered from clipped decibels, got Spectrogram[129 bins");
    }

    @Test
    void decibelsOfPowerAndMagnitudeAgree() {
        Wave wave = Waves.noise(3000, 3);
        Spectrogram magnitude = Spectrogram.of(wave, Stft.of(256));
        float[] decibels = magnitude.toDecibels().values();
        assertThat(magnitude.power().toDecibels().values())
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(decibels);
        assertThat(Spectrogram.of(wave, Stft.of(256), Scale.DECIBEL).values()).containsExactly(decibels);
    }

    @Test
    void decibelsDependOnTheReference() {
        Spectrogram power = power(1e-3f, 10, 1000, 0);
        assertThat(power.toDecibels().values())
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(-30, 10, 30, -50);
        assertThat(power.toDecibels(Reference.of(10)).values())
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(-40, 0, 20, -60);
        assertThat(power.toDecibels(Reference.MAX).values())
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(-60, -20, 0, -80);
        assertThat(Reference.MAX).hasToString("Reference[maximum]");
        assertThat(Reference.ONE).hasToString("Reference[1.0]");
    }

    @Test
    void decibelsOfSilenceAreOneLevel() {
        assertThat(power(0, 0).toDecibels().values())
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(-100, -100);
        assertThat(power(0, 0).toDecibels(Reference.MAX).values()).containsExactly(0, 0);
    }

    private static Spectrogram power(float... values) {
        return Spectrogram.of(values, new double[] {100}, Scale.POWER, 0.1);
    }

    @Test
    void rejectsDecibelsOfDecibels() {
        Spectrogram decibels = power(1).toDecibels();
        assertThatIllegalStateException()
                .isThrownBy(decibels::toDecibels)
                .withMessage("already in decibels: Spectrogram[1 bins x 1 frames, decibel, 0.10 s]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reference.of(0))
                .withMessage("a reference must be positive, got 0.0");
    }

    @Test
    void rejectsInvalidArguments() {
        double[] hertz = {100, 200};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spectrogram.of(new float[3], hertz, Scale.POWER, 1))
                .withMessage("3 values do not make whole frames of 2 bins");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spectrogram.of(new float[2], hertz, Scale.POWER, 0))
                .withMessage("secondsPerFrame must be positive, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spectrogram.of(new float[] {1, -2}, hertz, Scale.POWER, 1))
                .withMessage("POWER must be a finite number, at least 0.0, got -2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spectrogram.of(new float[] {1, Float.NaN}, hertz, Scale.DECIBEL, 1))
                .withMessage("DECIBEL must be a finite number, at least -Infinity, got NaN");
    }

    @Test
    void sharesNoArray() {
        float[] values = {1, 2};
        double[] hertz = {100, 200};
        Spectrogram spectrogram = Spectrogram.of(values, hertz, Scale.POWER, 1);
        values[0] = 9;
        hertz[0] = 9;
        spectrogram.values()[0] = 9;
        spectrogram.frequencies()[0] = 9;
        assertThat(spectrogram.value(0, 0)).isEqualTo(1);
        assertThat(spectrogram.frequencies()).containsExactly(100, 200);
        assertThat(spectrogram.bin(1)).containsExactly(2);
    }

    @Test
    void decibelsOfAnyRange() {
        Spectrogram power = Spectrogram.of(new float[] {1, 1e-3f, 1e-9f}, new double[] {1}, Scale.POWER, 1);
        assertThat(power.toDecibels(Reference.ONE, 20).values()).containsExactly(0, -20, -20);
        assertThat(power.toDecibels(Reference.of(10), Double.POSITIVE_INFINITY).values())
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(-10, -40, -100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> power.toDecibels(Reference.ONE, -1))
                .withMessage("the range must be 0 dB or more, got -1.0");
    }

    /** A window of ones in the middle of a longer frame: the spectrum of these samples alone. */
    @Test
    void aShortWindowLeavesTheMiddle() {
        Wave wave = Wave.of(new float[] {5, 1, 2, 3, 4, 7}, 8000);
        FrameBlock frame = FrameBlock.of(wave, Frames.of(6, 6).withCentered(false));
        Window window = Window.of(WindowShape.BOXCAR, 2);
        assertThat(Spectrogram.of(frame, window, Scale.MAGNITUDE).value(0, 0)).isEqualTo(5);
        assertThat(Spectrogram.of(frame, window, Scale.POWER).value(3, 0)).isCloseTo(1, within(1e-6f));
        assertThatIllegalArgumentException().isThrownBy(() -> Spectrogram.of(frame, window, Scale.DECIBEL));
    }
}
