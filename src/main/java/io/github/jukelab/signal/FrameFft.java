package io.github.jukelab.signal;

/**
 * The Fourier transform of a block of real frames of one size, in double precision. Frames lie side by side: before the
 * transform a row holds one sample of every frame, after it one bin. For one thread only.
 */
abstract class FrameFft {

    /** [bin][frame]. */
    final double[][] real;
    /** [bin][frame]. */
    final double[][] imaginary;

    FrameFft(int size, int frames) {
        this.real = new double[size / 2 + 1][frames];
        this.imaginary = new double[size / 2 + 1][frames];
    }

    /** A transform of frames of any size, up to {@code frames} at once. */
    static FrameFft of(int size, int frames) {
        boolean powerOfTwo = Integer.bitCount(size) == 1;
        return powerOfTwo && size >= 4 ? new LaneFft(size, frames) : new SingleFft(size, frames);
    }

    /** The row for sample {@code index}, from 0 to {@code size - 1}, of every frame; to be filled. */
    abstract double[] samples(int index);

    /** Transforms the samples of the first {@code frames} frames to their spectra. */
    abstract void transform(int frames);

    /** The real part of a bin, from 0 to {@code size / 2}, of every frame. */
    final double[] real(int bin) {
        return real[bin];
    }

    /** The imaginary part of a bin of every frame. */
    final double[] imaginary(int bin) {
        return imaginary[bin];
    }
}
