package io.github.jukelab.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A message of protocol buffers while it is written: fields with their numbers, one after the other.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding">Protocol buffers: encoding</a>
 */
final class Message {

    /** How the value of a field is written. */
    private static final int VARINT = 0;

    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private static final int DIGIT_BITS = 7;
    private static final int DIGIT = (1 << DIGIT_BITS) - 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message number(int field, long value) {
        return key(field, VARINT).varint(value);
    }

    Message real(int field, float value) {
        key(field, FIXED_32);
        bytes.writeBytes(ByteBuffer.allocate(Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(value)
                .array());
        return this;
    }

    Message text(int field, String value) {
        return data(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
        return data(field, value.toByteArray());
    }

    Message data(int field, byte[] value) {
        key(field, BYTES).varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private Message key(int field, int type) {
        return varint((long) field << 3 | type);
    }

    /** Digits of 7 bits, the lowest first; all but the last have the highest bit set. */
    private Message varint(long value) {
        long rest = value;
        for (; (rest & ~DIGIT) != 0; rest >>>= DIGIT_BITS) {
            bytes.write((int) (rest & DIGIT | ~DIGIT));
        }
        bytes.write((int) rest);
        return this;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
