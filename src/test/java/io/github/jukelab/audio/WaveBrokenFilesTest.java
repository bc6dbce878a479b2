package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.jukelab.TestData;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.codec.SoundBytes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken files: reading them ends soon, with an {@link AudioException} or finite samples, and uses little memory,
 * whatever length a header gives.
 */
@Timeout(60)
class WaveBrokenFilesTest {

    private static final int RATE = 22_050;

    /** Buffers, space for the length of a header, and 60,000 samples at a rate so low that they become millions. */
    private static final long MAX_MEMORY = 160 << 20;

    private static final List<byte[]> MAGIC = Stream.of(
                    "RIFF\0\0\0\0WAVEfmt \20\0\0\0\1\0\1\0",
                    "RIFF\0\0\0\0WAVEfmt \20\0\0\0\125\0\1\0",
                    "RIFX\0\0\0\0WAVE",
                    "RF64\377\377\377\377WAVEds64",
                    "FORM\0\0\0\0AIFFCOMM\0\0\0\22",
                    "FORM\0\0\0\0AIFCCOMM\0\0\0\26",
                    ".snd\0\0\0\30\377\377\377\377\0\0\0\1",
                    "ID3\3\0\0\0\0\0\0",
                    "\377\373\220\0",
                    "\377\361\120\200",
                    "OggS\0\2",
                    "fLaC\0\0\0\42",
                    "\0\0\0\40ftypM4A ",
                    "\32\105\337\243",
                    "caff\0\1\0\0desc",
                    "wvpk",
                    "TTA1\1\0",
                    "MAC ",
                    "\13\167",
                    "#!AMR\n")
            .map(magic -> magic.getBytes(StandardCharsets.ISO_8859_1))
            .toList();

    @TempDir
    Path folder;

    static Stream<Path> small() throws IOException {
        try (Stream<Path> files = Files.list(SoundBytes.resource("audio"))) {
            return files
                    .filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".npy"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void readsOrRefusesRandomBytes() {
        Random random = new Random(1);
        for (int round = 0; round < 100; round++) {
            readOrRefuse(random(random, random.nextInt(6000) + 1));
        }
    }

    @Test
    void readsOrRefusesRandomBytesAfterEveryMagicNumber() {
        Random random = new Random(2);
        for (byte[] magic : MAGIC) {
            for (int round = 0; round < 8; round++) {
                readOrRefuse(SoundBytes.join(magic, random(random, random.nextInt(6000))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("small")
    void readsOrRefusesCutFiles(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int tenth = 0; tenth < 10; tenth++) {
            readOrRefuse(Arrays.copyOf(whole, whole.length * tenth / 10));
        }
    }

    @ParameterizedTest
    @MethodSource("small")
    void readsOrRefusesFilesWithWrongBytes(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(3);
        for (int round = 0; round < 30; round++) {
            int reach = round % 2 == 0 ? 200 : whole.length; // every other time in the header
            readOrRefuse(withWrongBytes(whole, reach, random));
        }
    }

    @ParameterizedTest
    @MethodSource("plain")
    void readsOrRefusesPlainFilesWithWrongBytes(byte[] whole) {
        Random random = new Random(4);
        for (int round = 0; round < 80; round++) {
            readOrRefuse(withWrongBytes(whole, Math.min(whole.length, 64), random));
        }
    }

    static Stream<byte[]> plain() {
        byte[] samples = new byte[4096];
        new Random(5).nextBytes(samples);
        return Stream.of(
                SoundBytes.wav(1, 2, 16, samples),
                SoundBytes.wav(3, 1, 32, samples),
                SoundBytes.au(3, 2, samples.length, samples),
                SoundBytes.au(6, 1, samples.length, samples),
                SoundBytes.aifc("NONE", 1, 24, 1365, samples),
                SoundBytes.aifc("fl32", 1, 32, 1024, samples));
    }

    @Test
    void readsOrRefusesAwkwardFiles() throws IOException {
        Optional<Path> hard = TestData.shared("data/hard");
        Assumptions.assumeTrue(hard.isPresent(), "real recordings are missing");
        Random random = new Random(6);
        try (Stream<Path> files = Files.list(hard.get())) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, 60_000));
                readOrRefuse(start);
                for (int round = 0; round < 4; round++) {
                    readOrRefuse(withWrongBytes(start, Math.min(start.length, 1000), random));
                }
            }
        }
    }

    @Test
    void stopsAfterTheMaximumNumberOfChunks() {
        byte[] zeros = new byte[1 << 20];
        for (String start : List.of("RIFF\0\0\0\0WAVE", "FORM\0\0\0\0AIFF")) {
            Path file = SoundBytes.file(folder, "zeros", SoundBytes.join(SoundBytes.ascii(start), zeros));
            assertThatThrownBy(() -> Wave.read(file))
                    .isInstanceOfSatisfying(
                            AudioException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TRUNCATED));
        }
    }

    @Test
    void refusesARateTooLowForAudio() {
        byte[] format = SoundBytes.wavFormat(1, 1, 2, 16);
        Path file = SoundBytes.file(
                folder,
                "slow.wav",
                SoundBytes.wav(SoundBytes.littleChunk("fmt ", format), SoundBytes.littleChunk("data", new byte[2])));
        assertThatThrownBy(() -> Wave.read(file, LoadOptions.WHOLE.withRate(RATE)))
                .isInstanceOf(AudioException.class)
                .hasMessage(file + ": the header says 2 Hz, too low for sound at 22050 Hz");
        assertThatThrownBy(() -> Wave.of(new float[9], 50).resample(RATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the rate is 50 Hz, too low for sound at 22050 Hz");
    }

    @Test
    void refusesSamplesTooLargeToBeResampled() {
        float[] large = new float[100];
        Arrays.fill(large, Float.MAX_VALUE);
        byte[] data = SoundBytes.ints(
                ByteOrder.LITTLE_ENDIAN,
                LongStream.range(0, 100)
                        .map(i -> Float.floatToIntBits(Float.MAX_VALUE))
                        .toArray());
        Path file = SoundBytes.file(folder, "large.wav", SoundBytes.wav(3, 1, 32, data));
        assertThatThrownBy(() -> Wave.read(file, LoadOptions.WHOLE.withRate(RATE)))
                .isInstanceOf(AudioException.class)
                .hasMessageMatching(".*large.wav: sample \\d+ is (NaN|-?Infinity) at 22050 Hz");
        assertThatThrownBy(() -> Wave.of(large, 8000).resample(RATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("samples must be finite, got ");
    }

    private static byte[] random(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Replaces a few bytes by random ones, or by extremes of lengths and counts. */
    private static byte[] withWrongBytes(byte[] whole, int reach, Random random) {
        byte[] wrong = whole.clone();
        int[] extremes = {0, 1, 0x7f, 0x80, 0xff};
        for (int i = random.nextInt(6); i >= 0; i--) {
            int value = random.nextBoolean() ? random.nextInt() : extremes[random.nextInt(extremes.length)];
            int from = random.nextInt(reach);
            Arrays.fill(wrong, from, Math.min(from + 1 + random.nextInt(4), whole.length), (byte) value);
        }
        return wrong;
    }

    private void readOrRefuse(byte[] bytes) {
        Path file = SoundBytes.file(folder, "broken", bytes);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        try {
            Wave wave = Wave.read(file, LoadOptions.WHOLE.withRate(RATE));
            assertThat(wave.length()).isPositive();
            assertThat(IntStream.range(0, wave.length()).allMatch(i -> Float.isFinite(wave.sample(i))))
                    .isTrue();
        } catch (AudioException e) {
            assertThat(e).hasMessageStartingWith(file + ": ");
        }
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(MAX_MEMORY);
    }
}
