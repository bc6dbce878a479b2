package io.github.jukelab.codec;

import static io.github.jukelab.codec.SoundBytes.aifc;
import static io.github.jukelab.codec.SoundBytes.ascii;
import static io.github.jukelab.codec.SoundBytes.au;
import static io.github.jukelab.codec.SoundBytes.file;
import static io.github.jukelab.codec.SoundBytes.ints;
import static io.github.jukelab.codec.SoundBytes.join;
import static io.github.jukelab.codec.SoundBytes.littleChunk;
import static io.github.jukelab.codec.SoundBytes.shorts;
import static io.github.jukelab.codec.SoundBytes.wav;
import static io.github.jukelab.codec.SoundBytes.wavFormat;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcmDecoderTest {

    @TempDir
    Path folder;

    private Wave read(byte[] bytes) throws AudioException {
        return Wave.read(file(folder, "x.bin", bytes));
    }

    @Test
    void readsEveryDepthOfWav() throws AudioException {
        assertThat(read(wav(1, 1, 8, new byte[] {0, (byte) 128, (byte) 255})).samples())
                .containsExactly(-1f, 0f, 127 / 128f);
        assertThat(read(wav(1, 1, 16, shorts(LITTLE_ENDIAN, -32768, 1, 32767))).samples())
                .containsExactly(-1f, 1 / 32768f, 32767 / 32768f);
        assertThat(read(wav(1, 1, 24, new byte[] {0, 0, (byte) 0x80, 1, 0, 0, (byte) 0xff, (byte) 0xff, 0x7f}))
                        .samples())
                .containsExactly(-1f, 1 / 8388608f, 8388607 / 8388608f);
        assertThat(read(wav(1, 1, 32, ints(LITTLE_ENDIAN, Integer.MIN_VALUE, 256)))
                        .samples())
                .containsExactly(-1f, 256 / 2147483648f);
        assertThat(read(wav(3, 1, 32, ints(LITTLE_ENDIAN, Float.floatToIntBits(1.5f))))
                        .samples())
                .containsExactly(1.5f);
        byte[] doubles =
                ByteBuffer.allocate(8).order(LITTLE_ENDIAN).putDouble(0.1).array();
        assertThat(read(wav(3, 1, 64, doubles)).samples()).containsExactly(0.1f);
    }

    @Test
    void mixesChannelsDownToTheirMeanInFloat() throws AudioException {
        float a = 3 / 32768f;
        float b = -7 / 32768f;
        float c = 11 / 32768f;
        assertThat(read(wav(1, 3, 16, shorts(LITTLE_ENDIAN, 3, -7, 11, 0, 0, 0)))
                        .samples())
                .containsExactly((a + b + c) / 3, 0);
    }

    @Test
    void readsExtensibleFormatsAndSkipsOddChunks() throws AudioException {
        byte[] guid = join(shorts(LITTLE_ENDIAN, 1), new byte[14]);
        byte[] format =
                join(wavFormat(0xfffe, 1, 8000, 16), shorts(LITTLE_ENDIAN, 22, 16), ints(LITTLE_ENDIAN, 4), guid);
        byte[] bytes = wav(
                littleChunk("LIST", new byte[5]),
                littleChunk("fmt ", format),
                littleChunk("fact", new byte[4]),
                littleChunk("data", shorts(LITTLE_ENDIAN, 16384)),
                littleChunk("id3 ", new byte[7]));
        Wave wave = read(bytes);
        assertThat(wave.samples()).containsExactly(0.5f);
        assertThat(wave.rate()).isEqualTo(8000);
        assertThat(wave.warnings()).isEmpty();
    }

    @Test
    void readsBigEndianAndVeryLongWavs() throws AudioException {
        byte[] rifx = join(
                ascii("RIFX"),
                ints(BIG_ENDIAN, 38),
                ascii("WAVEfmt "),
                ints(BIG_ENDIAN, 16),
                shorts(BIG_ENDIAN, 1, 1),
                ints(BIG_ENDIAN, 8000, 16000),
                shorts(BIG_ENDIAN, 2, 16),
                ascii("data"),
                ints(BIG_ENDIAN, 2),
                shorts(BIG_ENDIAN, 16384));
        assertThat(read(rifx).samples()).containsExactly(0.5f);
        byte[] rf64 = join(
                ascii("RF64"),
                ints(LITTLE_ENDIAN, -1),
                ascii("WAVE"),
                littleChunk("ds64", ints(LITTLE_ENDIAN, 80, 0, 2, 0, 1, 0, 0)),
                littleChunk("fmt ", wavFormat(1, 1, 8000, 16)),
                ascii("data"),
                ints(LITTLE_ENDIAN, -1),
                shorts(LITTLE_ENDIAN, 16384),
                ascii("LIST"));
        assertThat(read(rf64).samples()).containsExactly(0.5f);
    }

    @Test
    void readsStreamedWavsToTheirEnd() throws AudioException {
        for (long length : new long[] {0, -1, 0x7ffff000L}) {
            byte[] bytes = join(
                    ascii("RIFF"),
                    ints(LITTLE_ENDIAN, length),
                    ascii("WAVE"),
                    littleChunk("fmt ", wavFormat(1, 1, 8000, 16)),
                    ascii("data"),
                    ints(LITTLE_ENDIAN, length),
                    shorts(LITTLE_ENDIAN, 16384, -16384));
            Wave wave = read(bytes);
            assertThat(wave.samples()).containsExactly(0.5f, -0.5f);
            assertThat(wave.warnings())
                    .containsExactly("streamed: header gives no length, read to the end of the file");
        }
    }

    @Test
    void readsTruncatedFilesWithAWarning() throws AudioException {
        byte[] whole = wav(1, 1, 16, shorts(LITTLE_ENDIAN, 1, 2, 3, 4));
        Wave wave = read(java.util.Arrays.copyOf(whole, whole.length - 3));
        assertThat(wave.length()).isEqualTo(2);
        assertThat(wave.warnings()).containsExactly("truncated: header promises 4 samples, file holds 2");
    }

    @Test
    void readsAu() throws AudioException {
        assertThat(read(au(2, 1, 2, new byte[] {-128, 64})).samples()).containsExactly(-1f, 0.5f);
        assertThat(read(au(3, 2, 4, shorts(BIG_ENDIAN, 16384, 0))).samples()).containsExactly(0.25f);
        assertThat(read(au(4, 1, 3, new byte[] {0x40, 0, 1})).samples()).containsExactly(4194305 / 8388608f);
        assertThat(read(au(5, 1, 4, ints(BIG_ENDIAN, 1 << 30))).samples()).containsExactly(0.5f);
        assertThat(read(au(6, 1, 0xffffffffL, ints(BIG_ENDIAN, Float.floatToIntBits(0.1f))))
                        .samples())
                .containsExactly(0.1f);
        byte[] doubles = ByteBuffer.allocate(8).putDouble(0.1).array();
        assertThat(read(au(7, 1, 8, doubles)).samples()).containsExactly(0.1f);
    }

    @Test
    void readsAiff() throws AudioException {
        assertThat(read(aifc("NONE", 1, 16, 2, shorts(BIG_ENDIAN, 16384, -1))).samples())
                .containsExactly(0.5f, -1 / 32768f);
        assertThat(read(aifc("sowt", 2, 16, 1, shorts(LITTLE_ENDIAN, 16384, 0))).samples())
                .containsExactly(0.25f);
        assertThat(read(aifc("NONE", 1, 24, 1, new byte[] {(byte) 0xc0, 0, 0})).samples())
                .containsExactly(-0.5f);
        assertThat(read(aifc("NONE", 1, 8, 1, new byte[] {-64})).samples()).containsExactly(-0.5f);
        Wave wave = read(aifc("fl32", 1, 32, 3, ints(BIG_ENDIAN, Float.floatToIntBits(0.1f))));
        assertThat(wave.samples()).containsExactly(0.1f);
        assertThat(wave.rate()).isEqualTo(8000);
        assertThat(wave.warnings()).containsExactly("header promises 3 samples, its sound chunk holds 1");
    }

    @Test
    void readsAPart() throws AudioException {
        Path file = file(
                folder,
                "part.wav",
                wav(
                        1,
                        1,
                        16,
                        shorts(
                                LITTLE_ENDIAN,
                                java.util.stream.IntStream.range(0, 8000).toArray())));
        Wave part = Wave.read(file, LoadOptions.WHOLE.withOffset(0.5).withDuration(0.25));
        assertThat(part.length()).isEqualTo(2000);
        assertThat(part.sample(0)).isEqualTo(4000 / 32768f);
        assertThat(Wave.read(file, LoadOptions.WHOLE.withOffset(0.9).withDuration(5))
                        .length())
                .isEqualTo(800);
        assertThat(Wave.read(file, LoadOptions.WHOLE.withRate(4000))).hasToString("Wave[4000 Hz, 1.00 s, mono]");
    }
}
