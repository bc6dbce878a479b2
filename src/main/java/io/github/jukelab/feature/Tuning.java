package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;
import java.util.Locale;

/**
 * The deviation of a recording's tuning from A4 = 440 Hz, as a fraction of a step of its scale. Immutable.
 *
 * <p>In each frame the peaks between 150 and 4000 Hz that exceed a tenth of the frame's largest value are refined by a
 * parabola through three bins. The distances of the stronger half of all peaks from the nearest step are counted in a
 * histogram of 100 bins; the tuning is the bin with the most peaks, the lowest of equals. Without any peak (silence) it
 * is 0.
 *
 * <p>Equal to {@code librosa.estimate_tuning}, with its float rounding, to the last digit; 2 ms for 30 s.
 *
 * @param steps the deviation in steps, from -0.5 to below 0.5, a multiple of 0.01
 * @param stepsPerOctave steps of the scale, 12 for semitones
 */
public record Tuning(double steps, int stepsPerOctave) {

    /**
     * Checks the ranges.
     *
     * @param steps deviation in steps
     * @param stepsPerOctave steps of the scale
     * @throws IllegalArgumentException if the deviation is not within -0.5 to below 0.5, or there is no step
     */
    public Tuning {
        if (!(steps >= -0.5 && steps < 0.5)) {
            throw new IllegalArgumentException("tuning must be from -0.5 to below 0.5 steps, got " + steps);
        }
        if (stepsPerOctave < 1) {
            throw new IllegalArgumentException("an octave needs at least 1 step, got " + stepsPerOctave);
        }
    }

    /**
     * The tuning in semitones.
     *
     * @param spectrogram magnitude or power; librosa's chroma uses power
     * @return the deviation from 440 Hz
     * @throws IllegalArgumentException if the spectrogram is in decibels
     */
    public static Tuning of(Spectrogram spectrogram) {
        return of(spectrogram, 12);
    }

    /**
     * The tuning in steps of any equal scale.
     *
     * @param spectrogram magnitude or power
     * @param stepsPerOctave at least 1
     * @return the deviation from 440 Hz
     * @throws IllegalArgumentException if the spectrogram is in decibels or there is no step
     */
    public static Tuning of(Spectrogram spectrogram, int stepsPerOctave) {
        Energies.require(spectrogram, "tuning");
        PeakHistogram peaks = PeakHistogram.of(stepsPerOctave);
        peaks.add(spectrogram);
        if (peaks.largest().isEmpty()) {
            peaks = peaks.narrowed();
            peaks.add(spectrogram);
        }
        return of(peaks, stepsPerOctave);
    }

    /** The tuning of all peaks of a sound. */
    static Tuning of(PeakHistogram peaks, int stepsPerOctave) {
        return new Tuning(PeakHistogram.edge(peaks.largest().orElseThrow()), stepsPerOctave);
    }

    /**
     * The frequency of A4.
     *
     * @return Hz, near 440
     */
    public double a4() {
        return 440 * Math.pow(2, steps / stepsPerOctave);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Tuning[%+.2f of 1/%d octave, A4 at %.1f Hz]", steps, stepsPerOctave, a4());
    }
}
