package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;
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

    private static final double LOWEST = 150;
    private static final double HIGHEST = 4000;
    private static final float THRESHOLD = 0.1f;
    private static final float A0 = 27.5f;
    private static final int HISTOGRAM_BINS = 100;

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
        Peaks peaks = Peaks.of(spectrogram);
        float median = peaks.medianHeight();
        int[] counts = new int[HISTOGRAM_BINS];
        for (int i = 0; i < peaks.count; i++) {
            if (peaks.heights[i] >= median) {
                counts[bin(deviation(peaks.pitches[i], stepsPerOctave))]++;
            }
        }
        return new Tuning(peaks.count == 0 ? 0 : edge(largest(counts)), stepsPerOctave);
    }

    /**
     * The frequency of A4.
     *
     * @return Hz, near 440
     */
    public double a4() {
        return 440 * Math.pow(2, steps / stepsPerOctave);
    }

    private static float deviation(float pitch, int stepsPerOctave) {
        float position = stepsPerOctave * (float) (Math.log(pitch / A0) / Math.log(2));
        float residual = position - (float) Math.floor(position);
        return residual >= 0.5f ? residual - 1 : residual;
    }

    private static int bin(float deviation) {
        int bin = Math.min(HISTOGRAM_BINS - 1, (int) ((deviation + 0.5) * HISTOGRAM_BINS));
        while (deviation < edge(bin)) {
            bin--;
        }
        while (bin < HISTOGRAM_BINS - 1 && deviation >= edge(bin + 1)) {
            bin++;
        }
        return bin;
    }

    private static double edge(int bin) {
        return bin * (1.0 / HISTOGRAM_BINS) - 0.5;
    }

    private static int largest(int[] counts) {
        int largest = 0;
        for (int i = 1; i < counts.length; i++) {
            largest = counts[i] > counts[largest] ? i : largest;
        }
        return largest;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Tuning[%+.2f of 1/%d octave, A4 at %.1f Hz]", steps, stepsPerOctave, a4());
    }

    /** Spectral peaks of all frames: pitch in Hz and height in the spectrogram's unit. */
    private static final class Peaks {

        private float[] pitches = new float[1024];
        private float[] heights = new float[1024];
        private int count;

        static Peaks of(Spectrogram spectrogram) {
            Peaks peaks = new Peaks();
            double[] frequencies = spectrogram.frequencies();
            float[] thresholds = thresholds(spectrogram);
            for (int bin = 1; bin < frequencies.length - 1; bin++) {
                if (frequencies[bin] >= LOWEST && frequencies[bin] < HIGHEST) {
                    peaks.collect(spectrogram, bin, frequencies[1], thresholds);
                }
            }
            return peaks;
        }

        private static float[] thresholds(Spectrogram spectrogram) {
            float[] thresholds = new float[spectrogram.frames()];
            for (int bin = 0; bin < spectrogram.bins(); bin++) {
                for (int t = 0; t < thresholds.length; t++) {
                    float value = spectrogram.value(bin, t);
                    thresholds[t] = value > thresholds[t] ? value : thresholds[t];
                }
            }
            for (int t = 0; t < thresholds.length; t++) {
                thresholds[t] *= THRESHOLD;
            }
            return thresholds;
        }

        private void collect(Spectrogram spectrogram, int bin, double spacing, float[] thresholds) {
            for (int t = 0; t < thresholds.length; t++) {
                float value = spectrogram.value(bin, t);
                if (value > thresholds[t]) {
                    float below = spectrogram.value(bin - 1, t);
                    float above = spectrogram.value(bin + 1, t);
                    if (value > below && value >= above) {
                        add(bin, spacing, below, value, above);
                    }
                }
            }
        }

        private void add(int bin, double spacing, float below, float value, float above) {
            double curvature = (above + below) - 2.0 * value;
            double slope = (above - below) / 2.0;
            float shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : (float) (-slope / curvature);
            if (count == pitches.length) {
                pitches = Arrays.copyOf(pitches, 2 * count);
                heights = Arrays.copyOf(heights, 2 * count);
            }
            pitches[count] = (float) ((bin + (double) shift) * spacing);
            heights[count] = value + 0.5f * ((above - below) / 2) * shift;
            count++;
        }

        float medianHeight() {
            return count == 0 ? 0 : Median.of(Arrays.copyOf(heights, count));
        }
    }
}
