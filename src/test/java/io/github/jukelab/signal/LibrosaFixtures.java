package io.github.jukelab.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.Npy;
import io.github.jukelab.TestData;
import io.github.jukelab.Tolerance;
import io.github.jukelab.audio.Wave;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Clips and the arrays that librosa 0.11 computed from them, with tolerances: those stored with the tests, and those of
 * real music where available. The manifest that is stored with the tests lists both.
 */
public final class LibrosaFixtures {

    private static final JsonNode MANIFEST = read(stored("manifest.json").orElseThrow());

    /**
     * One array of a clip.
     *
     * @param clip the clip's name
     * @param feature the array's name
     * @param wave the clip
     * @param expected librosa's array
     * @param type of its numbers, such as {@code float32}
     * @param tolerance how far ours may be from it
     */
    public record Fixture(String clip, String feature, Wave wave, Npy expected, String type, Tolerance tolerance) {

        @Override
        public String toString() {
            return clip + "/" + feature;
        }
    }

    /**
     * An array without a clip.
     *
     * @param name such as {@code hann_2048}
     * @param expected librosa's array
     * @param tolerance how far ours may be from it
     */
    public record Table(String name, Npy expected, Tolerance tolerance) {

        /**
         * Requires the array.
         *
         * @param actual ours, in C order
         */
        public void assertEqual(double[] actual) {
            tolerance.assertClose(name, actual, expected.values());
        }
    }

    private LibrosaFixtures() {}

    /**
     * The names of all arrays of clips in the manifest.
     *
     * @return sorted
     */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (JsonNode clip : MANIFEST.get("clips")) {
            clip.get("features").fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    /**
     * All clips with an array of a feature.
     *
     * @param feature the array's name in the manifest
     * @return at least one, unless all are among the real recordings and these are missing
     */
    public static Stream<Fixture> having(String feature) {
        List<Fixture> fixtures = new ArrayList<>();
        MANIFEST.get("clips").fields().forEachRemaining(clip -> {
            JsonNode entry = clip.getValue().get("features").path(feature);
            file(entry.path("file").asText("none"))
                    .ifPresent(file -> fixtures.add(new Fixture(
                            clip.getKey(),
                            feature,
                            wav(file(clip.getKey() + ".wav").orElseThrow()),
                            Npy.read(file),
                            entry.get("dtype").asText(),
                            Tolerance.of(entry.get("tolerance")))));
        });
        return fixtures.stream();
    }

    /**
     * An array without a clip.
     *
     * @param name such as {@code hann_2048}
     * @return the array
     */
    public static Table table(String name) {
        JsonNode entry = MANIFEST.get("tables").get(name);
        Npy expected = Npy.read(stored(entry.get("file").asText()).orElseThrow());
        return new Table(name, expected, Tolerance.of(entry.get("tolerance")));
    }

    /**
     * Names of the 57 values of {@code table57}.
     *
     * @return in order
     */
    public static Stream<String> names57() {
        return StreamSupport.stream(MANIFEST.get("names57").spliterator(), false)
                .map(JsonNode::asText);
    }

    /**
     * A mono 16-bit wav file.
     *
     * @param file with its samples in the chunk named data
     * @return samples divided by 32768
     */
    public static Wave wav(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            int rate = bytes.getInt(24);
            int chunk = 12;
            while (bytes.getInt(chunk) != 0x61746164) {
                chunk += 8 + bytes.getInt(chunk + 4);
            }
            float[] samples = new float[Math.min(bytes.getInt(chunk + 4), bytes.limit() - chunk - 8) / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = bytes.getShort(chunk + 8 + 2 * i) / 32768f;
            }
            return Wave.of(samples, rate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the stored fixtures, else of those of real music. */
    private static Optional<Path> file(String name) {
        return stored(name).or(() -> TestData.shared("fixtures/librosa/" + name));
    }

    private static Optional<Path> stored(String name) {
        return Optional.ofNullable(LibrosaFixtures.class.getResource("/fixtures/librosa/" + name))
                .map(url -> Path.of(URI.create(url.toString())));
    }

    private static JsonNode read(Path json) {
        try {
            return new ObjectMapper().readTree(json.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The largest absolute value.
     *
     * @param expected librosa's values
     * @return 0 or more
     */
    public static double maximum(Npy expected) {
        double largest = 0;
        for (double value : expected.values()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
