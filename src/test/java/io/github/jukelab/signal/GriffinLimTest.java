package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GriffinLimTest {

    private static final Spectrogram MAGNITUDE = Spectrogram.of(Waves.chirp(3000), Stft.of(256));

    /** How far the magnitudes are from those of the wave, relative to their norm. */
    private static double convergence(Spectrogram magnitude, Wave wave, Stft stft) {
        float[] expected = magnitude.values();
        float[] actual = Spectrogram.of(wave, stft).values();
        double distance = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            distance += Math.pow(actual[i] - expected[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        return Math.sqrt(distance / norm);
    }

    /** The last columns are the minimum and maximum of librosa after 32 iterations with three seeds. */
    @ParameterizedTest
    @CsvSource({
        "music_a, 0.0641, 0.0735",
        "music_b, 0.0703, 0.0787",
        "chirp, 0.0812, 0.0975",
        "noise, 0.1079, 0.1101",
        "tone_silence, 0.0658, 0.0799",
        "clicks128, 0.0930, 0.1334"
    })
    void convergesLikeLibrosa(String clip, double min, double max) {
        Spectrogram magnitude = LibrosaFixtures.having("rms")
                .filter(fixture -> fixture.clip().equals(clip))
                .map(fixture -> Spectrogram.of(fixture.wave(), Stft.LIBROSA))
                .findFirst()
                .orElseThrow();
        Wave wave = GriffinLim.of(magnitude, Stft.LIBROSA, 32, 1);
        assertThat(convergence(magnitude, wave, Stft.LIBROSA)).isBetween(0.7 * min, 1.4 * max);
    }

    @ParameterizedTest
    @CsvSource({"256, 64, true", "255, 50, true", "256, 100, false", "63, 16, false"})
    void convergesWithEachIteration(int nFft, int hop, boolean centered) {
        Stft stft = Stft.of(nFft).withHop(hop).withCentered(centered);
        Spectrogram magnitude = Spectrogram.of(Waves.chirp(3000), stft);
        double previous = Double.POSITIVE_INFINITY;
        for (int iterations : List.of(0, 1, 4, 16, 64)) {
            Wave wave = GriffinLim.of(magnitude, stft, iterations, 7);
            assertThat(stft.frames(wave.length())).isEqualTo(magnitude.frames());
            double convergence = convergence(magnitude, wave, stft);
            assertThat(convergence).isLessThan(previous);
            previous = convergence;
        }
    }

    @Test
    void seedDeterminesTheWave() {
        Wave wave = GriffinLim.of(MAGNITUDE, Stft.of(256), 3, 5);
        assertThat(GriffinLim.of(MAGNITUDE, Stft.of(256), 3, 5).samples()).containsExactly(wave.samples());
        assertThat(GriffinLim.of(MAGNITUDE, Stft.of(256), 3, 6).samples()).isNotEqualTo(wave.samples());
        assertThat(wave.length()).isEqualTo(64 * (MAGNITUDE.frames() - 1));
        assertThat(wave.rate()).isEqualTo(Waves.RATE);
    }

    @Test
    void silenceAndOneFrame() {
        Spectrogram silence = Spectrogram.of(Waves.silence(3000), Stft.LIBROSA);
        assertThat(GriffinLim.of(silence, Stft.LIBROSA, 4, 1).samples()).containsOnly(0);
        Spectrogram one = Spectrogram.of(Waves.noise(300, 1), Stft.LIBROSA);
        assertThat(GriffinLim.of(one, Stft.LIBROSA, 4, 1).length()).isEqualTo(1);
    }

    @Test
    void reportsProgressAndStopsWhenInterrupted() {
        List<String> reports = new ArrayList<>();
        GriffinLim.of(
                MAGNITUDE, Stft.of(256), 2, 1, (done, total, what) -> reports.add(done + " of " + total + " " + what));
        assertThat(reports).containsExactly("1 of 2 phases", "2 of 2 phases");
        Progress interrupting = (done, total, what) -> Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> GriffinLim.of(MAGNITUDE, Stft.of(256), 9, 1, interrupting));
    }

    @Test
    void rejectsInvalidArguments() {
        Spectrogram power = MAGNITUDE.power();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GriffinLim.of(power, Stft.of(256), 1, 1))
                .withMessage("Griffin-Lim needs magnitudes, got " + power);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GriffinLim.of(MAGNITUDE, Stft.of(512), 1, 1))
                .withMessage(Stft.of(512) + " gives 257 bins, got " + MAGNITUDE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GriffinLim.of(MAGNITUDE, Stft.of(256), -1, 1))
                .withMessage("iterations must be 0 or more, got -1");
        Stft reflecting = Stft.of(256).withPadding(Padding.REFLECT);
        Spectrogram short3 = Spectrogram.of(Waves.noise(130, 1), reflecting);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GriffinLim.of(short3, reflecting, 1, 1))
                .withMessage("reflect padding by 128 needs more than 128 samples, got 128");
    }
}
