package io.github.jukelab.signal;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.audio.Wave;
import java.util.Locale;
import java.util.Objects;

/**
 * The short-time Fourier transform of a wave: a complex matrix of shape [bin, frame], from which the wave can be
 * rebuilt. Most work needs only its absolute values, the {@link Spectrogram}. Immutable.
 *
 * <p>{@code X[k, t] = sum over i of w[i] x[t hop + i - nFft / 2] exp(-2 pi j k i / nFft)} with a window
 * {@code w}, mostly the periodic Hann window. The transform runs in double and is rounded to float. Equal to librosa's {@code stft} to 1e-6 of
 * the largest absolute value.
 */
public final class ComplexSpectrogram {

    /** Squares of smaller floats lose digits or vanish, so these magnitudes are computed in double. */
    private static final float SMALL = 1e-18f;

    private final float[] real;
    private final float[] imaginary;
    private final Stft stft;
    private final Window window;
    private final int rate;
    private final int samples;
    private final int frames;

    /** Keeps the arrays without copying; the caller must not use them afterwards. */
    ComplexSpectrogram(float[] real, float[] imaginary, Stft stft, Window window, int rate, int samples) {
        this.real = real;
        this.imaginary = imaginary;
        this.stft = stft;
        this.window = window;
        this.rate = rate;
        this.samples = samples;
        this.frames = real.length / stft.bins();
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
        return of(wave, stft, Window.hann(stft.nFft()));
    }

    /**
     * The transform of a wave under another window.
     *
     * @param wave of n samples
     * @param stft frame size, hop, padding
     * @param window of up to {@code stft.nFft()} weights, placed in the middle of each frame
     * @return {@code stft.bins()} x {@code stft.frames(n)} complex values
     * @throws IllegalArgumentException if the wave is too short for these settings, or the window is longer than a frame
     */
    public static ComplexSpectrogram of(Wave wave, Stft stft, Window window) {
        Window padded = window.paddedTo(stft.nFft());
        int frames = stft.frames(wave.length());
        float[] real = new float[Math.multiplyExact(stft.bins(), frames)];
        float[] imaginary = new float[real.length];
        FrameSpectra.forEach(wave, stft.framing(), padded.weights(), stft.nFft(), (first, count, spectra) -> {
            for (int k = 0; k < stft.bins(); k++) {
                round(spectra.real(k), count, real, k * frames + first);
                round(spectra.imaginary(k), count, imaginary, k * frames + first);
            }
        });
        return new ComplexSpectrogram(real, imaginary, stft, padded, wave.rate(), wave.length());
    }

    /** Rounds the first values of a row. */
    static void round(double[] row, int count, float[] values, int offset) {
        for (int t = 0; t < count; t++) {
            values[offset + t] = (float) row[t];
        }
    }

    /**
     * The absolute values.
     *
     * @return the magnitude spectrogram, same shape, that of {@link Spectrogram#of(Wave, Stft)} to float rounding
     */
    public Spectrogram magnitude() {
        float[] magnitudes = new float[real.length];
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = (float) Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
        }
        for (int i = 0; i < magnitudes.length; i++) {
            if (magnitudes[i] < SMALL) {
                magnitudes[i] = magnitude(real[i], imaginary[i]);
            }
        }
        return Spectrogram.owning(magnitudes, frequencies(), Scale.MAGNITUDE, secondsPerFrame());
    }

    private static float magnitude(double real, double imaginary) {
        return (float) Math.sqrt(real * real + imaginary * imaginary);
    }

    /**
     * The transform with each value multiplied by a mask; phases do not change.
     *
     * @param mask weights of the same shape
     * @return each value times its weight
     * @throws IllegalArgumentException if the mask has another shape
     */
    public ComplexSpectrogram masked(Mask mask) {
        if (mask.bins() != bins() || mask.frames() != frames) {
            throw new IllegalArgumentException(mask + " does not fit " + this);
        }
        return new ComplexSpectrogram(mask.times(real), mask.times(imaginary), stft, window, rate, samples);
    }

    /**
     * The transform of the same sound at another speed, with its pitch unchanged, by the phase vocoder. The magnitude
     * at frame {@code t} is interpolated linearly at frame {@code t rate} of this transform; the phase of each bin
     * advances by the phase difference between the two frames around it. Tones keep their frequencies. As each bin
     * advances independently, phases of neighbouring bins drift apart: clicks smear, and a tone may lose a tenth of its
     * amplitude, more after a hard onset. A rate of 1 gives the same transform to float rounding.
     *
     * <p>Equal to {@code librosa.phase_vocoder} of double values to float rounding. For float values librosa
     * accumulates phases in float, where they lose digits with every frame.
     *
     * @param rate speed factor, positive: 2 gives half the number of frames, 0.5 twice the number
     * @return a transform of {@code frames() / rate} frames, rounded up, of a wave with this one's number of samples
     *     divided by the rate, rounded half to even, at least 1
     * @throws IllegalArgumentException if the rate is not positive or not finite
     * @throws ArithmeticException if the result is larger than an array can hold
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     * @see <a href="https://doi.org/10.1002/j.1538-7305.1966.tb01706.x">Flanagan and Golden (1966)</a>
     */
    public ComplexSpectrogram stretched(double rate) {
        Require.positive("rate", rate);
        int stretched = Math.toIntExact((long) Math.max(1, Math.rint(samples / rate)));
        PhaseVocoder vocoder = new PhaseVocoder(frames, rate);
        float[] x = new float[Math.multiplyExact(bins(), vocoder.outputFrames())];
        float[] y = new float[x.length];
        for (int k = 0; k < bins(); k++) {
            Progress.checkInterrupted();
            vocoder.stretch(real, imaginary, k, x, y);
        }
        return new ComplexSpectrogram(x, y, stft, window, this.rate, stretched);
    }

    /** Given magnitudes with the phases of this minus {@code weight} times another transform of the same shape. */
    ComplexSpectrogram rephased(ComplexSpectrogram other, float weight, float[] magnitudes) {
        float[] x = new float[real.length];
        float[] y = new float[real.length];
        for (int i = 0; i < magnitudes.length; i++) {
            float a = real[i] - weight * other.real[i];
            float b = imaginary[i] - weight * other.imaginary[i];
            float length = magnitude(a, b) + Float.MIN_NORMAL;
            x[i] = magnitudes[i] * (a / length);
            y[i] = magnitudes[i] * (b / length);
        }
        return new ComplexSpectrogram(x, y, stft, window, rate, samples);
    }

    /**
     * The wave of this transform, with its original length; see {@link #toWave(int)}.
     *
     * @return the wave
     */
    public Wave toWave() {
        return toWave(samples);
    }

    /**
     * The inverse transform: the wave of this transform, or, if none has exactly this transform (as after masking), the
     * one whose transform is nearest in mean square. Every frame is transformed back, weighted with the window again
     * and added at its position; each sample is divided by the sum of the squared windows over it. Samples that no
     * frame covers, such as the last ones if frames are not centred, are 0.
     *
     * <p>Computed in float. Restores a wave to 2e-7 of its largest sample, except where the windows are nearly 0: at
     * both ends if frames are not centred. Equal to {@code librosa.istft} to 1e-6 of the largest sample; about 11 ms for
     * 30 s.
     *
     * @param samples length of the result, at least 1: the wave is cut, or padded with zeros
     * @return the wave
     * @throws IllegalArgumentException if the length is not positive
     */
    public Wave toWave(int samples) {
        if (samples < 1) {
            throw new IllegalArgumentException("a wave needs at least one sample, got " + samples);
        }
        float[] wave = new float[samples];
        int lanes = Math.min(frames, OverlapAdd.LANES);
        OverlapAdd overlap = new OverlapAdd(
                stft,
                window.weights(),
                frames,
                samples,
                lanes,
                (values, from, count, position) -> System.arraycopy(values, from, wave, position, count));
        for (int first = 0; first < frames; first += lanes) {
            int count = Math.min(lanes, frames - first);
            for (int k = 0; k < bins(); k++) {
                System.arraycopy(real, k * frames + first, overlap.fft().real[k], 0, count);
                System.arraycopy(imaginary, k * frames + first, overlap.fft().imaginary[k], 0, count);
            }
            overlap.add(count);
        }
        return Wave.of(wave, rate);
    }

    /**
     * The real part of one value.
     *
     * @param bin from 0 to {@code bins() - 1}
     * @param frame from 0 to {@code frames() - 1}
     * @return the cosine part
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public float real(int bin, int frame) {
        return real[bin * frames + Objects.checkIndex(frame, frames)];
    }

    /**
     * The imaginary part of one value.
     *
     * @param bin from 0 to {@code bins() - 1}
     * @param frame from 0 to {@code frames() - 1}
     * @return the sine part, with the sign of {@code exp(-j ...)}
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public float imaginary(int bin, int frame) {
        return imaginary[bin * frames + Objects.checkIndex(frame, frames)];
    }

    /**
     * The number of bins.
     *
     * @return rows, at least 1
     */
    public int bins() {
        return stft.bins();
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
     * The settings of the transform.
     *
     * @return frame size, hop, padding, centring
     */
    public Stft stft() {
        return stft;
    }

    /**
     * The sample rate of the wave.
     *
     * @return the rate in Hz
     */
    public int rate() {
        return rate;
    }

    /**
     * The centre frequency of each bin.
     *
     * @return Hz, ascending from 0, shape [bin]
     */
    public double[] frequencies() {
        return stft.frequencies(rate);
    }

    /**
     * Time between frames.
     *
     * @return seconds
     */
    public double secondsPerFrame() {
        return (double) stft.hop() / rate;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ComplexSpectrogram[%d bins x %d frames, %.2f s]",
                bins(),
                frames,
                frames * secondsPerFrame());
    }
}
