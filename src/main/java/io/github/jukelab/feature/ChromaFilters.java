package io.github.jukelab.feature;

import java.util.Arrays;

/** The weight of each bin for each pitch class: {@code librosa.filters.chroma} with its defaults. */
final class ChromaFilters {

    private static final double CENTRE_OCTAVE = 5;
    private static final double OCTAVE_WIDTH = 2;
    /** librosa counts from A; rows here begin with C, three semitones above. */
    private static final int C_ABOVE_A = 3;

    private ChromaFilters() {}

    /**
     * The filters.
     *
     * @param frequencies evenly spaced from 0 Hz on, at least 2
     * @param tuning in semitones
     * @return shape [pitch class from C][bin], rounded to float
     */
    static double[][] of(double[] frequencies, Tuning tuning) {
        if (frequencies.length < 2) {
            throw new IllegalArgumentException("chroma needs at least 2 bins, got " + frequencies.length);
        }
        if (tuning.stepsPerOctave() != 12) {
            throw new IllegalArgumentException("chroma needs a tuning in semitones, got " + tuning);
        }
        double[] semitones = semitones(frequencies.length + 1, frequencies[1], tuning);
        double[][] filters = new double[12][frequencies.length];
        for (int bin = 0; bin < frequencies.length; bin++) {
            double[] weights = weights(semitones[bin], Math.max(semitones[bin + 1] - semitones[bin], 1));
            for (int c = 0; c < 12; c++) {
                filters[c][bin] = (float) weights[(c + C_ABOVE_A) % 12];
            }
        }
        return filters;
    }

    /** Semitones above A0 (27.5 Hz without detuning) of evenly spaced frequencies; 0 Hz lies 18 below the next. */
    private static double[] semitones(int count, double spacing, Tuning tuning) {
        double[] semitones = new double[count];
        Arrays.setAll(semitones, k -> 12 * Math.log(k * spacing / (tuning.a4() / 16)) / Math.log(2));
        semitones[0] = semitones[1] - 18;
        return semitones;
    }

    /** The weights of one bin from A on: a Gaussian with L2 norm 1, weighted by the octave. */
    private static double[] weights(double semitone, double width) {
        double[] weights = new double[12];
        Arrays.setAll(weights, c -> gaussian(2 * distance(semitone - c) / width));
        double norm = Math.sqrt(Arrays.stream(weights).map(w -> w * w).sum());
        double octave = gaussian((semitone / 12 - CENTRE_OCTAVE) / OCTAVE_WIDTH);
        Arrays.setAll(weights, c -> weights[c] / norm * octave);
        return weights;
    }

    /** Semitones to the pitch class in the nearest octave, from -6 to 6. */
    private static double distance(double difference) {
        double shifted = difference + 6;
        return shifted - 12 * Math.floor(shifted / 12) - 6;
    }

    private static double gaussian(double x) {
        return Math.exp(-0.5 * x * x);
    }
}
