package io.github.jukelab.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mp3EncoderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"44100, 100001", "22050, 22050", "16000, 5000", "8000, 800", "8000, 576", "8000, 200", "44100, 2000"})
    void keepsLengthAndAlignment(int rate, int length) throws IOException {
        Wave wave = tone(rate, length);

        Wave decoded = Wave.read(Files.write(folder.resolve("tone.mp3"), wave.toMp3()));

        assertThat(decoded.rate()).isEqualTo(rate);
        assertThat(decoded.length()).isEqualTo(length);
        assertThat(decoded.warnings()).isEmpty();
        assertThat(distance(wave, decoded)).isLessThan(0.02);
    }

    @Test
    void isSmallAndReproducible() {
        byte[] mp3 = tone(22_050, 220_500).toMp3();

        assertThat(mp3).hasSizeBetween(80_000, 82_500);
        assertThat(tone(22_050, 220_500).toMp3()).isEqualTo(mp3);
    }

    @Test
    void rejectsRatesThatMp3DoesNotHave() {
        assertThatThrownBy(() -> tone(96_000, 100).toMp3())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate of an mp3 file must be one of [8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100,"
                        + " 48000] Hz, got 96000");
    }

    private static Wave tone(int rate, int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            double fade = Math.min(1, Math.min(i, length - 1 - i) / 500.0);
            samples[i] = (float) (0.5 * fade * Math.sin(2 * Math.PI * 440 * i / rate));
        }
        return Wave.of(samples, rate);
    }

    /** Root mean square of the difference. */
    private static double distance(Wave a, Wave b) {
        double sum = 0;
        for (int i = 0; i < a.length(); i++) {
            sum += Math.pow(a.sample(i) - b.sample(i), 2);
        }
        return Math.sqrt(sum / a.length());
    }
}
