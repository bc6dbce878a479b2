package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Npy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NpyFileTest {

    @TempDir
    Path folder;

    static Stream<FeatureArray> readsTheWrittenArray() {
        return Stream.of(
                FeatureArray.of(new float[] {0.1f, -0f, Float.MAX_VALUE, 4, 5, 6}, 2, 3),
                FeatureArray.of(new double[] {0.1, -1e300, 1 / 3.0, 4}, 2, 1, 2),
                FeatureArray.of(new int[] {Integer.MIN_VALUE, 7, Integer.MAX_VALUE}, 3),
                FeatureArray.of(new long[] {-(1L << 53), 1L << 53}, 2, 1),
                FeatureArray.of(new byte[] {0, 127, (byte) 255, (byte) 128}, 2, 2),
                FeatureArray.of(new double[] {42}),
                FeatureArray.of(new float[0], 0, 5));
    }

    @ParameterizedTest
    @MethodSource
    void readsTheWrittenArray(FeatureArray array) throws IOException {
        Path file = folder.resolve("deep/array.npy");
        NpyFile.write(file, array);
        Npy read = Npy.read(file);
        assertThat(read.shape()).containsExactly(array.shape());
        assertThat(read.values()).containsExactly(array.values());
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void writesNumpysHeader() throws IOException {
        Path file = folder.resolve("array.npy");
        NpyFile.write(file, FeatureArray.of(new float[] {1, 2}, 2));
        byte[] bytes = Files.readAllBytes(file);
        String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
        assertThat(Arrays.copyOf(bytes, 10)).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 0x76, 0);
        assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
                .isEqualTo(dictionary + " ".repeat(117 - dictionary.length()) + "\n");
        assertThat(bytes).hasSize(128 + 8);
    }

    @Test
    void writesTheSameBytesAsNumpy() throws IOException {
        Npy fixture = Npy.resource("fixtures/librosa/music_a/rms.npy");
        Path file = folder.resolve("rms.npy");
        NpyFile.write(file, FeatureArray.of(fixture.floats(), fixture.shape()));
        try (var numpy = NpyFileTest.class.getResourceAsStream("/fixtures/librosa/music_a/rms.npy")) {
            assertThat(Files.readAllBytes(file)).isEqualTo(numpy.readAllBytes());
        }
    }

    @Test
    void replacesAnOlderFile() throws IOException {
        Path file = folder.resolve("array.npy");
        NpyFile.write(file, FeatureArray.of(new double[100], 100));
        NpyFile.write(file, FeatureArray.of(new double[] {1}, 1));
        assertThat(Npy.read(file).values()).containsExactly(1);
    }

    @Test
    void knowsAFileByItsFirstBytes() throws IOException {
        Path file = folder.resolve("array.npy");
        NpyFile.write(file, FeatureArray.of(new float[] {1, 2}, 2));
        assertThat(NpyFile.isNpy(file)).isTrue();
        assertThat(NpyFile.isNpy(Files.writeString(file, "NUMPY"))).isFalse();
    }
}
