package io.github.jukelab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {

    private static final DemoLimits LIMITS = new DemoLimits(100, 10, 60, 1);

    @TempDir
    Path parent;

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    @Test
    void storesAnUploadUntilItIsClosed() throws IOException {
        try (UploadFolder folder = UploadFolder.in(parent)) {
            Path file;
            try (UploadFolder.Upload upload = folder.receive(bytes(100), LIMITS)) {
                file = upload.file();
                assertThat(file).hasSize(100).hasParent(folder.folder());
            }
            assertThat(file).doesNotExist();
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void keepsNothingOfWhatIsRefused() throws IOException {
        try (UploadFolder folder = UploadFolder.in(parent)) {
            assertThatThrownBy(() -> folder.receive(bytes(101), LIMITS))
                    .isInstanceOf(RequestFailure.class)
                    .hasMessageContaining("larger than the limit");
            assertThatThrownBy(() -> folder.receive(bytes(0), LIMITS)).hasMessageContaining("no body");
            InputStream broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("gone");
                }
            };
            assertThatThrownBy(() -> folder.receive(broken, LIMITS)).hasMessage("The upload broke off.");
            assertThat(folder.folder()).isDirectoryNotContaining("glob:**upload*");
        }
    }

    @Test
    void removesUploadsThatAreStillThere() throws IOException {
        UploadFolder folder = UploadFolder.in(parent);
        Path file = folder.receive(bytes(1), LIMITS).file();
        folder.close();
        assertThat(file).doesNotExist();
        assertThat(parent).isEmptyDirectory();
    }

    /** A crash leaves the folder, and its lock file without a lock. */
    @Test
    void removesWhatACrashLeft() throws IOException {
        Path left = Files.createDirectory(parent.resolve("jukelab-demo-123"));
        Files.createFile(left.resolve(".lock"));
        Files.writeString(left.resolve("upload123"), "sound");
        Path foreign = Files.createDirectory(parent.resolve("jukelab-demo-foreign"));
        Files.writeString(foreign.resolve("upload123"), "of another program");
        try (UploadFolder running = UploadFolder.in(parent);
                UploadFolder.Upload upload = running.receive(bytes(1), LIMITS);
                UploadFolder next = UploadFolder.in(parent)) {
            assertThat(left).doesNotExist();
            assertThat(foreign.resolve("upload123")).exists();
            assertThat(upload.file()).exists();
            assertThat(next.folder()).isNotEqualTo(running.folder());
        }
        assertThat(parent).isDirectoryContaining(foreign::equals);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoLink() throws IOException {
        Path target = Files.createDirectory(parent.resolve("precious"));
        Files.createFile(target.resolve(".lock"));
        Files.writeString(target.resolve("upload.txt"), "precious");
        Files.createSymbolicLink(parent.resolve("jukelab-demo-link"), target);
        UploadFolder.in(parent).close();
        assertThat(target.resolve("upload.txt")).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsUserOnly() throws IOException {
        try (UploadFolder folder = UploadFolder.in(parent);
                UploadFolder.Upload upload = folder.receive(bytes(1), LIMITS)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.folder())))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(upload.file())))
                    .isEqualTo("rw-------");
        }
    }
}
