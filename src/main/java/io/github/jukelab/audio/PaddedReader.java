package io.github.jukelab.audio;

import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.SampleReader;
import java.util.Arrays;

/** Reads the first samples of a sound, and zeros after them. */
final class PaddedReader implements SampleReader {

    private final SampleReader in;
    private final long samples;
    private final long length;
    private long position;

    /**
     * A sound and zeros.
     *
     * @param in the sound, which is closed with this
     * @param samples how many samples of it are read
     * @param length how many samples there are in all; if fewer than {@code samples}, the last ones are left out
     */
    PaddedReader(SampleReader in, long samples, long length) {
        this.in = in;
        this.samples = samples;
        this.length = length;
    }

    @Override
    public int read(float[] target, int offset, int count) throws AudioException {
        int wanted = (int) Math.min(count, length - position);
        int available = (int) Math.min(wanted, Math.max(samples - position, 0));
        int taken = available == 0 ? 0 : in.read(target, offset, available);
        if (taken < available) {
            throw new IllegalStateException("sound of " + samples + " samples ends after " + (position + taken));
        }
        Arrays.fill(target, offset + taken, offset + wanted, 0);
        position += wanted;
        return wanted;
    }

    @Override
    public void close() {
        in.close();
    }

    @Override
    public String toString() {
        return "PaddedReader[" + position + " of " + length + "]";
    }
}
