package io.github.jukelab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** That its arithmetic is right, {@code EmbeddingOnnxTest} compares with onnxruntime. */
class EmbeddingTest {

    private static final Path FILE = Path.of("data/embeddings/musicnn-msd.onnx");
    private static final Embedding TINY = TinyMusicnn.embedding(1);

    /** Samples of a patch: 186 hops, and the first frame is centred on the first sample. */
    private static final int PATCH = 187 * 256;

    private static Wave wave(int length, IntToDoubleFunction sample) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) sample.applyAsDouble(i);
        }
        return Wave.of(samples, Embedding.RATE);
    }

    private static Wave noise(int length) {
        return Wave.of(Waves.noise(length, 1).samples(), Embedding.RATE);
    }

    /** The values that TensorFlow gives with the weights and the graph of the package. */
    @Test
    void valuesAreThoseOfThePackage() throws IOException {
        Assumptions.assumeTrue(Files.exists(FILE), "no embedding: make embeddings");
        Embedding embedding = Embedding.read(FILE);
        JsonNode reference =
                new ObjectMapper().readTree(EmbeddingTest.class.getResource("/fixtures/musicnn/reference.json"));
        Map<String, Wave> clips = Map.of(
                "chord",
                wave(64_000, n -> Stream.of(220, 277.18, 329.63)
                        .mapToDouble(hertz -> 0.15 * Math.sin(2 * Math.PI * hertz.doubleValue() * n / 16_000))
                        .sum()),
                "clicks",
                wave(64_000, n -> 0.5 * Math.exp(-(n % 8000) / 400.0) * Math.sin(2 * Math.PI * 1000 * n / 16_000)));
        for (String name : List.of("chord", "clicks")) {
            float[] values = embedding.values(clips.get(name));
            assertThat(values).hasSize(200);
            for (int i = 0; i < values.length; i++) {
                double expected = reference.at("/" + name + "/embedding/" + i).asDouble();
                assertThat((double) values[i]).as(name + " " + i).isCloseTo(expected, within(1e-3));
            }
            Map<String, Float> tags = embedding.tags(clips.get(name));
            for (int i = 0; i < tags.size(); i++) {
                double expected = reference.at("/" + name + "/tags/" + i).asDouble();
                String tag = embedding.tags().get(i);
                assertThat((double) tags.get(tag)).as(name + " " + tag).isCloseTo(expected, within(1e-3));
            }
        }
    }

    @Test
    void aRecordingHasTheValuesOfItsWave() throws IOException {
        Wave wave = Waves.noise(300_000, 1);
        assertThat(TINY.values(Recording.of(wave))).containsExactly(TINY.values(wave));
        assertThat(TINY.values(wave)).hasSize(TinyMusicnn.VALUES).containsExactly(TINY.values(wave.resample(16_000)));
    }

    @Test
    void theRestAfterTheLastPatchIsNotUsed() {
        Wave one = wave(PATCH, n -> Math.sin(n * 0.1) * Math.sin(n * 1e-4));
        Wave longer = wave(2 * PATCH - 300, n -> n < PATCH + 300 ? Math.sin(n * 0.1) * Math.sin(n * 1e-4) : 0.7);
        Wave two = wave(2 * PATCH, n -> Math.sin(n * 0.1) * Math.sin(n * 1e-4));
        assertThat(TINY.values(longer)).isNotEqualTo(TINY.values(two));
        assertThat(TINY.values(longer)).hasSameSizeAs(TINY.values(one));
        for (int i = 0; i < TinyMusicnn.VALUES; i++) {
            assertThat(TINY.values(longer)[i]).isCloseTo(TINY.values(one)[i], within(0.05f));
        }
    }

    /** A period of 256 samples makes all frames within a sound equal, so a short one repeats what a long one has. */
    @Test
    void aShortSoundIsRepeated() {
        assertThat(TINY.values(Waves.silence(1))).containsExactly(TINY.values(Waves.silence(100_000)));
        assertThat(TINY.values(noise(5000))).isNotEqualTo(TINY.values(noise(4000)));
    }

    @Test
    void tagsAreSorted() {
        Map<String, Float> tags = TINY.tags(Waves.chirp(100_000));
        assertThat(tags.keySet()).containsExactlyInAnyOrderElementsOf(TinyMusicnn.TAGS);
        assertThat(List.copyOf(tags.values())).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(tags.values()).allMatch(probability -> probability > 0 && probability < 1);
    }

    @Test
    void refusesWeightsOfAnotherNetwork() {
        Weights weights = new Weights.Builder().build();
        assertThatThrownBy(() -> Embedding.of("other", weights, List.of(), "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there are no weights ");
        assertThatThrownBy(() -> Embedding.of("musicnn", TinyMusicnn.weights(1), List.of("loud"), "", ""))
                .hasMessage("the network has 3 tags, got the names of 1");
        assertThatThrownBy(() -> Embedding.of("../a", TinyMusicnn.weights(1), TinyMusicnn.TAGS, "", ""))
                .hasMessageContaining("the name of an embedding must have");
    }
}
