package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checksums; the expected ones are those of FIPS 180-2, appendix B. */
class Sha256Test {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String MILLION = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

    @TempDir
    Path folder;

    @Test
    void ofATextAndOfBytes() {
        assertThat(Sha256.of("abc")).isEqualTo(ABC);
        assertThat(Sha256.of(new byte[] {'a', 'b', 'c'})).isEqualTo(ABC);
    }

    @Test
    void ofAFileOfManyBlocks() throws IOException {
        assertThat(Sha256.of(Files.writeString(folder.resolve("abc"), "abc"))).isEqualTo(ABC);
        assertThat(Sha256.of(Files.writeString(folder.resolve("million"), "a".repeat(1_000_000))))
                .isEqualTo(MILLION);
        assertThatThrownBy(() -> Sha256.of(folder.resolve("missing"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void stopsWhenInterrupted() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Sha256.of(file)).isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }
}
