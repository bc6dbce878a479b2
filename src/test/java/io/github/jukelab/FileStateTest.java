package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStateTest {

    private static final int BLOCK = 64 * 1024;

    @TempDir
    Path folder;

    private String state(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        return FileState.of(file);
    }

    /** The end has no bytes of the beginning. */
    @Test
    void hasSizeTimeAndTheChecksumsOfBothEnds() throws IOException {
        byte[] content = new byte[BLOCK + 1];
        content[BLOCK] = 7;
        byte[] first = Arrays.copyOf(content, BLOCK);
        assertThat(state(content)).isEqualTo("65537 1000000000 " + Crc32.of(first) + Crc32.of(new byte[] {7}));
        assertThat(state(new byte[0]))
                .isEqualTo("0 1000000000 " + Crc32.of(new byte[0]).repeat(2));
    }

    @Test
    void theMiddleDoesNotCount() throws IOException {
        byte[] content = new byte[3 * BLOCK];
        String whole = state(content);
        content[BLOCK + 100] = 1;
        assertThat(state(content)).isEqualTo(whole);
        content[2 * BLOCK] = 1;
        assertThat(state(content)).isNotEqualTo(whole);
    }

    @Test
    void aFolderHasNoChecksumsAndAMissingFileNoState() throws IOException {
        Files.setLastModifiedTime(folder, FileTime.fromMillis(2_000));
        assertThat(FileState.of(folder)).endsWith(" 2000000000 ");
        assertThatThrownBy(() -> FileState.of(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
