package io.github.jukelab.feature;

import io.github.jukelab.Require;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.signal.Stft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sound as named values. Those of {@link #of(Wave)} are 57: mean and variance over time of each feature, named and
 * ordered as the columns of the GTZAN feature table: chroma (over all classes), rms, centroid, bandwidth, roll-off, zero-crossing rate, the samples
 * of the harmonic and of the percussive part (harmony and perceptr), the tempo (one value), and 20 mfcc. Immutable.
 *
 * <p>All features use one transform. Equal to librosa to 1e-5 relative, with mean and variance computed in double.
 * Means and variances near 0, which depend on librosa's float rounding, are equal to 1e-6; those of the two parts,
 * which are even smaller, to 1e-4 or 1e-8. With {@link Preset#KAGGLE_2020} equal to the published table. {@link MelStatistics}
 * gives rows of other features.
 *
 * <p>Computed block by block, with the same values for any block size. About 55 ms and 31 MB for 30 s; ten hours need
 * no more than 96 MB of heap.
 *
 * <p>Notebook: 01-explore-gtzan
 */
public final class FeatureRow {

    /** The names of the 57 values, in order. */
    static final List<String> NAMES = table();

    /** Magnitudes worked on at once, 341 frames of librosa: few for the caches, but long rows for vectors. */
    private static final int BLOCK_VALUES = 350_000;
    /** Powers that may be kept, 95 s of librosa's frames at 22050 Hz: 16 MB. */
    private static final long KEPT_VALUES = 1 << 22;

    private final List<String> names;
    private final double[] values;

    private FeatureRow(List<String> names, double[] values) {
        this.names = names;
        this.values = values;
    }

    private static List<String> table() {
        Stream<String> framewise = Stream.of(
                "chroma_stft",
                "rms",
                "spectral_centroid",
                "spectral_bandwidth",
                "rolloff",
                "zero_crossing_rate",
                "harmony",
                "perceptr");
        Stream<String> mfcc = IntStream.rangeClosed(1, 20).mapToObj(k -> "mfcc" + k);
        return Stream.of(moments(framewise), Stream.of("tempo"), moments(mfcc))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<String> moments(Stream<String> names) {
        return names.flatMap(name -> Stream.of(name + "_mean", name + "_var"));
    }

    /**
     * A row of other values.
     *
     * @param names of the values, unique
     * @param values one per name
     * @return the row
     * @throws IllegalArgumentException if there are not as many values as names
     */
    public static FeatureRow of(List<String> names, double[] values) {
        if (names.size() != values.length) {
            throw new IllegalArgumentException(
                    "there must be a value for each of " + names.size() + " names, got " + values.length);
        }
        return new FeatureRow(List.copyOf(names), values.clone());
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
     * @throws IllegalArgumentException if the wave is too short for these settings, or frames have one sample, or a
     *     sample is too large for spectra
     */
    public static FeatureRow of(Wave wave, Stft stft) {
        return of(wave, stft, wave.length());
    }

    static FeatureRow of(Wave wave, Stft stft, long rebuilt) {
        try {
            return of(Recording.of(wave), stft, rebuilt);
        } catch (AudioException e) {
            throw new IllegalStateException("a wave in memory can be read", e);
        }
    }

    /**
     * The feature row of a recording of any length, read two or three times. Memory does not grow with the length, but
     * for the onset strength, 16 bytes a frame while the tempo is searched: 25 MB for ten hours.
     *
     * @param recording of n samples
     * @param stft frame size (at least 2), hop, padding
     * @return 57 values
     * @throws AudioException if the recording cannot be read
     * @throws IllegalArgumentException as {@link #of(Wave, Stft)}, or if there are more than 2147483647 samples (27
     *     hours at 22050 Hz)
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static FeatureRow of(Recording recording, Stft stft) throws AudioException {
        return of(recording, stft, recording.length());
    }

    /** The row with only the first {@code rebuilt} samples of both parts; the others count as 0. */
    static FeatureRow of(Recording recording, Stft stft, long rebuilt) throws AudioException {
        int frames = stft.frames((int) Math.min(Integer.MAX_VALUE, recording.length()));
        int blocks = 1 + (frames - 1) / Math.max(1, BLOCK_VALUES / stft.bins());
        int block = 1 + (frames - 1) / blocks;
        return new FeatureRowBuilder(recording, stft, rebuilt, block, KEPT_VALUES).row();
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
     * The values as input of a model.
     *
     * @return rounded to float, in the order of {@link #names()}
     */
    public float[] floats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /**
     * One value.
     *
     * @param name one of {@link #names()}
     * @return its value
     * @throws IllegalArgumentException if there is no value with this name
     */
    public double value(String name) {
        return values[Require.oneOf("feature", names, name)];
    }

    @Override
    public String toString() {
        return "FeatureRow[" + names.size() + " values, " + names.get(0) + " to " + names.get(names.size() - 1) + "]";
    }

    /** Collects the columns in order. */
    static final class Columns {

        private final List<String> names = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();

        void add(String feature, SummaryBuilder overTime) {
            Summary summary = overTime.summary();
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
