package io.github.jukelab.codec;

import java.nio.ByteBuffer;

/** Bytes in memory. */
final class ArraySource implements AudioSource {

    private final String name;
    private final byte[] bytes;

    ArraySource(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(ByteBuffer target, long position) {
        if (position >= bytes.length) {
            return -1;
        }
        int count = (int) Math.min(target.remaining(), bytes.length - position);
        target.put(bytes, (int) position, count);
        return count;
    }

    @Override
    public void close() {
        // Nothing to free.
    }

    @Override
    public String toString() {
        return "AudioSource[" + name + ", " + bytes.length + " bytes]";
    }
}
