package io.github.jukelab.signal;

/**
 * A matrix [bin, frame] that is written frame by frame. Sixteen frames are gathered before they go to their places, so
 * that memory is written in whole cache lines.
 */
final class Columns {

    private static final int BLOCK = 16;

    private final int bins;
    private final int frames;
    private final float[] block;
    private final float[] values;

    Columns(int bins, int frames) {
        this.bins = bins;
        this.frames = frames;
        this.block = new float[BLOCK * bins];
        this.values = new float[Math.multiplyExact(bins, frames)];
    }

    /** Where the value of bin 0 of a frame goes in {@link #block()}; the other bins follow. */
    int offset(int frame) {
        return frame % BLOCK * bins;
    }

    float[] block() {
        return block;
    }

    /** Says that all bins of a frame are in the block. Frames come in order. */
    void done(int frame) {
        if (frame % BLOCK == BLOCK - 1 || frame == frames - 1) {
            flush(frame - frame % BLOCK, frame % BLOCK + 1);
        }
    }

    private void flush(int first, int count) {
        for (int bin = 0; bin < bins; bin++) {
            for (int i = 0; i < count; i++) {
                values[bin * frames + first + i] = block[i * bins + bin];
            }
        }
    }

    /** The matrix itself, bin after bin. */
    float[] values() {
        return values;
    }
}
