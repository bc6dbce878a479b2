package io.github.jukelab.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.Npy;
import io.github.jukelab.TestData;
import io.github.jukelab.audio.Wave;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Clips and the arrays that librosa 0.11 computed from them: those stored with the tests, and real music where
 * available.
 */
public final class LibrosaFixtures {

    /**
     * One array of a clip.
     *
     * @param clip the clip's name
     * @param feature the array's name
     * @param wave the clip
     * @param expected librosa's array
     */
    public record Fixture(String clip, String feature, Wave wave, Npy expected) {

        @Override
        public String toString() {
            return clip + "/" + feature;
        }
    }

    private LibrosaFixtures() {}

    /**
     * All clips with an array of a feature.
     *
     * @param feature the array's name in the manifest
     * @return at least one
     */
    public static Stream<Fixture> having(String feature) {
        return Stream.concat(Stream.of(stored()), TestData.shared("fixtures/librosa").stream())
                .flatMap(root -> having(feature, root));
    }

    private static Stream<Fixture> having(String feature, Path root) {
        JsonNode clips = read(root.resolve("manifest.json")).get("clips");
        return StreamSupport.stream(((Iterable<String>) clips::fieldNames).spliterator(), false)
                .filter(clip -> clips.get(clip).get("features").has(feature))
                .filter(clip -> Files.exists(root.resolve(clip + "/" + feature + ".npy")))
                .filter(clip -> root.equals(stored()) || !Files.exists(stored().resolve(clip + "/" + feature + ".npy")))
                .map(clip -> new Fixture(
                        clip,
                        feature,
                        wav(root.resolve(clip + ".wav")),
                        Npy.read(root.resolve(clip + "/" + feature + ".npy"))));
    }

    /**
     * A table without a clip.
     *
     * @param name such as {@code hann_2048}
     * @return the table
     */
    public static Npy table(String name) {
        return Npy.resource("fixtures/librosa/tables/" + name + ".npy");
    }

    /**
     * Names of the 57 values of {@code table57}.
     *
     * @return in order
     */
    public static Stream<String> names57() {
        return StreamSupport.stream(
                        read(stored().resolve("manifest.json")).get("names57").spliterator(), false)
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

    private static Path stored() {
        try {
            return Path.of(
                    LibrosaFixtures.class.getResource("/fixtures/librosa").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(Path json) {
        try {
            return new ObjectMapper().readTree(json.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The largest difference.
     *
     * @param actual same size as expected
     * @param expected librosa's values
     * @return absolute
     */
    public static double largestDifference(float[] actual, Npy expected) {
        double largest = 0;
        for (int i = 0; i < actual.length; i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected.values()[i]));
        }
        return sizesFit(actual, expected) ? largest : Double.POSITIVE_INFINITY;
    }

    /**
     * The largest relative difference of values above a limit.
     *
     * @param actual same size as expected
     * @param expected librosa's values
     * @param above only larger expected values are compared
     * @return relative to the expected value
     */
    public static double largestRelative(float[] actual, Npy expected, double above) {
        double largest = 0;
        for (int i = 0; i < actual.length; i++) {
            double value = expected.values()[i];
            if (Math.abs(value) > above) {
                largest = Math.max(largest, Math.abs((actual[i] - value) / value));
            }
        }
        return sizesFit(actual, expected) ? largest : Double.POSITIVE_INFINITY;
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

    private static boolean sizesFit(float[] actual, Npy expected) {
        return actual.length == expected.values().length;
    }
}
