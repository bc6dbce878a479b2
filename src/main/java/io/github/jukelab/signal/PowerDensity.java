package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;
import java.util.Arrays;

/**
 * Settings of a power spectral density over time: a wave's power per hertz around each frequency and time. Each frame
 * is weighted with a window and transformed; values are {@code |X|^2 / (rate sum w^2)}, doubled in all bins except the
 * first and the last to include the negative frequencies. So white noise of variance v gives {@code 2 v / rate} for any
 * frame and window.
 *
 * <p>Equal to {@code scipy.signal.spectrogram} and to {@code matplotlib.mlab.specgram} to 1e-5 of the maximum.
 *
 * @param frames how the wave is cut, usually not centred
 * @param window of the same even length as a frame
 * @param centred whether each frame's mean is subtracted first, as in scipy, so that an offset does not fill bin 0
 * @see <a href="https://doi.org/10.1109/TAU.1967.1161901">Welch (1967)</a>
 */
public record PowerDensity(Frames frames, Window window, boolean centred) {

    /** Frames of 256 samples that overlap by 32, under a Tukey window, means subtracted: the defaults of scipy. */
    public static final PowerDensity SCIPY =
            new PowerDensity(Frames.of(256, 224).withCentered(false), Window.tukey(256, 0.25), true);

    /**
     * Checks that the window fits.
     *
     * @param frames how the wave is cut
     * @param window the weights
     * @param centred whether means are subtracted
     * @throws IllegalArgumentException if the window has another length than a frame, or an odd one
     */
    public PowerDensity {
        if (window.length() != frames.length() || window.length() % 2 != 0) {
            throw new IllegalArgumentException("the window must have the even length of the frames, got "
                    + window.length() + " weights for " + frames.length() + " samples");
        }
    }

    /**
     * The settings of {@code matplotlib.pyplot.specgram}: frames from the first sample on, without subtracting means,
     * under a symmetric Hann window.
     *
     * @param nFft samples in a frame, even
     * @param overlap samples by which a frame overlaps the next, from 0 to {@code nFft - 1}
     * @return the settings
     * @throws IllegalArgumentException if the frame is odd or the overlap out of range
     */
    public static PowerDensity matplotlib(int nFft, int overlap) {
        if (overlap < 0 || overlap >= nFft) {
            throw new IllegalArgumentException("overlap must be from 0 to " + (nFft - 1) + ", got " + overlap);
        }
        Frames frames = Frames.of(nFft, nFft - overlap).withCentered(false);
        return new PowerDensity(frames, Window.symmetricHann(nFft), false);
    }

    /**
     * The density of a wave.
     *
     * @param wave of n samples; the unit of the result is its unit squared per hertz
     * @return shape [{@code frames.length() / 2 + 1}, {@code frames.count(n)}], power per hertz; silence gives zeros
     * @throws IllegalArgumentException if the wave is shorter than a frame
     */
    public Spectrogram apply(Wave wave) {
        int count = frames.count(wave.length());
        double[] means = centred ? means(wave, count) : new double[count];
        double[] ofWindow = spectrumOfWindow();
        double unit = 1 / (wave.rate() * energy());
        int bins = frames.length() / 2 + 1;
        float[] values = new float[Math.multiplyExact(bins, count)];
        FrameSpectra.forEach(wave, frames, window.weights(), frames.length(), (first, blockFrames, spectra) -> {
            for (int k = 0; k < bins; k++) {
                double scale = k == 0 || k == bins - 1 ? unit : 2 * unit;
                for (int t = 0; t < blockFrames; t++) {
                    double real = spectra.real(k)[t] - means[first + t] * ofWindow[2 * k];
                    double imaginary = spectra.imaginary(k)[t] - means[first + t] * ofWindow[2 * k + 1];
                    values[k * count + first + t] = (float) (scale * (real * real + imaginary * imaginary));
                }
            }
        });
        double[] frequencies = Stft.of(frames.length()).frequencies(wave.rate());
        return Spectrogram.owning(values, frequencies, Scale.POWER, (double) frames.hop() / wave.rate());
    }

    private double[] means(Wave wave, int count) {
        double[] means = new double[count];
        for (int t = 0; t < count; t++) {
            double sum = 0;
            for (int i = 0; i < frames.length(); i++) {
                sum += frames.sample(wave, frames.start(t) + i);
            }
            means[t] = sum / frames.length();
        }
        return means;
    }

    /** The spectrum of a frame of ones: means are subtracted after the transform, which is linear. */
    private double[] spectrumOfWindow() {
        Fft fft = Fft.of(frames.length());
        double[] spectrum = Arrays.copyOf(window.weights(), fft.bufferLength());
        fft.transform(spectrum);
        return spectrum;
    }

    private double energy() {
        return Arrays.stream(window.weights()).map(w -> w * w).sum();
    }
}
