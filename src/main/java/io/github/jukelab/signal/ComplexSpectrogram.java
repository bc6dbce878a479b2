package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;
import java.util.Locale;

/**
 * The short-time Fourier transform of a wave: a complex matrix of shape [bin, frame], with which the wave could be
 * rebuilt. Most work needs only its absolute values, the {@link Spectrogram}. Immutable.
 *
 * <p>{@code X[k, t] = sum over i of w[i] x[t hop + i - nFft / 2] exp(-2 pi j k i / nFft)} with the periodic Hann
 * window {@code w}. The transform runs in double and is rounded to float. Equal to librosa's {@code stft} to 1e-6 of
 * the largest absolute value.
 */
public final class ComplexSpectrogram {

    private final float[] real;
    private final float[] imaginary;
    private final double[] frequencies;
    private final int frames;
    private final double secondsPerFrame;

    private ComplexSpectrogram(
            float[] real, float[] imaginary, double[] frequencies, int frames, double secondsPerFrame) {
        this.real = real;
        this.imaginary = imaginary;
        this.frequencies = frequencies;
        this.frames = frames;
        this.secondsPerFrame = secondsPerFrame;
    }

    /**
     * The transform of a wave.
     *
     * @param wave of n samples
     * @param stft frame size, hop, padding
     * @return {@code stft.bins()} x {@code stft.frames(n)} complex values
     * @throws IllegalArgumentException if the wave is too short for these settings
     */
    public static ComplexSpectrogram of(Wave wave, Stft stft) {
        int frames = stft.frames(wave.length());
        float[] real = new float[Math.multiplyExact(stft.bins(), frames)];
        float[] imaginary = new float[real.length];
        FrameSpectra.forEach(wave, stft, (first, count, spectra) -> {
            for (int k = 0; k < stft.bins(); k++) {
                round(spectra.real(k), count, real, k * frames + first);
                round(spectra.imaginary(k), count, imaginary, k * frames + first);
            }
        });
        return new ComplexSpectrogram(
                real, imaginary, stft.frequencies(wave.rate()), frames, (double) stft.hop() / wave.rate());
    }

    private static void round(double[] row, int count, float[] values, int offset) {
        for (int t = 0; t < count; t++) {
            values[offset + t] = (float) row[t];
        }
    }

    /**
     * The real part of one value.
     *
     * @param bin from 0 to {@code bins() - 1}
     * @param frame from 0 to {@code frames() - 1}
     * @return the cosine part
     */
    public float real(int bin, int frame) {
        return real[bin * frames + frame];
    }

    /**
     * The imaginary part of one value.
     *
     * @param bin from 0 to {@code bins() - 1}
     * @param frame from 0 to {@code frames() - 1}
     * @return the sine part, with the sign of {@code exp(-j ...)}
     */
    public float imaginary(int bin, int frame) {
        return imaginary[bin * frames + frame];
    }

    /**
     * The number of bins.
     *
     * @return rows, at least 1
     */
    public int bins() {
        return frequencies.length;
    }

    /**
     * The number of frames.
     *
     * @return columns, at least 1
     */
    public int frames() {
        return frames;
    }

    /**
     * The centre frequency of each bin.
     *
     * @return a copy, Hz, ascending, shape [bin]
     */
    public double[] frequencies() {
        return frequencies.clone();
    }

    /**
     * Time between frames.
     *
     * @return seconds
     */
    public double secondsPerFrame() {
        return secondsPerFrame;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ComplexSpectrogram[%d bins x %d frames, %.2f s]",
                bins(),
                frames,
                frames * secondsPerFrame);
    }
}
