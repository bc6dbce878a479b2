package io.github.jukelab.feature;

import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.util.List;

/** What the spectral features ask of their spectrogram and do with its bins. */
final class Energies {

    private Energies() {}

    static void require(Spectrogram spectrogram, String feature) {
        if (spectrogram.scale() == Scale.DECIBEL) {
            throw new IllegalArgumentException(feature + " needs magnitudes or powers, got " + spectrogram);
        }
    }

    /** One bin over time, widened to double. */
    static void copyBin(Spectrogram spectrogram, int bin, double[] into) {
        for (int t = 0; t < into.length; t++) {
            into[t] = spectrogram.value(bin, t);
        }
    }

    /** One bin's powers over time. */
    static void copyPowers(Spectrogram spectrogram, int bin, double[] into) {
        copyBin(spectrogram, bin, into);
        if (spectrogram.scale() == Scale.MAGNITUDE) {
            for (int t = 0; t < into.length; t++) {
                into[t] *= into[t];
            }
        }
    }

    /** Adds a bin, weighted, to sums over bins. */
    static void add(double weight, double[] bin, double[] sums) {
        for (int t = 0; t < sums.length; t++) {
            sums[t] += weight * bin[t];
        }
    }

    /** A feature of one row. */
    static FrameSeries series(String name, String unit, double[] values, Spectrogram spectrogram) {
        float[] floats = new float[values.length];
        for (int t = 0; t < floats.length; t++) {
            floats[t] = (float) values[t];
        }
        return FrameSeries.owning(name, unit, List.of(name), floats, spectrogram.secondsPerFrame());
    }
}
