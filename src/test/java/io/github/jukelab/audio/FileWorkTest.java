package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.jukelab.BadFiles;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.SoundBytes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileWorkTest {

    private static final Path FILE = Path.of("a.wav");

    @TempDir
    Path folder;

    private static void fail(Path file, Throwable fault) throws IOException {
        FileWork.run(file, () -> {
            if (fault instanceof Error error) {
                throw error;
            }
            if (fault instanceof IOException exception) {
                throw exception;
            }
            throw (RuntimeException) fault;
        });
    }

    @Test
    void givesTheResult() throws IOException {
        assertThat(FileWork.run(FILE, () -> 3)).isEqualTo(3);
    }

    static Stream<Arguments> faultsOfFiles() {
        return Stream.of(
                Arguments.of(
                        new IllegalArgumentException("needs 5 samples, got 3"),
                        Problem.NOT_COMPUTABLE,
                        "needs 5 samples, got 3"),
                Arguments.of(
                        new IllegalArgumentException(), Problem.NOT_COMPUTABLE, "java.lang.IllegalArgumentException"),
                Arguments.of(
                        new NullPointerException("a fault of ours"),
                        Problem.NOT_COMPUTABLE,
                        "java.lang.NullPointerException: a fault of ours"),
                Arguments.of(
                        new ArithmeticException("/ by zero"),
                        Problem.NOT_COMPUTABLE,
                        "java.lang.ArithmeticException: / by zero"));
    }

    @ParameterizedTest
    @MethodSource
    void faultsOfFiles(RuntimeException fault, Problem problem, String reason) {
        assertThatThrownBy(() -> fail(FILE, fault)).isInstanceOfSatisfying(AudioException.class, e -> {
            assertThat(e.source()).isEqualTo("a.wav");
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e).hasCause(fault);
        });
    }

    static Stream<Throwable> otherFaults() {
        return Stream.of(
                new AudioException("a.wav", Problem.EMPTY, "is empty"),
                new FileNotFoundException("table.csv"),
                new UncheckedIOException("disk full", new IOException()),
                new CancellationException("interrupted"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource
    void otherFaults(Throwable fault) {
        assertThatThrownBy(() -> fail(FILE, fault)).isSameAs(fault);
    }

    @Test
    void lackOfMemoryIsToldInHours() throws IOException {
        Path giant = BadFiles.giant(folder.resolve("giant.wav"));
        long heap = Math.round(Runtime.getRuntime().maxMemory() / 1024.0 / 1024.0);
        assertThatThrownBy(() -> fail(giant, new OutOfMemoryError("Java heap space")))
                .isInstanceOf(AudioException.class)
                .hasMessage(giant + ": too long for this memory: 12.6 hours (heap " + heap + " MB)");
        String array = giant + ": too long for an array: 12.6 hours (2147483647 samples)";
        assertThatThrownBy(() -> FileWork.run(giant, () -> Math.multiplyExact(1 << 20, 1 << 20)))
                .hasMessage(array);
        assertThatThrownBy(() -> FileWork.run(giant, () -> new float[-5])).hasMessage(array);
    }

    /** With more memory such a file could be used; with a longer array it could not. */
    @Test
    void lackOfMemoryIsKnownByItsReason() {
        Path file = folder.resolve("none.wav");
        assertThat(reason(file, new OutOfMemoryError())).matches(FileWork::isLackOfMemory);
        assertThat(reason(file, new NegativeArraySizeException())).matches(reason -> !FileWork.isLackOfMemory(reason));
    }

    private static String reason(Path file, Throwable fault) {
        return catchThrowableOfType(AudioException.class, () -> fail(file, fault))
                .reason();
    }

    @Test
    void lackOfMemoryIsToldInMinutesSecondsAndMegabytes() throws IOException {
        Path minutes = SoundBytes.file(folder, "m.wav", SoundBytes.wav(1, 1, 8, new byte[8000 * 90]));
        Path seconds = SoundBytes.file(folder, "s.wav", SoundBytes.wav(1, 1, 16, new byte[8000]));
        Path coded = Files.write(folder.resolve("c.mp3"), new byte[3 << 20]);
        OutOfMemoryError fault = new OutOfMemoryError();
        assertThatThrownBy(() -> fail(minutes, fault)).hasMessageContaining("memory: 1.5 minutes (heap ");
        assertThatThrownBy(() -> fail(seconds, fault)).hasMessageContaining("memory: 0.5 seconds (heap ");
        assertThatThrownBy(() -> fail(coded, fault)).hasMessageContaining("memory: a file of 3 MB (heap ");
    }
}
