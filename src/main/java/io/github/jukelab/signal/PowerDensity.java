package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;
import java.util.Arrays;

/**
 * Settings of a power spectral density over time: how much of a wave's power there is a hertz, around each frequency and
 * time. Each frame is weighted with a window and transformed; {@code |X|^2 / (rate sum w^2)}, doubled in all bins but
 * the first and the last for the negative frequencies that are left out, so that white noise of variance v gives
 * {@code 2 v / rate} whatever the frame and the window.
 *
 * <p>Equal to {@code scipy.signal.spectrogram} and to {@code matplotlib.mlab.specgram} to 1e-5 of the maximum.
 *
 * @param frames how the wave is cut, usually not centred
 * @param window as long as a frame, of even length
 * @param centred whether each frame's mean is taken away first, as scipy does, so that an offset does not fill bin 0
 * @see <a href="https://doi.org/10.1109/TAU.1967.1161901">Welch (1967)</a>
 */
public record PowerDensity(Frames frames, Window window, boolean centred) {

    /** Frames of 256 samples that share 32, tapered at the ends, about their mean: the defaults of scipy. */
    public static final PowerDensity SCIPY =
            new PowerDensity(Frames.of(256, 224).withCentered(false), Window.tukey(256, 0.25), true);

    /**
     * Checks that the window fits.
     *
     * @param frames how the wave is cut
     * @param window the weights
     * @param centred whether means are taken away
     * @throws IllegalArgumentException if the window is not as long as a frame, or of odd length
     */
    public PowerDensity {
        if (window.length() != frames.length() || window.length() % 2 != 0) {
            throw new IllegalArgumentException("a window of even length must cover the frames, got " + window.length()
                    + " weights for " + frames.length() + " samples");
        }
    }

    /**
     * As {@code matplotlib.pyplot.specgram} cuts a wave: frames from the first sample on, as they are, under a
     * symmetric Hann window.
     *
     * @param nFft samples in a frame, even
     * @param overlap samples that a frame shares with the next, from 0 to {@code nFft - 1}
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
     * @param wave of n samples; its unit squared, a hertz, is the unit of the result
     * @return shape [{@code frames.length() / 2 + 1}, {@code frames.count(n)}], power a hertz; silence gives zeros
     * @throws IllegalArgumentException if the wave is shorter than a frame
     */
    public Spectrogram apply(Wave wave) {
        int count = frames.count(wave.length());
        double[] means = centred ? means(wave, count) : new double[count];
        double[] ofWindow = spectrumOfWindow();
        double unit = 1 / (wave.rate() * energy());
        int bins = frames.length() / 2 + 1;
        float[] values = new float[Math.multiplyExact(bins, count)];
        FrameSpectra.forEach(wave, frames, window.weights(), frames.length(), (first, some, spectra) -> {
            for (int k = 0; k < bins; k++) {
                double scale = k == 0 || k == bins - 1 ? unit : 2 * unit;
                for (int t = 0; t < some; t++) {
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

    /** What a frame of ones becomes: its mean is taken away after the transform, which is linear. */
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
