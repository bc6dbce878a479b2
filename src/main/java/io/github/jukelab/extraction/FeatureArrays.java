package io.github.jukelab.extraction;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;

/** Converts values to arrays with librosa's shape and number type. */
final class FeatureArrays {

    private FeatureArrays() {}

    static FeatureArray samples(Wave wave) {
        return FeatureArray.of(wave.samples(), wave.length());
    }

    static FeatureArray floats(Spectrogram spectrogram) {
        return FeatureArray.of(spectrogram.values(), spectrogram.bins(), spectrogram.frames());
    }

    static FeatureArray floats(FrameSeries series) {
        return FeatureArray.of(series.values(), series.rows().size(), series.frames());
    }

    /** The row of a series without the axis of rows. */
    static FeatureArray row(FrameSeries series) {
        return FeatureArray.of(series.values(), series.frames());
    }

    static FeatureArray doubles(double... values) {
        return FeatureArray.of(values, values.length);
    }

    /** For features that are float64 in librosa. */
    static FeatureArray doubles(FrameSeries series) {
        float[] values = series.values();
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return FeatureArray.of(doubles, series.rows().size(), series.frames());
    }

    /** Real parts, then imaginary parts. */
    static FeatureArray parts(ComplexSpectrogram spectrogram) {
        int frames = spectrogram.frames();
        int half = spectrogram.bins() * frames;
        float[] values = new float[2 * half];
        for (int i = 0; i < half; i++) {
            values[i] = spectrogram.real(i / frames, i % frames);
            values[half + i] = spectrogram.imaginary(i / frames, i % frames);
        }
        return FeatureArray.of(values, 2, spectrogram.bins(), frames);
    }
}
