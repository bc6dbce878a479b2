package io.github.jukelab.signal;

import io.github.jukelab.Require;
import io.github.jukelab.audio.Wave;
import java.util.Arrays;

/**
 * Settings of a constant-Q transform: a spectrum whose bins are spaced like the notes of a scale, with the same number
 * in every octave. Bin {@code k} lies at {@code f = lowest 2^((k + tuning) / binsPerOctave)} Hz, and all bins have the
 * same ratio Q of frequency to bandwidth: filters are long at low frequencies and short at high ones.
 *
 * <p>{@code X[k, t] = 2 / sqrt(N) |sum over d of w[d] x[t hop + d] exp(-2 pi j f d / rate)|} with a Hann window w of
 * {@code N = Q rate / f} samples around sample {@code t hop}, and zeros beyond the ends of the wave;
 * {@code Q = (r^2 + 1) / (r^2 - 1)} with the ratio r of neighbouring bins, 16.8 for semitones. A sine of amplitude a at
 * the frequency of a bin gives about {@code a sqrt(N) / 2} there; silence gives zeros.
 *
 * <p>Computed as in librosa, octave by octave from the top. The sample rate is halved from one octave to the next, so
 * that each octave has the same short filters. Filters are applied to the spectra of frames; their weakest frequencies,
 * 1 % of the sum, are dropped. If the hop is odd and cannot be halved, the octaves below keep the rate and have longer
 * filters: correct, but slow. So choose a hop that is divisible by {@code 2^(octaves - 1)}.
 *
 * <p>Source: Schörkhuber and Klapuri, <i>Constant-Q transform toolbox for music processing</i> (2010). Fixture
 * {@code cqt_mag}.
 *
 * @param lowest frequency of the lowest bin, before tuning, Hz, at least 1
 * @param bins number of frequencies, at least 1
 * @param binsPerOctave number of frequencies in an octave, at least 1; 12 for semitones
 * @param hop samples from one frame to the next, at least 1
 * @param tuning deviation of all frequencies, in bins, from -0.5 to 0.5
 */
public record ConstantQ(double lowest, int bins, int binsPerOctave, int hop, double tuning) {

    /** 84 semitones from C1 (32.7 Hz) on every 512 samples, A4 at 440 Hz: the defaults of librosa 0.11. */
    public static final ConstantQ LIBROSA = ConstantQ.of(440 * Math.pow(2, -45 / 12.0), 84, 12);

    /**
     * Checks the ranges.
     *
     * @param lowest in Hz
     * @param bins number of frequencies
     * @param binsPerOctave number of frequencies in an octave
     * @param hop samples from frame to frame
     * @param tuning in bins
     * @throws IllegalArgumentException if the lowest frequency is below 1 Hz or not finite, a number is not positive,
     *     or the tuning is not within -0.5 to 0.5
     */
    public ConstantQ {
        if (!(lowest >= 1 && lowest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lowest frequency must be at least 1 Hz, got " + lowest);
        }
        if (bins < 1) {
            throw new IllegalArgumentException("a constant-Q transform needs at least 1 bin, got " + bins);
        }
        if (binsPerOctave < 1) {
            throw new IllegalArgumentException("an octave needs at least 1 bin, got " + binsPerOctave);
        }
        Require.atLeast("hop", 1, hop);
        if (!(tuning >= -0.5 && tuning <= 0.5)) {
            throw new IllegalArgumentException("tuning must be from -0.5 to 0.5 bins, got " + tuning);
        }
    }

    /**
     * Frames every 512 samples, tuned to A4 at 440 Hz.
     *
     * @param lowest frequency of the lowest bin, Hz, at least 1
     * @param bins number of frequencies, at least 1
     * @param binsPerOctave number of frequencies in an octave, at least 1
     * @return the settings
     * @throws IllegalArgumentException if the lowest frequency is below 1 Hz or not finite, or a number is not positive
     */
    public static ConstantQ of(double lowest, int bins, int binsPerOctave) {
        return new ConstantQ(lowest, bins, binsPerOctave, 512, 0);
    }

    /**
     * The same transform with another hop.
     *
     * @param hop samples from one frame to the next, at least 1
     * @return new settings
     * @throws IllegalArgumentException if the hop is not positive
     */
    public ConstantQ withHop(int hop) {
        return new ConstantQ(lowest, bins, binsPerOctave, hop, tuning);
    }

    /**
     * The same transform for music in another tuning.
     *
     * @param tuning deviation in bins, from -0.5 to 0.5
     * @return new settings
     * @throws IllegalArgumentException if the tuning is out of range
     */
    public ConstantQ withTuning(double tuning) {
        return new ConstantQ(lowest, bins, binsPerOctave, hop, tuning);
    }

    /**
     * The centre frequency of each bin.
     *
     * @return Hz, ascending, shape [bin]
     */
    public double[] frequencies() {
        double tuned = lowest * Math.pow(2, tuning / binsPerOctave);
        double[] frequencies = new double[bins];
        Arrays.setAll(frequencies, k -> tuned * Math.pow(2, (double) k / binsPerOctave));
        return frequencies;
    }

    /**
     * The magnitudes of a wave's constant-Q transform. Equal to {@code abs(librosa.cqt)} to 1e-6 of the largest value,
     * at any rate; about 15 ms for 30 s and librosa's 84 bins.
     *
     * @param wave of n samples, at least 1
     * @return magnitudes, [bin, frame], {@code 1 + n / hop} frames
     * @throws IllegalArgumentException if the highest bin's band reaches above half the wave's rate, or a sample is
     *     too large, see {@link Stft}
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Spectrogram apply(Wave wave) {
        SampleLevel.check(wave, q() * wave.rate() / lowest);
        return ConstantQTransform.of(wave, this);
    }

    /** Frequency over bandwidth. */
    double q() {
        double square = Math.pow(2, 2.0 / binsPerOctave);
        return (square + 1) / (square - 1);
    }
}
