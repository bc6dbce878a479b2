package io.github.jukelab.extraction;

import static java.util.Map.entry;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.Beats;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.feature.OnsetStrength;
import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.feature.Tempo;
import io.github.jukelab.feature.Tempogram;
import io.github.jukelab.feature.ZeroCrossings;
import io.github.jukelab.image.ColourMap;
import io.github.jukelab.image.Picture;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.PitchShift;
import io.github.jukelab.signal.PowerDensity;
import io.github.jukelab.signal.Reference;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.TimeStretch;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which call of ours is compared with which array of the fixtures: features of the catalog, features under another name,
 * and arrays that are not in the catalog, such as every sixteenth bin of a spectrogram.
 */
final class FixtureArrays {

    /** Eight seconds at 22050 Hz and a hop of 512. */
    private static final int TEMPOGRAM_WINDOW = 344;

    private static final FeatureParameters DEFAULTS = FeatureParameters.LIBROSA;

    private static final Map<String, Function<Wave, FeatureArray>> OTHERS = Map.ofEntries(
            entry("time_stretch_0.8", y -> every61st(TimeStretch.of(y, 0.8))),
            entry("time_stretch_1.5", y -> every61st(TimeStretch.of(y, 1.5))),
            entry("pitch_shift_4", y -> every61st(PitchShift.of(y, 4))),
            entry("pitch_shift_-5", y -> every61st(PitchShift.of(y, -5))),
            entry("resample_44100", named("wave", DEFAULTS.with(FeatureParameter.RATE, 44_100))),
            entry("resample_16000", named("wave", DEFAULTS.with(FeatureParameter.RATE, 16_000))),
            entry("resample_11025", named("wave", DEFAULTS.with(FeatureParameter.RATE, 11_025))),
            entry("stft_real_imag", named("stft", DEFAULTS)),
            entry("stft_mag_sub", FixtureArrays::sixteenth),
            entry("mel_db_refmax", named("mel_db", DEFAULTS.with(FeatureParameter.REF, Reference.MAX))),
            entry("mfcc20", named("mfcc", DEFAULTS)),
            entry("mfcc13_delta", named("mfcc_delta", DEFAULTS.with(FeatureParameter.N_MFCC, 13))),
            entry("mfcc13_delta2", named("mfcc_delta2", DEFAULTS.with(FeatureParameter.N_MFCC, 13))),
            entry("spectral_rolloff_01", named("spectral_rolloff", DEFAULTS.with(FeatureParameter.ROLL_PERCENT, 0.01))),
            entry("zero_crossings_total", y -> FeatureArray.of(new long[] {ZeroCrossings.count(y)}, 1)),
            entry("table57", FixtureArrays::row),
            entry("table57_f64", FixtureArrays::row),
            entry(
                    "mel_statistics",
                    y -> FeatureArrays.doubles(MelStatistics.DEFAULT.row(y).values())),
            entry("poly_features1", named("poly_features", DEFAULTS)),
            entry("cqt_mag", named("cqt", DEFAULTS)),
            entry("onset_strength_mean", named("onset_strength", DEFAULTS)),
            entry("onset_strength_median", FixtureArrays::medianOnset),
            entry("tempogram_mean", FixtureArrays::meanTempogram),
            entry("tempo", FixtureArrays::tempi),
            entry("scipy_spectrogram", y -> FeatureArrays.floats(PowerDensity.SCIPY.apply(y))),
            entry("tf_stft_210_110", FixtureArrays::tensorFlow),
            entry("specgram_psd", y -> FeatureArrays.floats(specgram(y))),
            entry("specgram_freqs", y -> FeatureArrays.doubles(specgram(y).frequencies())),
            entry("specgram_times", FixtureArrays::specgramTimes),
            entry("specgram_db_flipped", FixtureArrays::specgramDecibels),
            entry("specgram_rgb_native", FixtureArrays::specgramPicture),
            entry("viridis_lut", y -> viridis()));

    private FixtureArrays() {}

    private static Function<Wave, FeatureArray> named(String feature, FeatureParameters parameters) {
        return y -> FeatureCatalog.feature(feature).of(y, parameters);
    }

    /** All names of fixtures. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(OTHERS.keySet());
        FeatureCatalog.features().forEach(feature -> names.add(feature.name()));
        return names;
    }

    /** The array with a name. */
    static FeatureArray of(String name, Wave wave) {
        return OTHERS.getOrDefault(name, named(name, DEFAULTS)).apply(wave);
    }

    private static FeatureArray every61st(Wave wave) {
        float[] samples = new float[(wave.length() + 60) / 61];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = wave.sample(61 * i);
        }
        return FeatureArray.of(samples, samples.length);
    }

    private static FeatureArray sixteenth(Wave wave) {
        Spectrogram magnitude = Spectrogram.of(wave);
        int rows = (magnitude.bins() + 15) / 16;
        float[] values = new float[rows * magnitude.frames()];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(magnitude.bin(16 * row), 0, values, row * magnitude.frames(), magnitude.frames());
        }
        return FeatureArray.of(values, rows, magnitude.frames());
    }

    private static FeatureArray row(Wave wave) {
        return FeatureArrays.doubles(FeatureRow.of(wave).values());
    }

    private static FeatureArray tensorFlow(Wave wave) {
        Frames frames = Frames.of(210, 110).withCentered(false);
        Spectrogram magnitude = Spectrogram.of(wave.first(22_050), frames, 256);
        float[] byFrame = new float[magnitude.bins() * magnitude.frames()];
        for (int i = 0; i < byFrame.length; i++) {
            byFrame[i] = magnitude.value(i % magnitude.bins(), i / magnitude.bins());
        }
        return FeatureArray.of(byFrame, magnitude.frames(), magnitude.bins());
    }

    /** matplotlib's specgram with the articles' arguments: NFFT 2048, noverlap 128, and a rate of 2. */
    private static Spectrogram specgram(Wave wave) {
        return PowerDensity.matplotlib(2048, 128).apply(Wave.of(wave.samples(), 2));
    }

    private static FeatureArray specgramDecibels(Wave wave) {
        Spectrogram density = specgram(wave);
        double[] decibels = Picture.decibels(density);
        float[] rounded = new float[decibels.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) decibels[i];
        }
        return FeatureArray.of(rounded, density.bins(), density.frames());
    }

    private static FeatureArray specgramTimes(Wave wave) {
        Spectrogram density = specgram(wave);
        double[] centres = new double[density.frames()];
        Arrays.setAll(centres, t -> 512 + t * density.secondsPerFrame());
        return FeatureArrays.doubles(centres);
    }

    private static FeatureArray specgramPicture(Wave wave) {
        Picture picture = Picture.of(specgram(wave), ColourMap.VIRIDIS);
        byte[] levels = new byte[3 * picture.width() * picture.height()];
        for (int i = 0; i < levels.length; i++) {
            int pixel = i / 3;
            int colour = picture.rgb(pixel % picture.width(), pixel / picture.width());
            levels[i] = (byte) (colour >> 8 * (2 - i % 3));
        }
        return FeatureArray.of(levels, picture.height(), picture.width(), 3);
    }

    private static FeatureArray viridis() {
        double[] colours = Arrays.stream(ColourMap.VIRIDIS.colours())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return FeatureArray.of(colours, colours.length / 3, 3);
    }

    private static FeatureArray medianOnset(Wave wave) {
        return FeatureArrays.row(OnsetStrength.of(wave, Stft.LIBROSA, Aggregate.MEDIAN));
    }

    private static FeatureArray meanTempogram(Wave wave) {
        FrameSeries onset = OnsetStrength.of(wave, Stft.LIBROSA, Aggregate.MEDIAN);
        return FeatureArrays.doubles(Tempogram.mean(onset, TEMPOGRAM_WINDOW));
    }

    /** The tempo of the tracked beats and the tempo of the whole wave. */
    private static FeatureArray tempi(Wave wave) {
        double tracked = Beats.of(wave).tempo().bpm();
        return FeatureArray.of(
                new double[] {tracked, Tempo.of(OnsetStrength.of(wave)).bpm()}, 2);
    }
}
