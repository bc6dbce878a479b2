package io.github.jukelab.signal;

import static io.github.jukelab.signal.LibrosaFixtures.largestDifference;
import static io.github.jukelab.signal.LibrosaFixtures.largestRelative;
import static io.github.jukelab.signal.LibrosaFixtures.maximum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.Npy;
import io.github.jukelab.signal.LibrosaFixtures.Fixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spectra against librosa's, within the tolerances of the manifest. */
class SpectraParityTest {

    @Test
    void hann() {
        Npy expected = LibrosaFixtures.table("hann_2048");
        double[] weights = Window.hann(2048).weights();
        for (int i = 0; i < weights.length; i++) {
            assertThat(weights[i]).isCloseTo(expected.values()[i], org.assertj.core.data.Offset.offset(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128})
    void melFilters(int bands) {
        Npy expected = LibrosaFixtures.table("mel_filters_" + bands);
        float[][] weights = MelBank.of(bands, 22050).weights(Stft.LIBROSA.frequencies(22050));
        assertThat(largestDifference(flat(weights), expected)).isLessThanOrEqualTo(1e-7 * maximum(expected));
    }

    static Stream<Fixture> complex() {
        return LibrosaFixtures.having("stft_real_imag");
    }

    @ParameterizedTest
    @MethodSource("complex")
    void stft(Fixture fixture) {
        ComplexSpectrogram stft = ComplexSpectrogram.of(fixture.wave(), Stft.LIBROSA);
        float[] parts = new float[2 * stft.bins() * stft.frames()];
        for (int k = 0; k < stft.bins(); k++) {
            for (int t = 0; t < stft.frames(); t++) {
                parts[k * stft.frames() + t] = stft.real(k, t);
                parts[(stft.bins() + k) * stft.frames() + t] = stft.imaginary(k, t);
            }
        }
        assertThat(largestDifference(parts, fixture.expected()))
                .isLessThanOrEqualTo(1e-6 * maximum(fixture.expected()));
    }

    static Stream<Fixture> magnitudes() {
        return LibrosaFixtures.having("stft_mag_sub");
    }

    @ParameterizedTest
    @MethodSource("magnitudes")
    void everySixteenthMagnitude(Fixture fixture) {
        Spectrogram magnitude = Spectrogram.of(fixture.wave(), Stft.LIBROSA);
        float[][] bins = new float[65][];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = magnitude.bin(16 * i);
        }
        assertThat(largestDifference(flat(bins), fixture.expected()))
                .isLessThanOrEqualTo(1e-6 * maximum(fixture.expected()));
    }

    static Stream<Fixture> mels() {
        return LibrosaFixtures.having("melspectrogram");
    }

    @ParameterizedTest
    @MethodSource("mels")
    void melPower(Fixture fixture) {
        double largest = maximum(fixture.expected());
        float[] values = mel(fixture).values();
        assertThat(largestDifference(values, fixture.expected())).isLessThanOrEqualTo(1e-5 * largest);
        assertThat(largestRelative(values, fixture.expected(), 1e-6 * largest)).isLessThanOrEqualTo(1e-5);
    }

    static Stream<Fixture> decibels() {
        return LibrosaFixtures.having("mel_db");
    }

    @ParameterizedTest
    @MethodSource("decibels")
    void melDecibels(Fixture fixture) {
        assertThat(largestDifference(mel(fixture).toDecibels().values(), fixture.expected()))
                .isLessThanOrEqualTo(1e-3);
    }

    static Stream<Fixture> decibelsOfMaximum() {
        return LibrosaFixtures.having("mel_db_refmax");
    }

    @ParameterizedTest
    @MethodSource("decibelsOfMaximum")
    void melDecibelsOfMaximum(Fixture fixture) {
        float[] values = mel(fixture).toDecibels(Reference.MAX).values();
        assertThat(largestDifference(values, fixture.expected())).isLessThanOrEqualTo(1e-3);
    }

    private static Spectrogram mel(Fixture fixture) {
        return MelBank.of(128, 22050).apply(Spectrogram.of(fixture.wave(), Stft.LIBROSA));
    }

    static float[] flat(float[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
        }
        return flat;
    }

    @Test
    void paddedFramesOfTensorFlow() {
        Frames frames = Frames.of(210, 110).withCentered(false);
        List<Fixture> fixtures = LibrosaFixtures.having("tf_stft_210_110").toList();
        assumeThat(fixtures).isNotEmpty();
        for (Fixture fixture : fixtures) {
            Spectrogram spectra = Spectrogram.of(fixture.wave().first(22_050), frames, 256);
            float[] byFrame = new float[spectra.bins() * spectra.frames()];
            for (int i = 0; i < byFrame.length; i++) {
                byFrame[i] = spectra.value(i % spectra.bins(), i / spectra.bins());
            }
            assertThat(largestDifference(byFrame, fixture.expected()))
                    .as(fixture.toString())
                    .isLessThanOrEqualTo(1e-6 * maximum(fixture.expected()));
        }
    }
}
