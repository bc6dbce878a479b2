package io.github.jukelab.catalog;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.Beats;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.OnsetStrength;
import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.feature.Tempo;
import io.github.jukelab.feature.Tempogram;
import io.github.jukelab.feature.Tuning;
import io.github.jukelab.feature.ZeroCrossings;
import io.github.jukelab.image.ColourMap;
import io.github.jukelab.image.Picture;
import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.PowerDensity;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.Arrays;

/** How values become arrays in librosa's shape and number type. */
final class Recipes {

    /** Eight seconds at 22050 Hz and a hop of 512. */
    private static final int TEMPOGRAM_WINDOW = 344;

    private Recipes() {}

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

    /** What librosa gives in float64. */
    static FeatureArray doubles(FrameSeries series) {
        float[] values = series.values();
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return FeatureArray.of(doubles, series.rows().size(), series.frames());
    }

    static FeatureArray stft(Wave wave, Parameters parameters) {
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

    static FeatureArray sixteenth(Wave wave, Parameters parameters) {
        Spectrogram magnitude = parameters.magnitude(wave);
        int rows = (magnitude.bins() + 15) / 16;
        float[] values = new float[rows * magnitude.frames()];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(magnitude.bin(16 * row), 0, values, row * magnitude.frames(), magnitude.frames());
        }
        return FeatureArray.of(values, rows, magnitude.frames());
    }

    static FeatureArray tuning(Wave wave, Parameters parameters) {
        Spectrogram magnitude = parameters.magnitude(wave);
        double semitones = Tuning.of(magnitude.power()).steps();
        double thirds = Tuning.of(magnitude, 36).steps();
        return FeatureArray.of(new double[] {semitones, thirds}, 2);
    }

    static FeatureArray crossings(Wave wave, Parameters parameters) {
        return FeatureArray.of(new long[] {ZeroCrossings.count(wave)}, 1);
    }

    static FeatureArray row(Wave wave, Parameters parameters) {
        return doubles(FeatureRow.of(wave, parameters.stft()).values());
    }

    static FeatureArray tensorFlow(Wave wave, Parameters parameters) {
        Frames frames = Frames.of(210, 110).withCentered(false);
        Spectrogram magnitude = Spectrogram.of(wave.first(22_050), frames, 256);
        float[] byFrame = new float[magnitude.bins() * magnitude.frames()];
        for (int i = 0; i < byFrame.length; i++) {
            byFrame[i] = magnitude.value(i % magnitude.bins(), i / magnitude.bins());
        }
        return FeatureArray.of(byFrame, magnitude.frames(), magnitude.bins());
    }

    static FeatureArray onset(Wave wave, Aggregate aggregate) {
        float[] onset = OnsetStrength.of(wave, Stft.LIBROSA, aggregate).values();
        return FeatureArray.of(onset, onset.length);
    }

    static FeatureArray tempogram(Wave wave, Parameters parameters) {
        FrameSeries onset = OnsetStrength.of(wave, Stft.LIBROSA, Aggregate.MEDIAN);
        return doubles(Tempogram.mean(onset, TEMPOGRAM_WINDOW));
    }

    static FeatureArray tempo(Wave wave, Parameters parameters) {
        double tracked = Beats.of(wave).tempo().bpm();
        return FeatureArray.of(
                new double[] {tracked, Tempo.of(OnsetStrength.of(wave)).bpm()}, 2);
    }

    static FeatureArray beats(Wave wave, Parameters parameters) {
        int[] frames = Beats.of(wave).frames();
        return FeatureArray.of(frames, frames.length);
    }

    /** matplotlib's specgram as the articles call it: NFFT 2048, noverlap 128, and a rate of 2. */
    static Spectrogram specgram(Wave wave) {
        return PowerDensity.matplotlib(2048, 128).apply(Wave.of(wave.samples(), 2));
    }

    static FeatureArray specgramDecibels(Wave wave, Parameters parameters) {
        Spectrogram density = specgram(wave);
        double[] decibels = Picture.decibels(density);
        float[] rounded = new float[decibels.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) decibels[i];
        }
        return FeatureArray.of(rounded, density.bins(), density.frames());
    }

    static FeatureArray specgramTimes(Wave wave, Parameters parameters) {
        Spectrogram density = specgram(wave);
        double[] middles = new double[density.frames()];
        Arrays.setAll(middles, t -> 512 + t * density.secondsPerFrame());
        return doubles(middles);
    }

    static FeatureArray specgramPicture(Wave wave, Parameters parameters) {
        Picture picture = Picture.of(specgram(wave), ColourMap.VIRIDIS);
        byte[] levels = new byte[3 * picture.width() * picture.height()];
        for (int i = 0; i < levels.length; i++) {
            int point = i / 3;
            int colour = picture.rgb(point % picture.width(), point / picture.width());
            levels[i] = (byte) (colour >> 8 * (2 - i % 3));
        }
        return FeatureArray.of(levels, picture.height(), picture.width(), 3);
    }

    static FeatureArray viridis(Wave wave, Parameters parameters) {
        double[] colours = Arrays.stream(ColourMap.VIRIDIS.colours())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return FeatureArray.of(colours, colours.length / 3, 3);
    }
}
