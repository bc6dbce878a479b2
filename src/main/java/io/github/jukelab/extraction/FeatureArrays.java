package io.github.jukelab.extraction;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.Beats;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.OnsetStrength;
import io.github.jukelab.feature.Tempo;
import io.github.jukelab.feature.Tempogram;
import io.github.jukelab.feature.Tuning;
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

    static FeatureArray doubles(double[] values) {
        return FeatureArray.of(values, values.length);
    }

    /** For features that are float64 in librosa. */
    static FeatureArray doubles(FrameSeries series) {
        float[] values = series.values();
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return FeatureArray.of(doubles, series.rows().size(), series.frames());
    }

    static FeatureArray stft(Wave wave, FeatureParameters parameters) {
        ComplexSpectrogram spectrogram = ComplexSpectrogram.of(wave, parameters.stft());
        int frames = spectrogram.frames();
        int half = spectrogram.bins() * frames;
        float[] values = new float[2 * half];
        for (int i = 0; i < half; i++) {
            values[i] = spectrogram.real(i / frames, i % frames);
            values[half + i] = spectrogram.imaginary(i / frames, i % frames);
        }
        return FeatureArray.of(values, 2, spectrogram.bins(), frames);
    }

    static FeatureArray tuning(Wave wave, FeatureParameters parameters) {
        Spectrogram magnitude = parameters.magnitude(wave);
        double semitones = Tuning.of(magnitude.power()).steps();
        double thirds = Tuning.of(magnitude, 36).steps();
        return FeatureArray.of(new double[] {semitones, thirds}, 2);
    }

    static FeatureArray beats(Wave wave, FeatureParameters parameters) {
        int[] frames = Beats.of(wave).frames();
        return FeatureArray.of(frames, frames.length);
    }

    static FeatureArray onset(Wave wave, FeatureParameters parameters) {
        float[] onset = OnsetStrength.of(wave).values();
        return FeatureArray.of(onset, onset.length);
    }

    static FeatureArray tempogram(Wave wave, FeatureParameters parameters) {
        return doubles(Tempogram.of(OnsetStrength.of(wave)));
    }

    static FeatureArray tempo(Wave wave, FeatureParameters parameters) {
        return doubles(new double[] {Tempo.of(OnsetStrength.of(wave)).bpm()});
    }
}
