package io.github.jukelab.feature;

import java.util.Arrays;

/** The weight of each bin for each pitch class: {@code librosa.filters.chroma} with its defaults. */
final class ChromaFilters {

    private static final double CENTRE_OCTAVE = 5;
    private static final double OCTAVE_WIDTH = 2;
    /** librosa counts from A; rows here begin with C, a quarter of an octave above. */
    private static final int C_ABOVE_A = 3;

    private ChromaFilters() {}

    /**
     * The filters.
     *
     * @param frequencies evenly spaced from 0 Hz on, at least 2
     * @param tuning in steps of as many to the octave as there are classes
     * @return shape [pitch class from C][bin], rounded to float
     */
    static double[][] of(double[] frequencies, Tuning tuning) {
        if (frequencies.length < 2) {
            throw new IllegalArgumentException("chroma needs at least 2 bins, got " + frequencies.length);
        }
        int classes = tuning.stepsPerOctave();
        double[] steps = steps(frequencies.length + 1, frequencies[1], tuning);
        double[][] filters = new double[classes][frequencies.length];
        for (int bin = 0; bin < frequencies.length; bin++) {
            double[] weights = weights(classes, steps[bin], Math.max(steps[bin + 1] - steps[bin], 1));
            for (int c = 0; c < classes; c++) {
                filters[c][bin] = (float) weights[(c + C_ABOVE_A * (classes / 12)) % classes];
            }
        }
        return filters;
    }

    /** Steps above A0 (27.5 Hz without detuning) of evenly spaced frequencies; 0 Hz lies 1.5 octaves below the next. */
    private static double[] steps(int count, double spacing, Tuning tuning) {
        double[] steps = new double[count];
        int perOctave = tuning.stepsPerOctave();
        Arrays.setAll(steps, k -> perOctave * Math.log(k * spacing / (tuning.a4() / 16)) / Math.log(2));
        steps[0] = steps[1] - 1.5 * perOctave;
        return steps;
    }

    /** The weights of one bin from A on: a Gaussian with L2 norm 1, weighted by the octave. */
    private static double[] weights(int classes, double step, double width) {
        double[] weights = new double[classes];
        Arrays.setAll(weights, c -> gaussian(2 * distance(step - c, classes) / width));
        double norm = Math.sqrt(Arrays.stream(weights).map(w -> w * w).sum());
        double octave = gaussian((step / classes - CENTRE_OCTAVE) / OCTAVE_WIDTH);
        Arrays.setAll(weights, c -> weights[c] / norm * octave);
        return weights;
    }

    /** Steps to the pitch class in the nearest octave, from -6 to 6 of 12. */
    private static double distance(double difference, int classes) {
        double half = Math.rint(classes / 2.0);
        double shifted = difference + half;
        return shifted - classes * Math.floor(shifted / classes) - half;
    }

    private static double gaussian(double x) {
        return Math.exp(-0.5 * x * x);
    }
}
