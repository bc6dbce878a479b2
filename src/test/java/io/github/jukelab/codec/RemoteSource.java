package io.github.jukelab.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Stands for a stream from another machine: gives at most 1009 bytes at once, and may break off at a position. */
public final class RemoteSource implements AudioSource {

    private static final int MOST = 1009;

    private final AudioSource whole;
    private final byte[] bytes;
    private final long end;
    private final Optional<Exception> fault;

    private RemoteSource(AudioSource whole, byte[] bytes, long end, Optional<Exception> fault) {
        this.whole = whole;
        this.bytes = bytes;
        this.end = end;
        this.fault = fault;
    }

    /** A source that never fails. */
    public static RemoteSource of(String name, byte[] bytes) {
        return new RemoteSource(AudioSource.of(name, bytes), bytes, bytes.length, Optional.empty());
    }

    /** The same, but each read from {@code position} on throws; the exception is unchecked or an IOException. */
    public RemoteSource failingFrom(long position, Exception fault) {
        return new RemoteSource(whole, bytes, position, Optional.of(fault));
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        if (position >= bytes.length) {
            return -1;
        }
        if (position >= end) {
            fail(fault.orElseThrow());
        }
        int count = (int) Math.min(Math.min(MOST, target.remaining()), end - position);
        target.put(bytes, (int) position, count);
        return count;
    }

    private static void fail(Exception fault) throws IOException {
        if (fault instanceof IOException e) {
            throw e;
        }
        throw (RuntimeException) fault;
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public long size() throws IOException {
        return whole.size();
    }

    @Override
    public void close() {
        // Nothing to free.
    }
}
