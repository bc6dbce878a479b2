package io.github.jukelab.signal;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import java.util.Arrays;

/**
 * The autocorrelation of frames of one length: {@code r[lag] = sum over i of x[i] x[i + lag]}, for lags from 0 to
 * {@code length - 1}, with zeros beyond the frame. Lag 0 is the sum of squares, which no other lag exceeds; silence
 * gives zeros.
 *
 * <p>Computed by Fourier transforms of frames padded with zeros to a power of two. Equal to
 * {@code librosa.autocorrelate} to 1e-12 of lag 0. Immutable.
 */
public final class Autocorrelation {

    /** Supplies frames one by one. */
    public interface Source {
        /**
         * Writes a frame.
         *
         * @param frame its index, from 0, ascending
         * @param samples receives its samples, from index 0 on; longer than a frame, filled with zeros beforehand
         */
        void write(int frame, double[] samples);
    }

    private final int length;
    private final int size;

    private Autocorrelation(int length, int size) {
        this.length = length;
        this.size = size;
    }

    /**
     * The autocorrelation of frames of one length.
     *
     * @param length samples in a frame, at least 1
     * @return the transform for frames of that length
     * @throws IllegalArgumentException if the length is not positive
     */
    public static Autocorrelation of(int length) {
        Require.atLeast("frame length", 1, length);
        return new Autocorrelation(length, Integer.highestOneBit(Math.max(1, 2 * length - 2)) * 2);
    }

    /**
     * The autocorrelation of one frame.
     *
     * @param samples shape [length]
     * @return shape [lag], the same length
     * @throws IllegalArgumentException if the frame has another length
     */
    public double[] apply(double[] samples) {
        if (samples.length != length) {
            throw new IllegalArgumentException("frames have " + length + " samples, got " + samples.length);
        }
        return sum(1, (frame, into) -> System.arraycopy(samples, 0, into, 0, length));
    }

    /**
     * The sum of the autocorrelations of many frames. Costs one transform per frame and one more for the sum.
     *
     * @param frames number of frames
     * @param source writes {@code length} samples of each
     * @return shape [lag]
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public double[] sum(int frames, Source source) {
        Fft fft = Fft.of(size);
        double[] buffer = new double[fft.bufferLength()];
        double[] powers = new double[size / 2 + 1];
        for (int frame = 0; frame < frames; frame++) {
            Progress.checkInterrupted();
            Arrays.fill(buffer, 0);
            source.write(frame, buffer);
            fft.transform(buffer);
            addPowers(buffer, powers);
        }
        return lags(fft, powers, buffer);
    }

    private static void addPowers(double[] spectrum, double[] powers) {
        for (int k = 0; k < powers.length; k++) {
            double real = spectrum[2 * k];
            double imaginary = spectrum[2 * k + 1];
            powers[k] += real * real + imaginary * imaginary;
        }
    }

    /** Powers are even in frequency, so the forward and the inverse transform are the same. */
    private double[] lags(Fft fft, double[] powers, double[] buffer) {
        for (int k = 0; k < powers.length; k++) {
            buffer[k] = powers[k];
            buffer[(size - k) % size] = powers[k];
        }
        fft.transform(buffer);
        double[] lags = new double[length];
        Arrays.setAll(lags, lag -> buffer[2 * lag] / size);
        return lags;
    }

    @Override
    public String toString() {
        return "Autocorrelation[" + length + " samples]";
    }
}
