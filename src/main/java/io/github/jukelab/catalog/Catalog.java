package io.github.jukelab.catalog;

import static io.github.jukelab.catalog.Parameter.HOP;
import static io.github.jukelab.catalog.Parameter.MELS;
import static io.github.jukelab.catalog.Parameter.MFCC;
import static io.github.jukelab.catalog.Parameter.N_FFT;
import static io.github.jukelab.catalog.Parameter.PADDING;
import static io.github.jukelab.catalog.Parameter.RATE;

import io.github.jukelab.catalog.NamedFeature.Recipe;
import io.github.jukelab.feature.ChromaCens;
import io.github.jukelab.feature.ChromaCqt;
import io.github.jukelab.feature.ChromaStft;
import io.github.jukelab.feature.Delta;
import io.github.jukelab.feature.HarmonicPercussive;
import io.github.jukelab.feature.Mfcc;
import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.feature.PolyFeatures;
import io.github.jukelab.feature.Rms;
import io.github.jukelab.feature.SpectralBandwidth;
import io.github.jukelab.feature.SpectralCentroid;
import io.github.jukelab.feature.SpectralContrast;
import io.github.jukelab.feature.SpectralFlatness;
import io.github.jukelab.feature.SpectralRolloff;
import io.github.jukelab.feature.Tonnetz;
import io.github.jukelab.feature.ZeroCrossingRate;
import io.github.jukelab.signal.ConstantQ;
import io.github.jukelab.signal.PowerDensity;
import io.github.jukelab.signal.Reference;
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
            entry("wave", "decoded samples, mono, at the file's own rate", NONE, (y, p) -> Recipes.samples(y)),
            entry("resample_44100", "samples at 44100 Hz", NONE, (y, p) -> Recipes.samples(y.resample(44_100))),
            entry("resample_16000", "samples at 16000 Hz", NONE, (y, p) -> Recipes.samples(y.resample(16_000))),
            entry("resample_11025", "samples at 11025 Hz", NONE, (y, p) -> Recipes.samples(y.resample(11_025))),
            entry("stft_real_imag", "short-time Fourier transform: real part, imaginary part", FRAMED, Recipes::stft),
            entry("stft_mag_sub", "every sixteenth bin of the magnitude spectrogram", FRAMED, Recipes::sixteenth),
            entry("melspectrogram", "mel spectrogram, power", BANDED, (y, p) -> Recipes.floats(p.mel(y))),
            entry(
                    "mel_db",
                    "mel spectrogram, dB",
                    BANDED,
                    (y, p) -> Recipes.floats(p.mel(y).toDecibels())),
            entry(
                    "mel_db_refmax",
                    "mel spectrogram, dB below its maximum",
                    BANDED,
                    (y, p) -> Recipes.floats(p.mel(y).toDecibels(Reference.MAX))),
            entry(
                    "mfcc",
                    "mel-frequency cepstral coefficients",
                    CEPSTRAL,
                    (y, p) -> Recipes.floats(Mfcc.of(p.mel(y), p.mfcc()))),
            entry(
                    "mfcc20",
                    "the first 20 mel-frequency cepstral coefficients",
                    BANDED,
                    (y, p) -> Recipes.floats(Mfcc.of(p.mel(y), 20))),
            entry(
                    "chroma_stft",
                    "energy of the twelve pitch classes from C on, share of the largest",
                    FRAMED,
                    (y, p) -> Recipes.floats(ChromaStft.of(y, p.stft()))),
            entry(
                    "tuning",
                    "deviation from A440: semitones, by power; thirds of a semitone, by magnitude",
                    FRAMED,
                    Recipes::tuning),
            entry(
                    "spectral_centroid",
                    "centre of mass of the spectrum, Hz",
                    FRAMED,
                    (y, p) -> Recipes.doubles(SpectralCentroid.of(p.magnitude(y)))),
            entry(
                    "spectral_bandwidth",
                    "spread of the spectrum about its centroid, Hz",
                    FRAMED,
                    (y, p) -> Recipes.doubles(SpectralBandwidth.of(p.magnitude(y)))),
            entry(
                    "spectral_rolloff",
                    "frequency below which 85 % of the magnitudes lie, Hz",
                    FRAMED,
                    (y, p) -> Recipes.doubles(SpectralRolloff.of(p.magnitude(y)))),
            entry(
                    "spectral_rolloff_01",
                    "frequency below which 1 % of the magnitudes lies, Hz",
                    FRAMED,
                    (y, p) -> Recipes.doubles(SpectralRolloff.of(p.magnitude(y), 0.01))),
            entry(
                    "zero_crossing_rate",
                    "share of the samples of a frame that change sign",
                    UNPADDED,
                    (y, p) -> Recipes.doubles(ZeroCrossingRate.of(y, p.stft().framing()))),
            entry("zero_crossings_total", "sign changes of the whole sound", SOUND, Recipes::crossings),
            entry(
                    "rms",
                    "root mean square of each frame",
                    FRAMED,
                    (y, p) -> Recipes.floats(Rms.of(y, p.stft().framing()))),
            entry("table57", "the feature table's 57 values, as in table57_f64", FRAMED, Recipes::row),
            entry("table57_f64", "the feature table's 57 values, sums in double precision", FRAMED, Recipes::row),
            entry(
                    "mfcc13_delta",
                    "slope of the first 13 coefficients, a frame",
                    BANDED,
                    (y, p) -> Recipes.floats(Delta.of(Mfcc.of(p.mel(y), 13)))),
            entry(
                    "mfcc13_delta2",
                    "curvature of the first 13 coefficients, a frame squared",
                    BANDED,
                    (y, p) -> Recipes.floats(Delta.of(Mfcc.of(p.mel(y), 13), 2, 9))),
            entry(
                    "spectral_contrast",
                    "peaks above valleys in seven bands of frequency, dB",
                    FRAMED,
                    (y, p) -> Recipes.doubles(SpectralContrast.of(p.magnitude(y)))),
            entry(
                    "spectral_flatness",
                    "geometric over arithmetic mean of the powers",
                    FRAMED,
                    (y, p) -> Recipes.floats(SpectralFlatness.of(p.magnitude(y)))),
            entry(
                    "poly_features1",
                    "slope and offset of the line through the magnitudes over frequency",
                    FRAMED,
                    (y, p) -> Recipes.doubles(PolyFeatures.of(p.magnitude(y), 1))),
            entry(
                    "cqt_mag",
                    "constant-Q transform from C1 on, 84 semitones, magnitude",
                    SOUND,
                    (y, p) -> Recipes.floats(ConstantQ.LIBROSA.apply(y))),
            entry(
                    "chroma_cqt",
                    "energy of the twelve pitch classes by the constant-Q transform",
                    SOUND,
                    (y, p) -> Recipes.floats(ChromaCqt.of(y))),
            entry(
                    "chroma_cens",
                    "chroma in coarse steps, smoothed over two seconds",
                    SOUND,
                    (y, p) -> Recipes.floats(ChromaCens.of(y))),
            entry(
                    "tonnetz",
                    "tonal centroid: fifths, minor and major thirds as points on circles",
                    SOUND,
                    (y, p) -> Recipes.doubles(Tonnetz.of(y))),
            entry(
                    "onset_strength_mean",
                    "rise of the mel bands, mean, dB",
                    SOUND,
                    (y, p) -> Recipes.onset(y, Aggregate.MEAN)),
            entry(
                    "onset_strength_median",
                    "rise of the mel bands, median, dB",
                    SOUND,
                    (y, p) -> Recipes.onset(y, Aggregate.MEDIAN)),
            entry(
                    "tempogram_mean",
                    "how well the onsets fit themselves 0 to 343 frames later",
                    SOUND,
                    Recipes::tempogram),
            entry("tempo", "beats a minute: of the tracked beats, of the whole sound", SOUND, Recipes::tempo),
            entry("beats", "frames of the beats", SOUND, Recipes::beats),
            entry(
                    "harmonic",
                    "samples of what lasts",
                    SOUND,
                    (y, p) -> Recipes.samples(HarmonicPercussive.of(y).harmonic())),
            entry(
                    "percussive",
                    "samples of what is short",
                    SOUND,
                    (y, p) -> Recipes.samples(HarmonicPercussive.of(y).percussive())),
            entry(
                    "scipy_spectrogram",
                    "power density with scipy's defaults, a hertz",
                    SOUND,
                    (y, p) -> Recipes.floats(PowerDensity.SCIPY.apply(y))),
            entry(
                    "tf_stft_210_110",
                    "magnitudes of the first 22050 samples, frames of 210 every 110, [frame, bin]",
                    SOUND,
                    Recipes::tensorFlow),
            entry(
                    "specgram_psd",
                    "matplotlib's specgram at a rate of 2: power density",
                    SOUND,
                    (y, p) -> Recipes.floats(Recipes.specgram(y))),
            entry(
                    "specgram_freqs",
                    "matplotlib's specgram at a rate of 2: frequencies",
                    NONE,
                    (y, p) -> Recipes.doubles(Recipes.specgram(y).frequencies())),
            entry(
                    "specgram_times",
                    "matplotlib's specgram at a rate of 2: middles of the frames",
                    SOUND,
                    Recipes::specgramTimes),
            entry(
                    "specgram_db_flipped",
                    "matplotlib's specgram as it is painted, dB, highest frequency first",
                    SOUND,
                    Recipes::specgramDecibels),
            entry(
                    "specgram_rgb_native",
                    "matplotlib's specgram in viridis, [row, column, colour]",
                    SOUND,
                    Recipes::specgramPicture),
            entry("viridis_lut", "the colours of viridis, [step, colour]", NONE, Recipes::viridis));

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
}
