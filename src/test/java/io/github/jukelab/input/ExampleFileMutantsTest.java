package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Mutants;
import io.github.jukelab.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged copies of a kept file are refused. */
class ExampleFileMutantsTest {

    @TempDir
    Path folder;

    private Path file() throws IOException {
        Path path = folder.resolve("whole");
        try (ExampleFile file = ExampleFile.create(folder, 3)) {
            for (int i = 0; i < 20; i++) {
                file.append(new float[] {i, -i, 0.1f * i});
            }
            file.finish("the index".getBytes(StandardCharsets.US_ASCII));
            file.moveTo(path);
        }
        return path;
    }

    @Test
    void aWholeFileIsRead() throws IOException {
        try (ExampleFile file = ExampleFile.open(file(), 3, Progress.NONE)) {
            float[] row = new float[3];
            file.read(7, row);
            assertThat(row).containsExactly(7, -7, 0.1f * 7);
            assertThat(file.rows()).isEqualTo(20);
            assertThat(file.index()).asString(StandardCharsets.US_ASCII).isEqualTo("the index");
        }
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        Path path = folder.resolve("damaged");
        Mutants.of(whole, 300, 1).filter(bytes -> !Arrays.equals(bytes, whole)).forEach(bytes -> {
            assertThat(isRefused(path, bytes)).isTrue();
        });
        assertThat(isRefused(path, whole)).isFalse();
    }

    private static boolean isRefused(Path path, byte[] bytes) {
        try {
            Files.write(path, bytes);
            ExampleFile.open(path, 3, Progress.NONE).close();
            return false;
        } catch (IOException e) {
            assertThat(e).isInstanceOf(ExampleFile.DamagedException.class);
            return true;
        }
    }

    @Test
    void rowsOfAnotherLengthAreRefused() throws IOException {
        Path path = file();
        assertThatThrownBy(() -> ExampleFile.open(path, 4, Progress.NONE)).hasMessage("is no file of such examples");
    }
}
