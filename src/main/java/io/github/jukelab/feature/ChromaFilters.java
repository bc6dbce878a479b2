package io.github.jukelab.feature;

import java.util.Arrays;

/** The weight of each frequency for each pitch class, as {@code librosa.filters.chroma} with its defaults. */
final class ChromaFilters {

    private static final double CENTRE_OCTAVE = 5;
    private static final double OCTAVE_WIDTH = 2;
    /** librosa counts from A; the rows begin with C, three semitones above. */
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
        double[] places = places(frequencies.length + 1, frequencies[1], tuning);
        double[][] filters = new double[12][frequencies.length];
        for (int bin = 0; bin < frequencies.length; bin++) {
            double[] weights = weights(places[bin], Math.max(places[bin + 1] - places[bin], 1));
            for (int c = 0; c < 12; c++) {
                filters[c][bin] = (float) weights[(c + C_ABOVE_A) % 12];
            }
        }
        return filters;
    }

    /** Semitones above A0 (27.5 Hz in tune) of evenly spaced frequencies; 0 Hz is put 18 below the next. */
    private static double[] places(int count, double spacing, Tuning tuning) {
        double[] places = new double[count];
        Arrays.setAll(places, k -> 12 * Math.log(k * spacing / (tuning.a4() / 16)) / Math.log(2));
        places[0] = places[1] - 18;
        return places;
    }

    /** One bin's weights from A on: bell curves of length 1, weighted by the octave. */
    private static double[] weights(double place, double width) {
        double[] weights = new double[12];
        Arrays.setAll(weights, c -> bell(2 * distance(place - c) / width));
        double length = Math.sqrt(Arrays.stream(weights).map(w -> w * w).sum());
        double octave = bell((place / 12 - CENTRE_OCTAVE) / OCTAVE_WIDTH);
        Arrays.setAll(weights, c -> weights[c] / length * octave);
        return weights;
    }

    /** Semitones to the nearest octave of a pitch class, from -6 to 6. */
    private static double distance(double semitones) {
        double shifted = semitones + 6;
        return shifted - 12 * Math.floor(shifted / 12) - 6;
    }

    private static double bell(double x) {
        return Math.exp(-0.5 * x * x);
    }
}
