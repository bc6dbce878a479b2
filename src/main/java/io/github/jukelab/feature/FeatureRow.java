package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sound as 57 named values: mean and variance over time of each feature, named and ordered as the columns of the
 * GTZAN feature table: chroma (over all classes), rms, centroid, bandwidth, roll-off, zero-crossing rate, the samples
 * of the harmonic and of the percussive part (harmony and perceptr), the tempo (one value), and 20 mfcc. Immutable.
 *
 * <p>All features use one transform. Equal to librosa to 1e-5 relative, with mean and variance computed in double.
 * Means and variances near 0, which depend on librosa's float rounding, are equal to 1e-6; those of the two parts,
 * which are even smaller, to 1e-4 or 1e-8. With {@link Preset#KAGGLE_2020} equal to the published table. About 70 ms
 * for 30 s.
 *
 * <p>Notebook: 01-explore-gtzan
 */
public final class FeatureRow {

    private static final int BANDS = 128;
    private static final int COEFFICIENTS = 20;

    private final List<String> names;
    private final double[] values;

    private FeatureRow(List<String> names, double[] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * The feature row of a wave with librosa's settings.
     *
     * @param wave of any length
     * @return 57 values
     */
    public static FeatureRow of(Wave wave) {
        return of(wave, Stft.LIBROSA);
    }

    /**
     * The feature row of a wave; rms and zero-crossing rate use the same frames as the spectra.
     *
     * @param wave of n samples
     * @param stft frame size (at least 2), hop, padding
     * @return 57 values
     * @throws IllegalArgumentException if the wave is too short for these settings, or frames have one sample
     */
    public static FeatureRow of(Wave wave, Stft stft) {
        return of(wave, stft, wave.length());
    }

    /** The row with only the first {@code rebuilt} samples of both parts; the others count as 0. */
    static FeatureRow of(Wave wave, Stft stft, int rebuilt) {
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(wave, stft);
        Spectrogram magnitude = spectrum.magnitude();
        HarmonicPercussive parts = HarmonicPercussive.of(spectrum, magnitude, wave);
        Spectrogram mel = MelBank.of(BANDS, wave.rate()).apply(magnitude).toDecibels();
        FrameSeries onset = OnsetStrength.of(mel, stft, Aggregate.MEDIAN);
        Columns columns = new Columns();
        columns.add("chroma_stft", ChromaStft.of(magnitude).values());
        columns.add("rms", Rms.of(wave, stft.framing()).values());
        columns.add("spectral_centroid", SpectralCentroid.of(magnitude).values());
        columns.add("spectral_bandwidth", SpectralBandwidth.of(magnitude).values());
        columns.add("rolloff", SpectralRolloff.of(magnitude).values());
        columns.add(
                "zero_crossing_rate", ZeroCrossingRate.of(wave, stft.framing()).values());
        columns.add("harmony", first(rebuilt, parts.harmonic()));
        columns.add("perceptr", first(rebuilt, parts.percussive()));
        columns.add("tempo", Beats.of(onset).tempo().bpm());
        FrameSeries mfcc = Mfcc.of(mel, COEFFICIENTS);
        for (int k = 0; k < COEFFICIENTS; k++) {
            columns.add(mfcc.rows().get(k), mfcc.row(k));
        }
        return columns.row();
    }

    private static float[] first(int count, Wave wave) {
        float[] samples = wave.samples();
        Arrays.fill(samples, Math.min(count, samples.length), samples.length, 0);
        return samples;
    }

    /**
     * The names of the values.
     *
     * @return unique, such as {@code rms_mean}, {@code rms_var}, in the order of the table's columns
     */
    public List<String> names() {
        return names;
    }

    /**
     * The values.
     *
     * @return a copy, in the order of {@link #names()}
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * One value.
     *
     * @param name one of {@link #names()}
     * @return its value
     * @throws IllegalArgumentException if there is no value with this name
     */
    public double value(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no feature named " + name + ", there are " + names);
        }
        return values[index];
    }

    @Override
    public String toString() {
        return "FeatureRow[" + names.size() + " values, " + names.get(0) + " to " + names.get(names.size() - 1) + "]";
    }

    /** Collects the columns in order. */
    private static final class Columns {

        private final List<String> names = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();

        void add(String feature, float[] overTime) {
            Summary summary = Summary.of(overTime);
            names.add(feature + "_mean");
            values.add(summary.mean());
            names.add(feature + "_var");
            values.add(summary.variance());
        }

        void add(String name, double value) {
            names.add(name);
            values.add(value);
        }

        FeatureRow row() {
            return new FeatureRow(
                    List.copyOf(names),
                    values.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
