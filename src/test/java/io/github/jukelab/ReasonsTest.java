package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void areWordsWithoutTheFile() {
        assertThat(Reasons.of(new FileSystemException("a.txt", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(Reasons.of(new AccessDeniedException("a.txt"))).isEqualTo("permission denied");
        assertThat(Reasons.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
        assertThat(Reasons.of(new ClosedChannelException())).isEqualTo("closed channel");
    }
}
