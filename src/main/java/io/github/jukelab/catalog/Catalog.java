package io.github.jukelab.catalog;

import static io.github.jukelab.catalog.Parameter.HOP;
import static io.github.jukelab.catalog.Parameter.MELS;
import static io.github.jukelab.catalog.Parameter.MFCC;
import static io.github.jukelab.catalog.Parameter.N_FFT;
import static io.github.jukelab.catalog.Parameter.PADDING;
import static io.github.jukelab.catalog.Parameter.RATE;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.catalog.NamedFeature.Recipe;
import io.github.jukelab.feature.ChromaStft;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.Mfcc;
import io.github.jukelab.feature.Rms;
import io.github.jukelab.feature.SpectralBandwidth;
import io.github.jukelab.feature.SpectralCentroid;
import io.github.jukelab.feature.SpectralRolloff;
import io.github.jukelab.feature.Tuning;
import io.github.jukelab.feature.ZeroCrossingRate;
import io.github.jukelab.feature.ZeroCrossings;
import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.Reference;
import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * All features by name. A new one is one entry more here, and one name less in what {@code CatalogParityTest} lacks.
 *
 * <pre>{@code
 * FeatureArray mfcc = Catalog.feature("mfcc").of(wave, Parameters.LIBROSA.withMfcc(13));
 * NpyFile.write(Path.of("mfcc.npy"), mfcc);
 * }</pre>
 */
public final class Catalog {

    /** As many names are offered for one that is not known. */
    private static final int NEAREST = 3;

    private static final Set<Parameter> NONE = takes();
    private static final Set<Parameter> SOUND = takes(RATE);
    private static final Set<Parameter> UNPADDED = takes(RATE, N_FFT, HOP);
    private static final Set<Parameter> FRAMED = takes(RATE, N_FFT, HOP, PADDING);
    private static final Set<Parameter> BANDED = takes(RATE, N_FFT, HOP, PADDING, MELS);
    private static final Set<Parameter> CEPSTRAL = takes(RATE, N_FFT, HOP, PADDING, MELS, MFCC);

    private static final List<NamedFeature> FEATURES = List.of(
            entry("wave", "decoded samples, mono, at the file's own rate", NONE, (y, p) -> samples(y)),
            entry("resample_44100", "samples at 44100 Hz", NONE, (y, p) -> samples(y.resample(44_100))),
            entry("resample_16000", "samples at 16000 Hz", NONE, (y, p) -> samples(y.resample(16_000))),
            entry("resample_11025", "samples at 11025 Hz", NONE, (y, p) -> samples(y.resample(11_025))),
            entry("stft_real_imag", "short-time Fourier transform: real part, imaginary part", FRAMED, Catalog::stft),
            entry("stft_mag_sub", "every sixteenth bin of the magnitude spectrogram", FRAMED, Catalog::sixteenth),
            entry("melspectrogram", "mel spectrogram, power", BANDED, (y, p) -> floats(p.mel(y))),
            entry(
                    "mel_db",
                    "mel spectrogram, dB",
                    BANDED,
                    (y, p) -> floats(p.mel(y).toDecibels())),
            entry(
                    "mel_db_refmax",
                    "mel spectrogram, dB below its maximum",
                    BANDED,
                    (y, p) -> floats(p.mel(y).toDecibels(Reference.MAX))),
            entry(
                    "mfcc",
                    "mel-frequency cepstral coefficients",
                    CEPSTRAL,
                    (y, p) -> floats(Mfcc.of(p.mel(y), p.mfcc()))),
            entry(
                    "mfcc20",
                    "the first 20 mel-frequency cepstral coefficients",
                    BANDED,
                    (y, p) -> floats(Mfcc.of(p.mel(y), 20))),
            entry(
                    "chroma_stft",
                    "energy of the twelve pitch classes from C on, share of the largest",
                    FRAMED,
                    (y, p) -> floats(ChromaStft.of(y, p.stft()))),
            entry(
                    "tuning",
                    "deviation from A440: semitones, by power; thirds of a semitone, by magnitude",
                    FRAMED,
                    Catalog::tuning),
            entry(
                    "spectral_centroid",
                    "centre of mass of the spectrum, Hz",
                    FRAMED,
                    (y, p) -> doubles(SpectralCentroid.of(p.magnitude(y)))),
            entry(
                    "spectral_bandwidth",
                    "spread of the spectrum about its centroid, Hz",
                    FRAMED,
                    (y, p) -> doubles(SpectralBandwidth.of(p.magnitude(y)))),
            entry(
                    "spectral_rolloff",
                    "frequency below which 85 % of the magnitudes lie, Hz",
                    FRAMED,
                    (y, p) -> doubles(SpectralRolloff.of(p.magnitude(y)))),
            entry(
                    "spectral_rolloff_01",
                    "frequency below which 1 % of the magnitudes lies, Hz",
                    FRAMED,
                    (y, p) -> doubles(SpectralRolloff.of(p.magnitude(y), 0.01))),
            entry(
                    "zero_crossing_rate",
                    "share of the samples of a frame that change sign",
                    UNPADDED,
                    (y, p) -> doubles(ZeroCrossingRate.of(y, p.stft().framing()))),
            entry("zero_crossings_total", "sign changes of the whole sound", SOUND, Catalog::crossings),
            entry(
                    "rms",
                    "root mean square of each frame",
                    FRAMED,
                    (y, p) -> floats(Rms.of(y, p.stft().framing()))),
            entry("table57", "the feature table's 57 values, as in table57_f64", FRAMED, Catalog::row),
            entry("table57_f64", "the feature table's 57 values, sums in double precision", FRAMED, Catalog::row));

    private Catalog() {}

    /**
     * All features.
     *
     * @return by name, unique, in the order to show them
     */
    public static List<NamedFeature> features() {
        return FEATURES;
    }

    /**
     * A feature by its name.
     *
     * @param name such as {@code mfcc}
     * @return the feature
     * @throws IllegalArgumentException if there is none of this name; the message names those that are spelt nearly so
     */
    public static NamedFeature feature(String name) {
        return FEATURES.stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no feature is named '" + name + "'" + near(name)));
    }

    private static String near(String name) {
        List<String> near = FEATURES.stream()
                .map(NamedFeature::name)
                .filter(known -> Spelling.near(known, name))
                .sorted(Comparator.comparingInt(known -> Spelling.edits(known, name)))
                .limit(NEAREST)
                .toList();
        return near.isEmpty() ? "" : "; near it: " + String.join(", ", near);
    }

    private static Set<Parameter> takes(Parameter... parameters) {
        Set<Parameter> taken = EnumSet.noneOf(Parameter.class);
        taken.addAll(List.of(parameters));
        return Collections.unmodifiableSet(taken);
    }

    private static NamedFeature entry(String name, String description, Set<Parameter> parameters, Recipe recipe) {
        return new NamedFeature(name, description, parameters, recipe);
    }

    private static FeatureArray samples(Wave wave) {
        return FeatureArray.of(wave.samples(), wave.length());
    }

    private static FeatureArray floats(Spectrogram spectrogram) {
        return FeatureArray.of(spectrogram.values(), spectrogram.bins(), spectrogram.frames());
    }

    private static FeatureArray floats(FrameSeries series) {
        return FeatureArray.of(series.values(), series.rows().size(), series.frames());
    }

    /** What librosa gives in float64. */
    private static FeatureArray doubles(FrameSeries series) {
        float[] values = series.values();
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return FeatureArray.of(doubles, series.rows().size(), series.frames());
    }

    private static FeatureArray stft(Wave wave, Parameters parameters) {
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

    private static FeatureArray sixteenth(Wave wave, Parameters parameters) {
        Spectrogram magnitude = parameters.magnitude(wave);
        int rows = (magnitude.bins() + 15) / 16;
        float[] values = new float[rows * magnitude.frames()];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(magnitude.bin(16 * row), 0, values, row * magnitude.frames(), magnitude.frames());
        }
        return FeatureArray.of(values, rows, magnitude.frames());
    }

    private static FeatureArray tuning(Wave wave, Parameters parameters) {
        Spectrogram magnitude = parameters.magnitude(wave);
        double semitones = Tuning.of(magnitude.power()).steps();
        double thirds = Tuning.of(magnitude, 36).steps();
        return FeatureArray.of(new double[] {semitones, thirds}, 2);
    }

    private static FeatureArray crossings(Wave wave, Parameters parameters) {
        return FeatureArray.of(new long[] {ZeroCrossings.count(wave)}, 1);
    }

    private static FeatureArray row(Wave wave, Parameters parameters) {
        double[] values = FeatureRow.of(wave, parameters.stft()).values();
        return FeatureArray.of(values, values.length);
    }
}
