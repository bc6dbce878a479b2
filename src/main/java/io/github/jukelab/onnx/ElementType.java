package io.github.jukelab.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The type of a tensor's elements, with its number in ONNX. */
enum ElementType {
    FLOAT(1, Float.BYTES) {
        @Override
        void put(ByteBuffer buffer, double value) {
            buffer.putFloat((float) value);
        }
    },
    INT64(7, Long.BYTES) {
        @Override
        void put(ByteBuffer buffer, double value) {
            buffer.putLong((long) value);
        }
    },
    BOOL(9, Byte.BYTES) {
        @Override
        void put(ByteBuffer buffer, double value) {
            buffer.put((byte) value);
        }
    },
    DOUBLE(11, Double.BYTES) {
        @Override
        void put(ByteBuffer buffer, double value) {
            buffer.putDouble(value);
        }
    };

    private final int number;
    private final int bytes;

    ElementType(int number, int bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    int number() {
        return number;
    }

    abstract void put(ByteBuffer buffer, double value);

    /** Values as a file has them. */
    byte[] bytes(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            put(buffer, value);
        }
        return buffer.array();
    }
}
