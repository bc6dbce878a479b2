package io.github.jukelab.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.TestData;
import io.github.jukelab.audio.AudioFiles;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sounds from files, from memory and from elsewhere are the same, and faults of a source are told. */
@Timeout(120)
class AudioSourceTest {

    private static final String NAME = "s3://music/track";

    @TempDir
    Path folder;

    /** All sounds of the tests; of the real ones, where they are, all awkward ones and an eighth of the others. */
    private static List<Path> sounds() throws IOException {
        List<Path> sounds = new ArrayList<>(sounds(SoundBytes.resource("audio"), 1));
        sounds.addAll(sounds(SoundBytes.resource("fixtures"), 1));
        for (String name : List.of("data/hard", "fixtures/field", "data")) {
            Optional<Path> real = TestData.shared(name);
            if (real.isPresent()) {
                sounds.addAll(sounds(real.get(), name.equals("data") ? 8 : 1));
            }
        }
        return sounds;
    }

    private static List<Path> sounds(Path folder, int every) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sounds = files.filter(Files::isRegularFile)
                    .filter(AudioFiles::isAudioFile)
                    .sorted()
                    .toList();
            return IntStream.range(0, sounds.size())
                    .filter(i -> i % every == 0)
                    .mapToObj(sounds::get)
                    .toList();
        }
    }

    @Test
    void givesTheSameFromFileMemoryAndElsewhere() throws IOException {
        for (Path file : sounds()) {
            byte[] bytes = Files.readAllBytes(file);
            List<Object> expected;
            try (AudioSource source = AudioSource.open(file)) {
                expected = outcome(source);
            }
            assertThat(outcome(AudioSource.of(file.toString(), bytes))).isEqualTo(expected);
            assertThat(outcome(RemoteSource.of(file.toString(), bytes))).isEqualTo(expected);
        }
    }

    /** Rate, warnings and the samples' bits, or the problem and its message. */
    private static List<Object> outcome(AudioSource source) {
        try {
            Wave wave = Wave.read(source, LoadOptions.WHOLE);
            int[] bits = new int[wave.length()];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = Float.floatToRawIntBits(wave.sample(i));
            }
            return List.of(wave.rate(), wave.warnings(), IntBuffer.wrap(bits));
        } catch (AudioException e) {
            return List.of(e.problem(), e.getMessage());
        }
    }

    @Test
    void aSourceStaysOpenForAnotherRead() throws IOException {
        try (AudioSource source = AudioSource.open(SoundBytes.resource("audio/tone.flac"))) {
            assertThat(outcome(source)).isEqualTo(outcome(source)).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tone.mp3, 0",
        "tone.mp3, 600",
        "tone.mp3, 4000",
        "tone.flac, 30",
        "tone.flac, 9000",
        "tone.ogg, 5000",
        "tone.m4a, 3000",
        "tone.opus, 3000",
        "mulaw.au, 12",
        "mulaw.au, 8000",
        "mp3_in_wav.wav, 3000"
    })
    void namesTheSourceThatBreaksOff(String name, long position) throws IOException {
        RemoteSource whole = RemoteSource.of(NAME, Files.readAllBytes(SoundBytes.resource("audio/" + name)));
        IOException fault = new IOException("connection lost");
        assertThatThrownBy(() -> Wave.read(whole.failingFrom(position, fault), LoadOptions.WHOLE))
                .isInstanceOfSatisfying(AudioException.class, e -> {
                    assertThat(e.source()).isEqualTo(NAME);
                    assertThat(e.problem()).isEqualTo(Problem.MISSING);
                })
                .hasMessage(NAME + ": cannot be read: connection lost")
                .hasCause(fault);
        assertThat(outcome(whole)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 20, 50, 5000})
    void namesTheSourceOfPcmThatBreaksOff(long position) {
        AudioSource source = RemoteSource.of(NAME, SoundBytes.wav(1, 1, 16, new byte[10_000]))
                .failingFrom(position, new EOFException());
        assertThatThrownBy(() -> Wave.read(source, LoadOptions.WHOLE))
                .isInstanceOf(AudioException.class)
                .hasMessage(NAME + ": cannot be read: java.io.EOFException");
    }

    @Test
    void exceptionsOfASourceComeThrough() throws IOException {
        byte[] flac = Files.readAllBytes(SoundBytes.resource("audio/tone.flac"));
        IllegalStateException fault = new IllegalStateException("no credentials");
        assertThatThrownBy(() -> Wave.read(RemoteSource.of(NAME, flac).failingFrom(9000, fault), LoadOptions.WHOLE))
                .isSameAs(fault);
    }

    /** Of mu-law, which FFmpeg decodes, and of PCM. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void stopsWhenInterruptedWhileASourceReads(int encoding) {
        AudioSource source = new Endless(1L << 40, SoundBytes.au(encoding, 1, 0xffffffffL, new byte[0])) {
            @Override
            public int read(ByteBuffer target, long position) throws IOException {
                if (position > 200_000) {
                    Thread.currentThread().interrupt();
                    throw new ClosedByInterruptException();
                }
                return super.read(target, position);
            }
        };
        assertThatThrownBy(() -> Wave.read(source, LoadOptions.WHOLE.withDuration(100)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void refusesEmptyAndSilentSources() {
        assertThatThrownBy(() -> Wave.read(AudioSource.of(NAME, new byte[0]), LoadOptions.WHOLE))
                .isInstanceOfSatisfying(
                        AudioException.class, e -> assertThat(e.problem()).isEqualTo(Problem.EMPTY))
                .hasMessage(NAME + ": the file is empty (0 bytes)");
        assertThatThrownBy(() -> Wave.read(
                        new Endless(1000, new byte[0]) {
                            @Override
                            public int read(ByteBuffer target, long position) {
                                return 0;
                            }
                        },
                        LoadOptions.WHOLE))
                .isInstanceOf(AudioException.class)
                .hasMessage("endless: cannot be read: the source gives no byte at position 0");
        assertThatThrownBy(() -> Wave.read(
                        new Endless(1000, new byte[0]) {
                            @Override
                            public long size() throws IOException {
                                throw new IOException("status 503");
                            }
                        },
                        LoadOptions.WHOLE))
                .isInstanceOf(AudioException.class)
                .hasMessage("endless: cannot be read: status 503");
    }

    /** A header, then zeros. It counts the bytes that are read. */
    private static class Endless implements AudioSource {

        private final long size;
        private final byte[] header;
        private long read;

        Endless(long size, byte[] header) {
            this.size = size;
            this.header = header;
        }

        @Override
        public String name() {
            return "endless";
        }

        @Override
        public long size() throws IOException {
            return size;
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            if (position >= size) {
                return -1;
            }
            int count = (int) Math.min(target.remaining(), size - position);
            for (int i = 0; i < count; i++) {
                target.put(position + i < header.length ? header[(int) position + i] : 0);
            }
            read += count;
            return count;
        }

        @Override
        public void close() {
            // Nothing to free.
        }
    }

    /** Of mu-law, which FFmpeg decodes, and of PCM. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void readsOnlyWhatItNeedsOfATerabyte(int encoding) throws IOException {
        Endless source = new Endless(1L << 40, SoundBytes.au(encoding, 1, 0xffffffffL, new byte[0]));
        Wave second = Wave.read(source, LoadOptions.WHOLE.withDuration(1));
        assertThat(second.length()).isEqualTo(8000);
        assertThat(source.read).isLessThan(200_000);
    }

    @Test
    void readsLongFilesInSmallPieces() throws IOException {
        int samples = 1 << 22;
        Endless source = new Endless(24 + samples, SoundBytes.au(1, 1, samples, new byte[0])) {
            @Override
            public int read(ByteBuffer target, long position) throws IOException {
                assertThat(target.remaining()).isLessThanOrEqualTo(1 << 17);
                return super.read(target, position);
            }
        };
        assertThat(Wave.read(source, LoadOptions.WHOLE).length()).isEqualTo(samples);
    }

    @Test
    void manyThreadsReadAtOnce() throws Exception {
        List<AudioSource> sources = new ArrayList<>();
        for (String name : List.of("tone.mp3", "tone.ogg", "tone.flac", "tone.m4a", "mulaw.au")) {
            sources.add(AudioSource.of(name, Files.readAllBytes(SoundBytes.resource("audio/" + name))));
        }
        List<Object> expected = new ArrayList<>();
        List<Callable<List<Object>>> tasks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            AudioSource source = sources.get(i % sources.size());
            expected.add(outcome(source));
            tasks.add(() -> outcome(source));
        }
        ExecutorService pool = Executors.newFixedThreadPool(32);
        try {
            List<Object> actual = new ArrayList<>();
            for (Future<List<Object>> future : pool.invokeAll(tasks)) {
                actual.add(future.get());
            }
            assertThat(actual).isEqualTo(expected);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void missingFilesAreTold() {
        Path none = folder.resolve("none.wav");
        assertThatThrownBy(() -> AudioSource.open(none))
                .isInstanceOf(AudioException.class)
                .hasMessage(none + ": there is no such file");
    }
}
