package io.github.jukelab.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.embedding.Embedding;
import io.github.jukelab.embedding.TinyMusicnn;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingOnnxTest {

    private static final Embedding TINY = TinyMusicnn.embedding(1);

    @TempDir
    Path folder;

    @Test
    void canBeReadAgain() throws IOException {
        Path file = folder.resolve("new/tiny.onnx");
        EmbeddingOnnx.write(TINY, file);

        Embedding read = Embedding.read(file);
        assertThat(read.id()).isEqualTo(TINY.id());
        assertThat(read.tags()).isEqualTo(TINY.tags());
        assertThat(read.licence()).isEqualTo(TINY.licence());
        assertThat(read.source()).isEqualTo(TINY.source());
        assertThat(read.values(Waves.chirp(100_000))).containsExactly(TINY.values(Waves.chirp(100_000)));
    }

    /** Samples to values by onnxruntime, and by the room {@code embedding}. */
    @Test
    void onnxruntimeComputesTheSame() throws Exception {
        Graph graph = new Graph();
        Tensor row = new EmbeddingNodes(TINY).of(graph.input("samples", ElementType.FLOAT, "number"));
        graph.output("segments", row, "segments", "values");
        graph.output("probabilities", row.mean(0), "values");
        Path file = folder.resolve("sound.onnx");
        Files.write(file, ModelGraph.file(graph, Map.of(), ""));
        try (OnnxSession session = OnnxSession.of(file)) {
            for (int length : new int[] {1, 700, 40_000, 47_616, 47_615, 200_000}) {
                Wave wave = Wave.of(Waves.noise(length, length).samples(), Embedding.RATE);
                float[] values = session.run("samples", wave.samples(), length).probabilities();
                float[] expected = TINY.values(wave);
                assertThat(values).hasSameSizeAs(expected);
                for (int i = 0; i < values.length; i++) {
                    assertThat(values[i]).as("%d samples, value %d", length, i).isCloseTo(expected[i], within(1e-4f));
                }
            }
        }
    }

    @Test
    void damageIsFound() throws IOException {
        Path file = folder.resolve("tiny.onnx");
        EmbeddingOnnx.write(TINY, file);
        byte[] bytes = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(1);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try {
                assertThat(Embedding.read(file).id()).isEqualTo(TINY.id()); // damage in what is only for other programs
            } catch (IOException e) {
                assertThat(e).hasMessageStartingWith(file + ": not an embedding, or a damaged one");
                found++;
            }
        }
        assertThat(found).isPositive();
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Embedding.read(file)).isInstanceOf(IOException.class);
    }
}
