package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.Npy;
import io.github.jukelab.Tolerance;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.LibrosaFixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares features with librosa's for other parameters than the defaults: each parameter of each feature once, and
 * the random settings of a folder that {@code make fixtures} fills.
 */
class FeatureParameterParityTest {

    private static final Path STORED = Path.of("src/test/resources/fixtures");

    /**
     * A feature with some settings.
     *
     * @param entry clip, feature, settings, shape, number type and tolerances
     * @param expected every n-th value of librosa's
     */
    record Draw(JsonNode entry, double[] expected) {

        String text(String key) {
            return entry.get(key).asText();
        }

        NamedFeature feature() {
            return FeatureCatalog.feature(text("feature"));
        }

        FeatureParameters settings() {
            FeatureParameters settings = FeatureParameters.LIBROSA;
            for (var setting : entry.get("settings").properties()) {
                settings = settings.withText(
                        feature().parameter(setting.getKey()).orElseThrow(),
                        setting.getValue().asText());
            }
            return settings;
        }

        int[] shape() {
            return StreamSupport.stream(entry.get("shape").spliterator(), false)
                    .mapToInt(JsonNode::asInt)
                    .toArray();
        }

        int every() {
            return entry.get("every").asInt();
        }

        int kept() {
            int size = Arrays.stream(shape()).reduce(1, (a, b) -> a * b);
            return (size + every() - 1) / every();
        }

        Wave wave() {
            Wave whole = LibrosaFixtures.wav(STORED.resolve("librosa/" + text("clip") + ".wav"));
            return whole.first(Math.min(whole.length(), entry.get("samples").asInt()));
        }

        @Override
        public String toString() {
            return text("clip") + " " + text("feature") + " " + entry.get("settings");
        }
    }

    static List<Draw> equalsLibrosa() throws IOException {
        List<Draw> draws = new ArrayList<>(read(STORED.resolve("parameters")));
        Optional<String> random = Optional.ofNullable(System.getProperty("jukelab.draws"));
        if (random.isPresent()) {
            draws.addAll(read(Path.of(random.get())));
        }
        return draws;
    }

    private static List<Draw> read(Path folder) throws IOException {
        double[] values = Npy.read(folder.resolve("values.npy")).values();
        List<Draw> draws = new ArrayList<>();
        int from = 0;
        for (JsonNode entry :
                new ObjectMapper().readTree(folder.resolve("draws.json").toFile())) {
            int to = from + new Draw(entry, values).kept();
            draws.add(new Draw(entry, Arrays.copyOfRange(values, from, to)));
            from = to;
        }
        assertThat(from).isEqualTo(values.length);
        return draws;
    }

    @ParameterizedTest
    @MethodSource
    void equalsLibrosa(Draw draw) {
        FeatureArray actual = draw.feature().of(draw.wave(), draw.settings());
        assertThat(actual.type()).hasToString(draw.text("dtype"));
        assertThat(actual.shape()).containsExactly(draw.shape());
        double[] all = actual.values();
        float[] kept = new float[draw.kept()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (float) all[i * draw.every()];
        }
        Tolerance.of(
                        draw.entry.get("absolute").asDouble(),
                        draw.entry.get("relative").asDouble())
                .assertClose(draw.toString(), kept, draw.expected);
    }

    @Test
    void everyParameterOfEveryFeatureIsStored() throws IOException {
        List<String> stored = read(STORED.resolve("parameters")).stream()
                .map(draw -> draw.text("feature") + " " + draw.settings().names())
                .toList();
        for (NamedFeature feature : FeatureCatalog.features()) {
            for (FeatureParameter<?> parameter : feature.parameters()) {
                // Rates are those of a resampled wave, for all features.
                if (!parameter.name().equals("rate") || feature.name().equals("wave")) {
                    assertThat(stored).contains(feature.name() + " [" + parameter.name() + "]");
                }
            }
        }
    }
}
