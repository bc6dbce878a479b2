package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.codec.SoundBytes;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaveTest {

    private static final Wave WAVE = Wave.of(new float[] {0, .1f, .2f, .3f, .4f}, 10);

    @TempDir
    Path folder;

    @Test
    void copiesAndChecksItsSamples() {
        float[] samples = {.5f, -.5f};
        Wave wave = Wave.of(samples, 8000);
        samples[0] = 0;
        assertThat(wave.samples()).containsExactly(.5f, -.5f);
        assertThat(wave).hasToString("Wave[8000 Hz, 0.00 s, mono]");
        assertThat(wave.warnings()).isEmpty();
        assertThatThrownBy(() -> Wave.of(samples, 0)).hasMessage("rate must be positive, got 0");
        assertThatThrownBy(() -> Wave.of(new float[0], 1)).hasMessage("a wave needs at least one sample, got none");
        assertThatThrownBy(() -> Wave.of(new float[] {0, Float.NaN}, 1))
                .hasMessage("samples must be finite, got NaN at 1");
    }

    @Test
    void cutsAndPads() {
        assertThat(WAVE.slice(1, 3).samples()).containsExactly(.1f, .2f);
        assertThat(WAVE.first(2).samples()).containsExactly(0, .1f);
        assertThat(WAVE.first(9).length()).isEqualTo(5);
        assertThat(WAVE.padded(7).samples()).containsExactly(0, .1f, .2f, .3f, .4f, 0, 0);
        assertThat(WAVE.padded(3)).isSameAs(WAVE);
        assertThatThrownBy(() -> WAVE.slice(2, 6)).hasMessage("slice must be within 0 to 5 and not empty, got 2 to 6");
        assertThatThrownBy(() -> WAVE.first(0)).hasMessage("length must be positive, got 0");
    }

    @Test
    void cutsCompleteWindowsOnly() {
        assertThat(WAVE.windows(2, 1)).hasSize(4);
        assertThat(WAVE.windows(2, 2)).hasSize(2).last().satisfies(window -> assertThat(window.samples())
                .containsExactly(.2f, .3f));
        assertThat(WAVE.windows(6, 1)).isEmpty();
        assertThatThrownBy(() -> WAVE.windows(2, 0))
                .hasMessage("length and hop of windows must be positive, got 2 and 0");
        assertThat(Wave.of(new float[660_000], 22_050).windows(33_000, 16_500)).hasSize(39);
    }

    @Test
    void writesSixteenBitsRoundedAndClipped() throws IOException {
        Path file = folder.resolve("out.wav");
        Wave.of(new float[] {2, -2, .5f / 32768, 1.5f / 32768, -.6f / 32768}, 8000)
                .write(file);
        assertThat(Wave.read(file).samples()).containsExactly(32767 / 32768f, -1, 0, 2 / 32768f, -1 / 32768f);
        assertThat(Files.size(file)).isEqualTo(44 + 10);
        Wave.of(new float[] {0}, 8000).write(file);
        assertThat(Wave.read(file).length()).isEqualTo(1);
        assertThat(folder.toFile().list()).containsExactly("out.wav");
        assertThatThrownBy(() -> WAVE.write(file.resolve("below.wav"))).isInstanceOf(IOException.class);
    }

    @Test
    void takesAPathAsText() throws IOException {
        String file = file(SoundBytes.wav(1, 1, 16, new byte[8])).toString();

        assertThat(Wave.read(file).length()).isEqualTo(4);
        assertThat(Wave.read(file, LoadOptions.WHOLE.withRate(16_000)).length()).isEqualTo(8);
    }

    @Test
    void saysWhereARelativePathWasLookedFor() {
        assertThatThrownBy(() -> Wave.read("sounds/none.wav"))
                .isInstanceOf(AudioException.class)
                .hasMessage(Path.of("sounds", "none.wav") + ": there is no such file in "
                        + Path.of("").toAbsolutePath());
    }

    @Test
    void namesFileAndReason() {
        assertUnreadable(folder.resolve("none.wav"), Problem.MISSING, "there is no such file");
        assertUnreadable(folder, Problem.NOT_AUDIO, "not a file but a folder or device");
        assertUnreadable(file(), Problem.EMPTY, "the file is empty (0 bytes)");
        byte[] wav = SoundBytes.wav(1, 1, 16, new byte[4]);
        assertUnreadable(
                file(java.util.Arrays.copyOf(wav, 30)),
                Problem.TRUNCATED,
                "a chunk reaches beyond the end of the file (no data chunk)");
        assertUnreadable(
                file(java.util.Arrays.copyOf(wav, 45)), Problem.TRUNCATED, "the file ends before its first sample");
        assertUnreadable(
                file(SoundBytes.wav(1, 0, 16, wav)), Problem.NOT_AUDIO, "the header says 0 channels at 8000 Hz");
        assertUnreadable(
                file(SoundBytes.wav(SoundBytes.littleChunk("data", wav))),
                Problem.NOT_AUDIO,
                "samples come without a format (no fmt chunk)");
        assertUnreadable(file(SoundBytes.wav(1, 1, 16, new byte[0])), Problem.NO_SAMPLES, "the file holds no sample");
        assertUnreadable(file(SoundBytes.ascii(".snd")), Problem.TRUNCATED, "the file ends within its header");
        assertUnreadable(
                file(SoundBytes.ascii("This is a text and not a sound.")),
                Problem.NOT_AUDIO,
                "the content is of no known audio format");
        byte[] nan = SoundBytes.ints(ByteOrder.LITTLE_ENDIAN, 0, Float.floatToIntBits(Float.NaN));
        assertUnreadable(file(SoundBytes.wav(3, 1, 32, nan)), Problem.NOT_FINITE, "sample 1 is NaN");
    }

    @Test
    void namesTheMissingCodec() {
        Path file = file(SoundBytes.wav(0x1234, 1, 16, new byte[64]));
        assertThatThrownBy(() -> Wave.read(file))
                .isInstanceOfSatisfying(
                        AudioException.class, e -> assertThat(e.problem()).isEqualTo(Problem.UNSUPPORTED))
                .hasMessageStartingWith(file + ": there is no decoder for its codec");
    }

    @Test
    void reportsAPartBeyondTheEnd() {
        Path file = file(SoundBytes.wav(1, 1, 16, new byte[4]));
        assertThatThrownBy(() -> Wave.read(file, LoadOptions.WHOLE.withOffset(2)))
                .hasMessage(file + ": the file holds no sample from 2.0 s on");
    }

    @Test
    void checksLoadOptions() {
        assertThatThrownBy(() -> LoadOptions.WHOLE.withOffset(-1)).hasMessage("offset must be 0 s or more, got -1.0");
        assertThatThrownBy(() -> LoadOptions.WHOLE.withDuration(0)).hasMessage("duration must be positive, got 0.0");
        assertThatThrownBy(() -> LoadOptions.WHOLE.withRate(0)).hasMessage("rate must be positive, got 0");
    }

    private Path file(byte... bytes) {
        return SoundBytes.file(folder, "bad" + bytes.length, bytes);
    }

    private static void assertUnreadable(Path file, Problem problem, String reason) {
        assertThatThrownBy(() -> Wave.read(file))
                .isInstanceOfSatisfying(AudioException.class, e -> {
                    assertThat(e.problem()).isEqualTo(problem);
                    assertThat(e.source()).isEqualTo(file.toString());
                    assertThat(e.reason()).isEqualTo(reason);
                })
                .hasMessage(file + ": " + reason);
    }
}
