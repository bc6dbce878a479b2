package io.github.jukelab.codec;

import static io.github.jukelab.codec.SoundBytes.ascii;
import static io.github.jukelab.codec.SoundBytes.au;
import static io.github.jukelab.codec.SoundBytes.bigChunk;
import static io.github.jukelab.codec.SoundBytes.ints;
import static io.github.jukelab.codec.SoundBytes.join;
import static io.github.jukelab.codec.SoundBytes.littleChunk;
import static io.github.jukelab.codec.SoundBytes.shorts;
import static io.github.jukelab.codec.SoundBytes.wav;
import static io.github.jukelab.codec.SoundBytes.wavFormat;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that contradict themselves or leave something out. All sounds are 0.5, -0.5. */
class SoundHeaderTest {

    private static final byte[] LITTLE = shorts(LITTLE_ENDIAN, 16384, -16384);
    private static final byte[] BIG = shorts(BIG_ENDIAN, 16384, -16384);

    @Test
    void theBlockSizeTellsTheSampleOnlyWhereTheBitsDoNot() throws AudioException {
        assertSound(wav(fmt(1, 0, 2), littleChunk("data", LITTLE)));
        assertSound(wav(fmt(1, 16, 0), littleChunk("data", LITTLE)));
        byte[] padded = {0, 0, 0, 0x40, 0, 0, 0, (byte) 0xc0};
        assertSound(wav(extensible(24, 4, 20), littleChunk("data", padded)));
        byte[] packed = {0, 0, 0x40, 0, 0, (byte) 0xc0};
        assertSound(wav(extensible(24, 3, 20), littleChunk("data", packed)));
        assertSound(wav(extensible(24, 4, 24), littleChunk("data", packed)));
    }

    private static byte[] fmt(int tag, int bits, int block) {
        ByteOrder order = LITTLE_ENDIAN;
        return littleChunk("fmt ", join(shorts(order, tag, 1), ints(order, 8000, 16000), shorts(order, block, bits)));
    }

    private static byte[] extensible(int bits, int block, int valid) {
        ByteOrder order = LITTLE_ENDIAN;
        byte[] guid = join(shorts(order, 1), new byte[14]);
        byte[] start = join(shorts(order, 0xfffe, 1), ints(order, 8000, 16000), shorts(order, block, bits));
        return littleChunk("fmt ", join(start, shorts(order, 22, valid), ints(order, 4), guid));
    }

    @Test
    void aPadByteIsSkippedWhereItIs() throws AudioException {
        byte[] odd = join(ascii("LIST"), ints(LITTLE_ENDIAN, 5), ascii("INFOx"));
        assertSound(wav(fmt(1, 16, 2), odd, littleChunk("data", LITTLE)));
        assertSound(wav(fmt(1, 16, 2), odd, ascii("y"), littleChunk("data", LITTLE)));
        assertSound(wav(odd, fmt(1, 16, 2), odd, littleChunk("data", LITTLE)));
        byte[] name = join(ascii("NAME"), ints(BIG_ENDIAN, 3), ascii("abc"));
        assertSound(aiff("AIFF", name, comm(2, 16, ""), bigChunk("SSND", join(new byte[8], BIG))));
    }

    @Test
    void theSoundChunkOfAiffTellsTheLengthAsLongAsItIsWithinTheFile() throws AudioException {
        byte[] content = join(new byte[8], BIG);
        assertSound(aiff("AIFF", comm(2, 16, ""), join(ascii("SSND"), ints(BIG_ENDIAN, 0), content)));
        assertSound(aiff("AIFF", comm(2, 16, ""), join(ascii("SSND"), ints(BIG_ENDIAN, -1), content)));
        Wave wave = read(aiff("AIFF", comm(1, 16, ""), bigChunk("SSND", content), bigChunk("ANNO", ascii("pure"))));
        assertThat(wave.samples()).containsExactly(0.5f, -0.5f);
        assertThat(wave.warnings()).containsExactly("header promises 1 samples, its sound chunk holds 2");
    }

    @Test
    void littleEndianSamplesOfAiffAndAu() throws AudioException {
        byte[] floats = ints(LITTLE_ENDIAN, Float.floatToIntBits(0.5f), Float.floatToIntBits(-0.5f));
        byte[] packed = {0, 0, 0x40, 0, 0, (byte) 0xc0};
        assertSound(aiff("AIFC", comm(2, 24, "42ni"), bigChunk("SSND", join(new byte[8], packed))));
        assertSound(aiff("AIFC", comm(2, 24, "23ni"), bigChunk("SSND", join(new byte[8], packed))));
        assertSound(aiff("AIFC", comm(2, 32, "23lf"), bigChunk("SSND", join(new byte[8], floats))));
        assertSound(join(ascii("dns."), ints(LITTLE_ENDIAN, 24, 8, 6, 8000, 1), floats));
        assertThatThrownBy(() -> read(join(ascii("dns."), ints(LITTLE_ENDIAN, 24, 8, 24, 8000, 1), floats)))
                .hasMessageEndingWith("there is no decoder for its codec, number 24 of au files");
    }

    @Test
    void logarithmicSamplesCoverTheRange() throws AudioException {
        // ITU-T G.711: the largest values are 32124 and 32256 of 32768, the smallest step of A-law is 8.
        byte[] mu = {(byte) 0x80, 0, (byte) 0xff, 0x7f};
        assertThat(read(wav(7, 1, 8, mu)).samples()).containsExactly(32124 / 32768f, -32124 / 32768f, 0, 0);
        byte[] a = {(byte) 0xaa, 0x2a, (byte) 0xd5, 0x55};
        assertThat(read(wav(6, 1, 8, a)).samples())
                .containsExactly(32256 / 32768f, -32256 / 32768f, 8 / 32768f, -8 / 32768f);
        assertThat(read(au(27, 1, 4, a)).samples())
                .containsExactly(read(wav(6, 1, 8, a)).samples());
        byte[] aifc = aiff("AIFC", comm(4, 8, "ulaw"), bigChunk("SSND", join(new byte[8], mu)));
        assertThat(read(aifc).samples()).containsExactly(read(wav(7, 1, 8, mu)).samples());
    }

    @Test
    void wave64AndCaf() throws AudioException {
        byte[] rest = {
            0x2e, (byte) 0x91, (byte) 0xcf, 0x11, (byte) 0xa5, (byte) 0xd6, 0x28, (byte) 0xdb, 4, (byte) 0xc1, 0, 0
        };
        byte[] w64 = join(
                join(ascii("riff"), rest, longs(LITTLE_ENDIAN, 112), ascii("wave"), rest),
                join(ascii("junk"), rest, longs(LITTLE_ENDIAN, 27), new byte[8]),
                join(ascii("fmt "), rest, longs(LITTLE_ENDIAN, 40), wavFormat(1, 1, 8000, 16)),
                join(ascii("data"), rest, longs(LITTLE_ENDIAN, 28), LITTLE));
        assertSound(w64);
        byte[] desc =
                join(longs(BIG_ENDIAN, Double.doubleToLongBits(8000)), ascii("lpcm"), ints(BIG_ENDIAN, 2, 2, 1, 1, 16));
        byte[] caf = join(
                join(ascii("caff"), shorts(BIG_ENDIAN, 1, 0), ascii("desc"), longs(BIG_ENDIAN, 32), desc),
                join(ascii("data"), longs(BIG_ENDIAN, 8), new byte[4], LITTLE),
                join(ascii("info"), longs(BIG_ENDIAN, 4), new byte[4]));
        assertSound(caf);
        byte[] open = join(
                join(ascii("caff"), shorts(BIG_ENDIAN, 1, 0), ascii("desc"), longs(BIG_ENDIAN, 32), desc),
                join(ascii("data"), longs(BIG_ENDIAN, -1), new byte[4], LITTLE));
        assertThat(read(open).warnings())
                .containsExactly("streamed: header gives no length, read to the end of the file");
    }

    private static byte[] longs(ByteOrder order, long value) {
        return ByteBuffer.allocate(8).order(order).putLong(value).array();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10_000_001, 2_147_483_647, 4_000_000_000L})
    void refusesImpossibleRates(long rate) {
        byte[] format =
                join(shorts(LITTLE_ENDIAN, 1, 1), ints(LITTLE_ENDIAN, rate, 16000), shorts(LITTLE_ENDIAN, 2, 16));
        byte[] desc =
                join(longs(BIG_ENDIAN, Double.doubleToLongBits(rate)), ascii("lpcm"), ints(BIG_ENDIAN, 2, 2, 1, 1, 16));
        assertRefused(wav(littleChunk("fmt ", format), littleChunk("data", LITTLE)), rate);
        assertRefused(join(ascii(".snd"), ints(BIG_ENDIAN, 24, 4, 3, rate, 1), BIG), rate);
        assertRefused(
                join(
                        join(ascii("caff"), shorts(BIG_ENDIAN, 1, 0), ascii("desc"), longs(BIG_ENDIAN, 32), desc),
                        join(ascii("data"), longs(BIG_ENDIAN, 8), new byte[4], LITTLE)),
                rate);
    }

    private static void assertRefused(byte[] bytes, long rate) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOfSatisfying(AudioException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.NOT_AUDIO);
            assertThat(e.reason()).isEqualTo("the header says 1 channels at " + rate + " Hz");
        });
    }

    @Test
    void aLengthOfZeroMeansUnknownUnlessAChunkFollows() throws AudioException {
        byte[] unknown = join(ascii("data"), ints(LITTLE_ENDIAN, 0), LITTLE);
        Wave wave = read(wav(fmt(1, 16, 2), unknown));
        assertThat(wave.samples()).containsExactly(0.5f, -0.5f);
        assertThat(wave.warnings()).containsExactly("streamed: header gives no length, read to the end of the file");
        byte[] empty = wav(fmt(1, 16, 2), littleChunk("data", new byte[0]), littleChunk("LIST", ascii("INFO")));
        assertThatThrownBy(() -> read(empty)).hasMessageEndingWith("the file holds no sample");
    }

    @Test
    void theFormatMayComeAfterTheSamples() throws AudioException {
        assertSound(wav(littleChunk("data", LITTLE), fmt(1, 16, 2)));
        assertThatThrownBy(() -> read(wav(littleChunk("data", LITTLE))))
                .hasMessageEndingWith("samples come without a format (no fmt chunk)");
    }

    @Test
    void aFileWithoutItsChunkIsNotCalledTruncated() {
        assertThatThrownBy(() -> read(wav(fmt(1, 16, 2), littleChunk("LIST", ascii("INFO")))))
                .isInstanceOfSatisfying(AudioException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.NO_SAMPLES);
                    assertThat(e.reason()).isEqualTo("the file has no samples (no data chunk)");
                });
        assertThatThrownBy(() -> read(wav(fmt(1, 16, 2), ascii("LIST"), ints(LITTLE_ENDIAN, 500))))
                .isInstanceOfSatisfying(
                        AudioException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TRUNCATED));
    }

    @Test
    void somethingElseBeforeTheSound() throws AudioException {
        byte[] sound = wav(fmt(1, 16, 2), littleChunk("data", LITTLE));
        Wave wave = read(join(ascii("HTTP/1.1 200 OK\r\n\r\n"), sound));
        assertThat(wave.samples()).containsExactly(0.5f, -0.5f);
        assertThat(wave.warnings()).containsExactly("skipped: 19 bytes before the sound");
        byte[] id3 = join(ascii("ID3"), new byte[] {3, 0, 0, 0, 0, 0, 30}, new byte[30]);
        assertSound(join(id3, sound));
    }

    @Test
    void aLongSoundIsRefusedBeforeItIsRead() {
        byte[] sound = wav(fmt(1, 16, 2), littleChunk("data", LITTLE));
        assertThatThrownBy(() -> Wave.read(AudioSource.of("a.wav", sound), LoadOptions.WHOLE.withMaxSamples(1)))
                .isInstanceOfSatisfying(AudioException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.TOO_LONG);
                    assertThat(e.reason()).startsWith("longer than the limit of 1 samples (0 minutes at 8000 Hz)");
                });
    }

    private static byte[] comm(int frames, int bits, String coding) {
        byte[] rate = {0x40, 0x0b, (byte) 0xfa, 0, 0, 0, 0, 0, 0, 0};
        byte[] start = join(shorts(BIG_ENDIAN, 1), ints(BIG_ENDIAN, frames), shorts(BIG_ENDIAN, bits), rate);
        return bigChunk("COMM", coding.isEmpty() ? start : join(start, ascii(coding), new byte[2]));
    }

    private static byte[] aiff(String kind, byte[]... chunks) {
        byte[] body = join(ascii(kind), join(chunks));
        return join(ascii("FORM"), ints(BIG_ENDIAN, body.length), body);
    }

    private static void assertSound(byte[] bytes) throws AudioException {
        Wave wave = read(bytes);
        assertThat(wave.samples()).containsExactly(0.5f, -0.5f);
        assertThat(wave.rate()).isEqualTo(8000);
        assertThat(wave.warnings()).isEmpty();
    }

    private static Wave read(byte[] bytes) throws AudioException {
        return Wave.read(AudioSource.of("sound", bytes), LoadOptions.WHOLE);
    }
}
