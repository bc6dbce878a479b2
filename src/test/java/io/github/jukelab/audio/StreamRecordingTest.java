package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.codec.SampleReader;
import io.github.jukelab.codec.SoundBytes;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are too long to be held, which a limit of few samples makes of small ones. */
class StreamRecordingTest {

    private static final int MAX_HELD = 1000;
    private static final int BLOCK = 777;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audio/tone.mp3",
                "audio/tone.flac",
                "audio/tone.ogg",
                "audio/tone.m4a",
                "audio/mulaw.au",
                "audio/mp3_in_wav.wav",
                "field/ogg-chained.ogg",
                "field/mp3-stray-3-frames.mp3",
                "field/ogg-chained-rates.ogg",
                "field/flac-frame-lost.flac",
                "field/wav-mulaw-cut-little.wav"
            })
    void givesTheSamplesOfTheWave(String name) throws Exception {
        assertSame(name, LoadOptions.WHOLE);
        assertSame(name, LoadOptions.WHOLE.withOffset(0.1).withDuration(0.12));
    }

    private static void assertSame(String name, LoadOptions options) throws Exception {
        try (AudioSource source = AudioSource.open(SoundBytes.resource(name))) {
            Wave wave = Wave.read(source, options);
            Recording recording = StreamRecording.of(source, options, MAX_HELD);
            assertThat(recording).isInstanceOf(StreamRecording.class);
            assertThat(recording.rate()).isEqualTo(wave.rate());
            assertThat(recording.length()).isEqualTo(wave.length());
            assertThat(recording.warnings()).isEqualTo(wave.warnings());
            for (int pass = 0; pass < 2; pass++) {
                assertThat(samples(recording)).isEqualTo(wave.samples());
            }
        }
    }

    private static float[] samples(Recording recording) throws AudioException {
        float[] samples = new float[(int) recording.length()];
        try (SampleReader reader = recording.reader()) {
            int at = 0;
            int read = -1;
            while (read != 0) {
                read = reader.read(samples, at, Math.max(1, Math.min(BLOCK, samples.length - at)));
                at += read;
            }
            assertThat(at).isEqualTo(samples.length);
            return samples;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 44_100})
    void isResampledWhileItIsRead(int rate) throws Exception {
        LoadOptions options = LoadOptions.WHOLE.withRate(rate);
        try (AudioSource source = AudioSource.open(SoundBytes.resource("audio/tone.mp3"))) {
            Wave wave = Wave.read(source, options);
            Recording recording = StreamRecording.of(source, options, MAX_HELD);
            assertThat(recording.rate()).isEqualTo(rate);
            assertThat(recording.length()).isEqualTo(wave.length());
            assertThat(samples(recording)).containsExactly(wave.samples(), offset(1e-6f));
        }
    }

    @Test
    void aShortSoundIsHeld() throws Exception {
        try (AudioSource source = AudioSource.open(SoundBytes.resource("audio/tone.mp3"))) {
            Recording recording = Recording.of(source, LoadOptions.WHOLE);
            assertThat(recording).isInstanceOf(WaveRecording.class);
            assertThat(samples(recording))
                    .isEqualTo(Wave.read(source, LoadOptions.WHOLE).samples());
        }
    }

    @Test
    void refusesWhatAWaveRefuses() throws Exception {
        float[] samples = new float[3000];
        samples[2000] = Float.NaN;
        long[] bits = new long[samples.length];
        Arrays.setAll(bits, i -> Float.floatToIntBits(samples[i]));
        byte[] wav = SoundBytes.wav(3, 1, 32, SoundBytes.ints(ByteOrder.LITTLE_ENDIAN, bits));
        Recording recording = StreamRecording.of(AudioSource.of("nan.wav", wav), LoadOptions.WHOLE, MAX_HELD);
        assertThatThrownBy(() -> samples(recording)).isInstanceOfSatisfying(AudioException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.NOT_FINITE);
            assertThat(e).hasMessage("nan.wav: sample 2000 is NaN");
        });
        LoadOptions high = LoadOptions.WHOLE.withRate(8000 * 300);
        assertThatThrownBy(() -> StreamRecording.of(AudioSource.of("slow.wav", wav), high, MAX_HELD))
                .hasMessage("slow.wav: the header says 8000 Hz, too low for sound at 2400000 Hz");
        LoadOptions behind = LoadOptions.WHOLE.withOffset(60);
        assertThatThrownBy(() -> Recording.of(AudioSource.of("short.wav", wav), behind))
                .hasMessage("short.wav: the file holds no sample from 60.0 s on");
    }
}
