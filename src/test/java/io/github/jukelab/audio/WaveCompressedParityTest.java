package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Npy;
import io.github.jukelab.TestData;
import io.github.jukelab.Tolerance;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.codec.SoundBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two tones with an impulse every tenth of a second, encoded and decoded again by FFmpeg's own program. */
@Timeout(60)
class WaveCompressedParityTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "tone.mp3, 22050, 15435, 1e-5",
        "tone.ogg, 22050, 15435, 1e-5",
        "tone.flac, 22050, 15435, 0",
        "tone.m4a, 22050, 16384, 1e-5",
        "tone.opus, 48000, 33600, 1e-4",
        "mp3_in_wav.wav, 22050, 16704, 1e-5",
        "mulaw.au, 22050, 15435, 0"
    })
    void equalsFFmpegsProgramSampleBySample(String name, int rate, int length, double tolerance) throws AudioException {
        Wave wave = Wave.read(SoundBytes.resource("audio/" + name));
        assertThat(wave.rate()).isEqualTo(rate);
        assertThat(wave.length()).isEqualTo(length);
        assertThat(wave.warnings()).isEmpty();
        double[] start =
                Npy.resource("audio/" + name.replace('.', '_') + ".npy").values();
        Tolerance.of(tolerance, 0).assertClose(name, wave.first(start.length).samples(), start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.mp3", "tone.ogg", "tone.flac", "tone.m4a"})
    void partEqualsThatPartOfTheWhole(String name) throws AudioException {
        Path file = SoundBytes.resource("audio/" + name);
        Wave part = Wave.read(file, LoadOptions.WHOLE.withOffset(0.2).withDuration(0.3));
        assertThat(part.samples())
                .isEqualTo(Wave.read(file).slice(4410, 4410 + 6615).samples());
    }

    @Test
    void detectsTheFormatFromTheContent() throws IOException {
        Path named = folder.resolve("track.wav");
        Files.copy(SoundBytes.resource("audio/tone.mp3"), named);
        assertThat(Wave.read(named).length()).isEqualTo(15435);
    }

    @Test
    void warnsAboutTruncatedFiles() throws IOException {
        Path cut = cut("tone.flac", 0.8);
        Wave wave = Wave.read(cut);
        assertThat(wave.length()).isBetween(4000, 12000);
        assertThat(wave.warnings()).contains("truncated: header promises 15435 samples, file holds " + wave.length());
    }

    @Test
    void rejectsRandomBytes() {
        Random random = new Random(3);
        for (int size : new int[] {1, 3, 11, 100, 5000, 100_000}) {
            byte[] noise = new byte[size];
            random.nextBytes(noise);
            Path file = SoundBytes.file(folder, "noise.mp3", noise);
            assertThatThrownBy(() -> Wave.read(file))
                    .isInstanceOfSatisfying(
                            AudioException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_AUDIO));
        }
    }

    @Test
    void doesNotOpenPlaylists() throws IOException {
        Path list = folder.resolve("list.mp3");
        Files.writeString(list, "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\ntone.mp3\n#EXT-X-ENDLIST\n");
        assertThatThrownBy(() -> Wave.read(list))
                .isInstanceOf(AudioException.class)
                .hasMessageStartingWith(list + ": the content ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.mp3", "tone.flac"})
    void stopsWhenInterrupted(String name) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Wave.read(SoundBytes.resource("audio/" + name)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "4channels.wav, 44100, 220491, 1",
        "impulses_1second_22050.mp3, 22050, 220500, 0",
        "impulses_1second_44100_st.flac, 44100, 441000, 0",
        "impulses_1second_44100_st.mp3, 44100, 441000, 0",
        "impulses_1second_44100_st.ogg, 44100, 441000, 0",
        "mp3_inside_wav_11025.wav, 11025, 10368, 0",
        "mp3_named_wav.wav, 32000, 36335, 0",
        "pcm8_8000.wav, 8000, 4099, 0",
        "sine_440_5000period.mp3, 44100, 1002273, 0",
        "unsupported.au, 44100, 220490, 1"
    })
    void readsAwkwardFiles(String name, int rate, int length, int warnings) throws AudioException {
        Wave wave = Wave.read(hard(name));
        assertThat(wave.rate()).isEqualTo(rate);
        assertThat(wave.length()).isBetween(length - 1, length + 1);
        assertThat(wave.warnings()).hasSize(warnings);
    }

    @ParameterizedTest
    @CsvSource({"impulses_1second_44100_st.flac, 1e-4", "impulses_1second_44100_st.mp3, 0.2"})
    void keepsImpulsesAtTheirPositions(String name, double tolerance) throws AudioException {
        Wave expected = Wave.read(hard("impulses_1second_44100_st.wav"));
        Wave wave = Wave.read(hard(name));
        assertThat(loudest(wave, 22050)).isEqualTo(loudest(expected, 22050));
        assertThat((double) wave.sample(loudest(expected, 22050)))
                .isCloseTo(expected.sample(loudest(expected, 22050)), within(tolerance));
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty.mp3", "empty.wav"})
    void reportsFilesWithoutSamples(String name) {
        Path file = hard(name);
        assertThatThrownBy(() -> Wave.read(file))
                .isInstanceOfSatisfying(
                        AudioException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NO_SAMPLES))
                .hasMessage(file + ": the file holds no sample");
    }

    private static int loudest(Wave wave, int from) {
        int loudest = from;
        for (int i = from; i < from + 44100; i++) {
            loudest = Math.abs(wave.sample(i)) > Math.abs(wave.sample(loudest)) ? i : loudest;
        }
        return loudest;
    }

    private static Path hard(String name) {
        Optional<Path> file = TestData.shared("data/hard/" + name);
        Assumptions.assumeTrue(file.isPresent(), "real recordings are missing");
        return file.get();
    }

    private Path cut(String name, double share) throws IOException {
        byte[] whole = Files.readAllBytes(SoundBytes.resource("audio/" + name));
        return SoundBytes.file(folder, "cut-" + name, Arrays.copyOf(whole, (int) (whole.length * share)));
    }
}
