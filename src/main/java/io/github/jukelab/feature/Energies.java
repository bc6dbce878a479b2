package io.github.jukelab.feature;

import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.util.List;

/** Helpers of the spectral features: the check of the scale, and sums over bins. */
final class Energies {

    private Energies() {}

    static void require(Spectrogram spectrogram, String feature) {
        if (spectrogram.scale() == Scale.DECIBEL) {
            throw new IllegalArgumentException(feature + " needs magnitudes or powers, got " + spectrogram);
        }
    }

    /** Copies one bin over time, as double. */
    static void copyBin(Spectrogram spectrogram, int bin, double[] into) {
        for (int t = 0; t < into.length; t++) {
            into[t] = spectrogram.value(bin, t);
        }
    }

    /** Copies the powers of one bin over time. */
    static void copyPowers(Spectrogram spectrogram, int bin, double[] into) {
        copyBin(spectrogram, bin, into);
        if (spectrogram.scale() == Scale.MAGNITUDE) {
            for (int t = 0; t < into.length; t++) {
                into[t] *= into[t];
            }
        }
    }

    /** Adds a weighted bin to sums over bins. */
    static void add(double weight, double[] bin, double[] sums) {
        for (int t = 0; t < sums.length; t++) {
            sums[t] += weight * bin[t];
        }
    }

    /** A feature with one row. */
    static FrameSeries series(String name, String unit, double[] values, Spectrogram spectrogram) {
        float[] floats = new float[values.length];
        for (int t = 0; t < floats.length; t++) {
            floats[t] = (float) values[t];
        }
        return FrameSeries.owning(name, unit, List.of(name), floats, spectrogram.secondsPerFrame());
    }
}
