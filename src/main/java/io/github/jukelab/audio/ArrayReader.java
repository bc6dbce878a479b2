package io.github.jukelab.audio;

import io.github.jukelab.codec.SampleReader;

/** Reads an array. */
final class ArrayReader implements SampleReader {

    private final float[] samples;
    private int position;

    ArrayReader(float[] samples) {
        this.samples = samples;
    }

    @Override
    public int read(float[] target, int offset, int count) {
        int taken = Math.min(count, samples.length - position);
        System.arraycopy(samples, position, target, offset, taken);
        position += taken;
        return taken;
    }

    @Override
    public void close() {
        // An array holds nothing that must be freed.
    }

    @Override
    public String toString() {
        return "ArrayReader[" + position + " of " + samples.length + "]";
    }
}
