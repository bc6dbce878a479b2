package io.github.jukelab.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of a message of protocol buffers by their numbers, each in the order of the file.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding">Protocol buffers: encoding</a>
 */
final class Fields {

    /** How the value of a field is written. */
    private static final int VARINT = 0;

    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private static final int KIND_BITS = 3;
    private static final int DIGIT_BITS = 7;
    private static final int DIGIT = (1 << DIGIT_BITS) - 1;

    private final Map<Integer, List<Long>> numbers = new TreeMap<>();
    private final Map<Integer, List<ByteBuffer>> messages = new TreeMap<>();

    private Fields() {}

    /**
     * Reads a message.
     *
     * @throws RuntimeException if it is damaged: of a kind of java.nio, or an {@link IllegalArgumentException}
     */
    static Fields of(ByteBuffer message) {
        Fields fields = new Fields();
        ByteBuffer rest = message.slice().order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            fields.read(rest);
        }
        return fields;
    }

    private void read(ByteBuffer rest) {
        long key = varint(rest);
        int field = Math.toIntExact(key >>> KIND_BITS);
        int kind = (int) key & (1 << KIND_BITS) - 1;
        switch (kind) {
            case VARINT -> add(numbers, field, varint(rest));
            case FIXED_64 -> add(numbers, field, rest.getLong());
            case FIXED_32 -> add(numbers, field, Integer.toUnsignedLong(rest.getInt()));
            case BYTES -> add(messages, field, bytes(rest, Math.toIntExact(varint(rest))));
            default -> throw new IllegalArgumentException("field " + field + " has the unknown kind " + kind);
        }
    }

    private static <T> void add(Map<Integer, List<T>> values, int field, T value) {
        values.computeIfAbsent(field, key -> new ArrayList<>()).add(value);
    }

    /** The next bytes, which are passed over. */
    static ByteBuffer bytes(ByteBuffer rest, int length) {
        ByteBuffer bytes = rest.slice(rest.position(), length);
        rest.position(rest.position() + length);
        return bytes;
    }

    /** Digits of 7 bits, the lowest first; all but the last have the highest bit set. */
    static long varint(ByteBuffer rest) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            byte digit = rest.get();
            value |= (long) (digit & DIGIT) << shift;
            if (digit >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has more than 64 bits");
    }

    /** The numbers of a field. */
    List<Long> numbers(int field) {
        return numbers.getOrDefault(field, List.of());
    }

    /** The only number of a field; 0, which is not written, if there is none. */
    long number(int field) {
        return numbers(field).stream().findFirst().orElse(0L);
    }

    /** The messages, texts or bytes of a field. */
    List<ByteBuffer> messages(int field) {
        return messages.getOrDefault(field, List.of());
    }

    /** The only one of a field; empty if there is none. */
    ByteBuffer message(int field) {
        return messages(field).stream().findFirst().orElseGet(() -> ByteBuffer.allocate(0));
    }

    String text(int field) {
        return text(message(field));
    }

    static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
