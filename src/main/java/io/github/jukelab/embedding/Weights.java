package io.github.jukelab.embedding;

import io.github.jukelab.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The weights of a network by their names. Immutable. */
public final class Weights {

    private final SortedMap<String, Entry> entries;

    private record Entry(List<Integer> shape, float[] values) {}

    private Weights(SortedMap<String, Entry> entries) {
        this.entries = entries;
    }

    /** Collects weights. */
    static final class Builder {

        private final SortedMap<String, Entry> entries = new TreeMap<>();

        /**
         * Adds an array, which is not copied.
         *
         * @throws IllegalArgumentException if it has another number of values than its shape
         */
        Builder add(String name, List<Integer> shape, float[] values) {
            long size = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
            if (size != values.length) {
                throw new IllegalArgumentException(
                        name + " must have " + size + " values for the shape " + shape + ", got " + values.length);
            }
            entries.put(name, new Entry(List.copyOf(shape), values));
            return this;
        }

        Weights build() {
            return new Weights(new TreeMap<>(entries));
        }
    }

    /**
     * The names.
     *
     * @return in alphabetical order
     */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /**
     * The shape of an array.
     *
     * @param name one of {@link #names}
     * @return its sizes
     * @throws IllegalArgumentException if there is none of this name
     */
    public List<Integer> shape(String name) {
        return entry(name).shape;
    }

    /**
     * The values of an array.
     *
     * @param name one of {@link #names}
     * @return a copy, the last axis fastest
     * @throws IllegalArgumentException if there is none of this name
     */
    public float[] values(String name) {
        return entry(name).values.clone();
    }

    /**
     * The values of an array of a known shape.
     *
     * @throws IllegalArgumentException if there is none of this name and shape
     */
    float[] values(String name, int... shape) {
        List<Integer> expected = Arrays.stream(shape).boxed().toList();
        if (!shape(name).equals(expected)) {
            throw new IllegalArgumentException(
                    "weights " + name + " must have the shape " + expected + ", got " + shape(name));
        }
        return values(name);
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("there are no weights " + name);
        }
        return entry;
    }

    /** Some of the weights. */
    Weights only(List<String> names) {
        Builder some = new Builder();
        names.forEach(name -> some.add(name, shape(name), entry(name).values));
        return some.build();
    }

    /**
     * A checksum of names, shapes and values.
     *
     * @return SHA-256, 64 hexadecimal digits
     */
    public String checksum() {
        return Sha256.of(digest -> {
            for (Map.Entry<String, Entry> entry : entries.entrySet()) {
                digest.update((entry.getKey() + entry.getValue().shape + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes(entry.getValue().values));
            }
        });
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    /** Values as files have them. */
    static float[] floats(ByteBuffer bytes) {
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    @Override
    public String toString() {
        long values = entries.values().stream()
                .mapToLong(entry -> entry.values.length)
                .sum();
        return "Weights[" + entries.size() + " arrays, " + values + " values]";
    }
}
