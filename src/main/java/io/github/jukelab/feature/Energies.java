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

    /** A feature of one row, in Hz. */
    static FrameSeries series(String name, double[] hertz, Spectrogram spectrogram) {
        float[] values = new float[hertz.length];
        for (int t = 0; t < values.length; t++) {
            values[t] = (float) hertz[t];
        }
        return FrameSeries.owning(name, "Hz", List.of(name), values, spectrogram.secondsPerFrame());
    }
}
