package io.github.jukelab.signal;

/**
 * The Fourier transform back from the spectra of real frames of one size, in float precision. Frames lie side by side,
 * as in {@link FrameFft}. The samples are {@code size / 2} times too large, which a window's weights can undo for
 * nothing. For one thread only.
 */
abstract class InverseFft {

    /** [bin][frame], to be filled. */
    final float[][] real;
    /** [bin][frame], to be filled; those of bin 0 and, for even sizes, of the last bin count as 0. */
    final float[][] imaginary;

    InverseFft(int size, int frames) {
        this.real = new float[size / 2 + 1][frames];
        this.imaginary = new float[size / 2 + 1][frames];
    }

    /** A transform of frames of any size, up to {@code frames} at once. */
    static InverseFft of(int size, int frames) {
        boolean powerOfTwo = Integer.bitCount(size) == 1;
        return powerOfTwo && size >= 4 ? new LaneInverseFft(size, frames) : new SingleInverseFft(size, frames);
    }

    /** Transforms the spectra of the first {@code frames} frames to samples; the spectra are lost. */
    abstract void transform(int frames);

    /** Sample {@code index}, from 0 to {@code size - 1}, of every frame, times {@code size / 2}. */
    abstract float[] samples(int index);
}
