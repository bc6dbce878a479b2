package io.github.jukelab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.image.ColourMap;
import io.github.jukelab.image.Picture;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundOverviewTest {

    @TempDir
    Path folder;

    private Picture picture(SoundOverview overview) throws IOException {
        String png = overview.spectrogram().png().replaceFirst("^data:image/png;base64,", "");
        return Picture.read(
                Files.write(folder.resolve("picture.png"), Base64.getDecoder().decode(png)));
    }

    @Test
    void hasLowestAndHighestSamples() throws IOException {
        float[] samples = new float[10_000];
        samples[0] = -0.5f;
        samples[15] = 0.25f;
        samples[9999] = 1;
        SoundOverview.Waveform waveform =
                SoundOverview.of(Recording.of(Wave.of(samples, 8000))).waveform();
        assertThat(waveform.minimum()).hasSize(1000);
        assertThat(waveform.maximum()).hasSize(1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(waveform.minimum()[i]).isEqualTo(i == 0 ? -0.5f : 0);
            assertThat(waveform.maximum()[i]).isEqualTo(i == 1 ? 0.25f : i == 999 ? 1 : 0);
        }
    }

    /** Samples are looked at once each, however they are cut into blocks. */
    @ParameterizedTest
    @CsvSource({"1, 8000", "2, 44100", "999, 8000", "1000, 22050", "1001, 22050", "300000, 22050", "3000000, 44100"})
    void anyLength(int length, int rate) throws IOException {
        float[] samples = Waves.noise(length, 1).samples();
        SoundOverview overview = SoundOverview.of(Recording.of(Wave.of(samples, rate)));
        int stretches = Math.min(1000, length);
        float[] minimum = new float[stretches];
        float[] maximum = new float[stretches];
        Arrays.fill(minimum, 9);
        Arrays.fill(maximum, -9);
        for (int i = 0; i < length; i++) {
            int stretch = (int) ((long) i * stretches / length);
            minimum[stretch] = Math.min(minimum[stretch], samples[i]);
            maximum[stretch] = Math.max(maximum[stretch], samples[i]);
        }
        assertThat(overview.waveform().minimum()).isEqualTo(minimum);
        assertThat(overview.waveform().maximum()).isEqualTo(maximum);
        assertThat(overview.spectrogram().seconds()).isEqualTo((double) length / rate);
        assertThat(picture(overview).height()).isEqualTo(128);
        assertThat(picture(overview).width()).isBetween(1, 650);
    }

    /** The band whose centre is nearest to the tone has the brightest colour, in every column. */
    @Test
    void aToneIsALine() throws IOException {
        SoundOverview overview = SoundOverview.of(Recording.of(Waves.sine(20 * Waves.RATE, 1000)));
        Picture picture = picture(overview);
        double[] centres = MelBank.of(128, Waves.RATE).frequencies();
        int nearest = 0;
        for (int band = 0; band < 128; band++) {
            nearest = Math.abs(centres[band] - 1000) < Math.abs(centres[nearest] - 1000) ? band : nearest;
        }
        assertThat(picture.width()).isBetween(640, 650);
        for (int x = 1; x < picture.width() - 1; x++) {
            int bright = picture.rgb(x, 127 - nearest);
            assertThat(bright >> 8 & 0xff).as("green of column " + x).isGreaterThan(200);
            assertThat(picture.rgb(x, 0)).isEqualTo(ColourMap.VIRIDIS.rgb(0));
        }
        assertThat(overview.spectrogram().highestHertz()).isCloseTo(11_025, within(1e-9));
    }

    /** Half silence, half noise: the border is in the middle of the picture. */
    @Test
    void timeGoesFromLeftToRight() throws IOException {
        float[] samples = new float[2_000_000];
        System.arraycopy(Waves.noise(1_000_000, 1).samples(), 0, samples, 1_000_000, 1_000_000);
        Picture picture = picture(SoundOverview.of(Recording.of(Wave.of(samples, 22_050))));
        assertThat(picture.rgb(picture.width() / 2 - 10, 64)).isEqualTo(ColourMap.VIRIDIS.rgb(0));
        assertThat(picture.rgb(picture.width() / 2 + 10, 64) >> 8 & 0xff).isGreaterThan(100);
    }

    @Test
    void silenceIsDark() throws IOException {
        Picture picture = picture(SoundOverview.of(Recording.of(Wave.of(new float[50_000], 22_050))));
        for (int x = 0; x < picture.width(); x++) {
            assertThat(picture.rgb(x, 100)).isEqualTo(ColourMap.VIRIDIS.rgb(0));
        }
    }
}
