package io.github.jukelab.extraction;

import static io.github.jukelab.extraction.FeatureArrays.doubles;
import static io.github.jukelab.extraction.FeatureArrays.floats;
import static io.github.jukelab.extraction.FeatureArrays.samples;
import static io.github.jukelab.extraction.FeatureParameter.BINS_PER_OCTAVE;
import static io.github.jukelab.extraction.FeatureParameter.CENTER;
import static io.github.jukelab.extraction.FeatureParameter.DCT_TYPE;
import static io.github.jukelab.extraction.FeatureParameter.FMAX;
import static io.github.jukelab.extraction.FeatureParameter.FMIN;
import static io.github.jukelab.extraction.FeatureParameter.FRAME_LENGTH;
import static io.github.jukelab.extraction.FeatureParameter.HOP_LENGTH;
import static io.github.jukelab.extraction.FeatureParameter.HTK;
import static io.github.jukelab.extraction.FeatureParameter.KERNEL_SIZE;
import static io.github.jukelab.extraction.FeatureParameter.LIFTER;
import static io.github.jukelab.extraction.FeatureParameter.MARGIN;
import static io.github.jukelab.extraction.FeatureParameter.MEL_NORM;
import static io.github.jukelab.extraction.FeatureParameter.NORM_OF_DCT;
import static io.github.jukelab.extraction.FeatureParameter.NORM_OF_FRAMES;
import static io.github.jukelab.extraction.FeatureParameter.NORM_OF_MEL;
import static io.github.jukelab.extraction.FeatureParameter.N_BANDS;
import static io.github.jukelab.extraction.FeatureParameter.N_BINS;
import static io.github.jukelab.extraction.FeatureParameter.N_CHROMA;
import static io.github.jukelab.extraction.FeatureParameter.N_FFT;
import static io.github.jukelab.extraction.FeatureParameter.N_MELS;
import static io.github.jukelab.extraction.FeatureParameter.N_MFCC;
import static io.github.jukelab.extraction.FeatureParameter.N_OCTAVES;
import static io.github.jukelab.extraction.FeatureParameter.ORDER;
import static io.github.jukelab.extraction.FeatureParameter.PAD_MODE;
import static io.github.jukelab.extraction.FeatureParameter.POWER;
import static io.github.jukelab.extraction.FeatureParameter.POWER_OF_MASK;
import static io.github.jukelab.extraction.FeatureParameter.QUANTILE;
import static io.github.jukelab.extraction.FeatureParameter.RATE;
import static io.github.jukelab.extraction.FeatureParameter.REF;
import static io.github.jukelab.extraction.FeatureParameter.ROLL_PERCENT;
import static io.github.jukelab.extraction.FeatureParameter.TOP_DB;
import static io.github.jukelab.extraction.FeatureParameter.TUNING;
import static io.github.jukelab.extraction.FeatureParameter.WIDTH;
import static io.github.jukelab.extraction.FeatureParameter.WINDOW;
import static io.github.jukelab.extraction.FeatureParameter.WIN_LENGTH;
import static io.github.jukelab.extraction.ParametrisedFeatures.decibels;
import static io.github.jukelab.extraction.ParametrisedFeatures.frames;
import static io.github.jukelab.extraction.ParametrisedFeatures.mel;
import static io.github.jukelab.extraction.ParametrisedFeatures.mfcc;
import static io.github.jukelab.extraction.ParametrisedFeatures.onset;
import static io.github.jukelab.extraction.ParametrisedFeatures.perFrame;
import static io.github.jukelab.extraction.ParametrisedFeatures.spectrum;
import static io.github.jukelab.extraction.ParametrisedFeatures.twelveClasses;

import io.github.jukelab.Suggestions;
import io.github.jukelab.extraction.NamedFeature.Extractor;
import io.github.jukelab.feature.Beats;
import io.github.jukelab.feature.ChromaCens;
import io.github.jukelab.feature.Delta;
import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.feature.PolyFeatures;
import io.github.jukelab.feature.Rms;
import io.github.jukelab.feature.SpectralBandwidth;
import io.github.jukelab.feature.SpectralCentroid;
import io.github.jukelab.feature.SpectralContrast;
import io.github.jukelab.feature.SpectralFlatness;
import io.github.jukelab.feature.SpectralRolloff;
import io.github.jukelab.feature.Tempo;
import io.github.jukelab.feature.Tempogram;
import io.github.jukelab.feature.Tonnetz;
import io.github.jukelab.feature.ZeroCrossingRate;
import io.github.jukelab.signal.Scale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All features by name. To add a feature, add an entry here and its fixture for {@code FeatureCatalogParityTest}.
 *
 * <pre>{@code
 * FeatureArray mfcc = FeatureCatalog.feature("mfcc").of(wave, FeatureParameters.LIBROSA.with(FeatureParameter.N_MFCC, 13));
 * NpyFile.write(Path.of("mfcc.npy"), mfcc);
 * }</pre>
 */
public final class FeatureCatalog {

    /** The parameters of the short-time Fourier transform. */
    private static final List<FeatureParameter<?>> STFT =
            List.of(RATE, N_FFT, HOP_LENGTH, WIN_LENGTH, WINDOW, CENTER, PAD_MODE);

    private static final List<FeatureParameter<?>> BANDS = with(STFT, N_MELS, FMIN, FMAX, HTK, POWER);
    private static final List<FeatureParameter<?>> MEL = with(BANDS, NORM_OF_MEL);
    private static final List<FeatureParameter<?>> CEPSTRUM =
            with(BANDS, MEL_NORM, N_MFCC, DCT_TYPE, NORM_OF_DCT, LIFTER);
    private static final FeatureParameter<Double> C1 =
            FMIN.within(ParameterType.atLeast(1)).unset("C1, 32.7");
    private static final FeatureParameter<Integer> TWELFTHS = BINS_PER_OCTAVE
            .within(ParameterType.whole("a multiple of 12", n -> n >= 12 && n % 12 == 0))
            .or("36");
    private static final List<FeatureParameter<?>> TONAL = List.of(RATE, HOP_LENGTH, C1, TUNING, N_OCTAVES, TWELFTHS);
    private static final List<FeatureParameter<?>> ONSETS = List.of(RATE, HOP_LENGTH);
    private static final List<FeatureParameter<?>> PARTS = List.of(
            RATE,
            N_FFT,
            HOP_LENGTH.unset("a quarter of win_length"),
            WIN_LENGTH,
            WINDOW,
            CENTER,
            PAD_MODE,
            KERNEL_SIZE,
            POWER_OF_MASK,
            MARGIN);

    private static final List<NamedFeature> FEATURES = List.of(
            entry("wave", "decoded samples, mono", List.of(RATE), (y, p) -> samples(y)),
            entry(
                    "stft",
                    "short-time Fourier transform: real part, imaginary part",
                    STFT,
                    (y, p) -> FeatureArrays.parts(ParametrisedFeatures.complex(y, p))),
            entry(
                    "magnitude",
                    "magnitude spectrogram, or power with power 2",
                    with(STFT, POWER.or("1")),
                    (y, p) -> floats(spectrum(y, p, p.get(POWER)))),
            entry(
                    "magnitude_db",
                    "magnitude spectrogram, dB",
                    with(STFT, REF, TOP_DB),
                    (y, p) -> floats(decibels(spectrum(y, p, Scale.MAGNITUDE), p))),
            entry("melspectrogram", "mel spectrogram, power", MEL, (y, p) -> floats(mel(y, p))),
            entry("mel_db", "mel spectrogram, dB", with(MEL, REF, TOP_DB), (y, p) -> floats(decibels(mel(y, p), p))),
            entry("mfcc", "mel-frequency cepstral coefficients", CEPSTRUM, (y, p) -> floats(mfcc(y, p))),
            entry(
                    "mfcc_delta",
                    "slope of the coefficients, per frame",
                    with(CEPSTRUM, WIDTH),
                    (y, p) -> floats(Delta.of(mfcc(y, p), 1, p.get(WIDTH)))),
            entry(
                    "mfcc_delta2",
                    "curvature of the coefficients, per frame squared",
                    with(CEPSTRUM, WIDTH),
                    (y, p) -> floats(Delta.of(mfcc(y, p), 2, p.get(WIDTH)))),
            entry(
                    "chroma_stft",
                    "energy of the twelve pitch classes from C, relative to the largest",
                    with(STFT, TUNING, N_CHROMA, NORM_OF_FRAMES),
                    (y, p) -> floats(ParametrisedFeatures.chromaStft(y, p))),
            entry(
                    "chroma_cqt",
                    "energy of the twelve pitch classes by the constant-Q transform",
                    List.of(RATE, HOP_LENGTH, C1, TUNING, N_CHROMA, N_OCTAVES, BINS_PER_OCTAVE, NORM_OF_FRAMES),
                    (y, p) -> floats(ParametrisedFeatures.chromaCqt(y, p))),
            entry(
                    "chroma_cens",
                    "chroma in coarse steps, smoothed over two seconds",
                    TONAL,
                    (y, p) -> floats(ChromaCens.of(twelveClasses(y, p)))),
            entry(
                    "tonnetz",
                    "tonal centroids: fifths, minor and major thirds as points on circles",
                    TONAL,
                    (y, p) -> doubles(Tonnetz.of(twelveClasses(y, p)))),
            entry(
                    "cqt",
                    "constant-Q transform, magnitude",
                    List.of(RATE, HOP_LENGTH, C1, N_BINS, BINS_PER_OCTAVE.or("12"), TUNING.or("0")),
                    (y, p) -> floats(ParametrisedFeatures.cqt(y, p))),
            entry(
                    "tuning",
                    "deviation from A440: in semitones, from the power; in thirds of a semitone, from the magnitude",
                    STFT,
                    ParametrisedFeatures::tunings),
            entry(
                    "spectral_centroid",
                    "centre of mass of the spectrum, Hz",
                    STFT,
                    (y, p) -> doubles(perFrame(y, p, SpectralCentroid::of))),
            entry(
                    "spectral_bandwidth",
                    "spread of the spectrum about its centroid, Hz",
                    STFT,
                    (y, p) -> doubles(perFrame(y, p, SpectralBandwidth::of))),
            entry(
                    "spectral_rolloff",
                    "frequency below which 85 % of the magnitudes lie, Hz",
                    with(STFT, ROLL_PERCENT),
                    (y, p) -> doubles(perFrame(y, p, s -> SpectralRolloff.of(s, p.get(ROLL_PERCENT))))),
            entry(
                    "spectral_contrast",
                    "peaks above valleys in seven frequency bands, dB",
                    with(
                            STFT,
                            FMIN.within(ParameterType.positive()).or("200").as("Hz", "upper edge of the lowest band"),
                            N_BANDS,
                            QUANTILE),
                    (y, p) -> doubles(
                            perFrame(y, p, s -> SpectralContrast.of(s, p.get(FMIN), p.get(N_BANDS), p.get(QUANTILE))))),
            entry(
                    "spectral_flatness",
                    "geometric over arithmetic mean of the powers",
                    STFT,
                    (y, p) -> floats(perFrame(y, p, SpectralFlatness::of))),
            entry(
                    "poly_features",
                    "slope and offset of the line through the magnitudes over frequency",
                    with(STFT, ORDER),
                    (y, p) -> doubles(perFrame(y, p, s -> PolyFeatures.of(s, p.get(ORDER))))),
            entry(
                    "rms",
                    "root mean square of each frame",
                    List.of(RATE, FRAME_LENGTH, HOP_LENGTH, CENTER, PAD_MODE),
                    (y, p) -> floats(Rms.of(y, frames(p).withPadding(p.get(PAD_MODE))))),
            entry(
                    "zero_crossing_rate",
                    "share of the samples of a frame that change sign",
                    List.of(RATE, FRAME_LENGTH, HOP_LENGTH, CENTER),
                    (y, p) -> doubles(ZeroCrossingRate.of(y, frames(p)))),
            entry(
                    "onset_strength",
                    "mean increase of the mel bands from frame to frame, dB",
                    ONSETS,
                    (y, p) -> FeatureArrays.row(onset(y, p, Aggregate.MEAN))),
            entry(
                    "tempogram",
                    "local autocorrelation of the onset strength, lags from 0 on",
                    List.of(
                            RATE,
                            HOP_LENGTH,
                            WIN_LENGTH
                                    .as("frames", "length of the window and number of lags")
                                    .or("384")),
                    (y, p) -> doubles(Tempogram.of(onset(y, p, Aggregate.MEAN), p.get(WIN_LENGTH)))),
            entry(
                    "tempo",
                    "beats per minute of the whole sound",
                    ONSETS,
                    (y, p) -> doubles(Tempo.of(onset(y, p, Aggregate.MEAN)).bpm())),
            entry("beats", "frames of the beats", ONSETS, (y, p) -> {
                int[] beats = Beats.of(onset(y, p, Aggregate.MEDIAN)).frames();
                return FeatureArray.of(beats, beats.length);
            }),
            entry(
                    "harmonic",
                    "samples of the harmonic component",
                    PARTS,
                    (y, p) -> samples(ParametrisedFeatures.parts(y, p).harmonic())),
            entry(
                    "percussive",
                    "samples of the percussive component",
                    PARTS,
                    (y, p) -> samples(ParametrisedFeatures.parts(y, p).percussive())));

    private FeatureCatalog() {}

    /**
     * All features.
     *
     * @return with unique names, in the order to show
     */
    public static List<NamedFeature> features() {
        return FEATURES;
    }

    /**
     * The parameters of all features.
     *
     * @return in the order to show, one for each name
     */
    public static List<FeatureParameter<?>> parameters() {
        Map<String, FeatureParameter<?>> parameters = new LinkedHashMap<>();
        FEATURES.stream()
                .flatMap(feature -> feature.parameters().stream())
                .forEach(parameter -> parameters.putIfAbsent(parameter.name(), parameter));
        return List.copyOf(parameters.values());
    }

    /**
     * A feature by its name.
     *
     * @param name such as {@code mfcc}
     * @return the feature
     * @throws IllegalArgumentException if there is none of this name; the message suggests similar names
     */
    public static NamedFeature feature(String name) {
        return FEATURES.stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no feature is named '" + name + "'" + Suggestions.text(names(), name)));
    }

    private static List<String> names() {
        return FEATURES.stream().map(NamedFeature::name).toList();
    }

    private static List<FeatureParameter<?>> with(List<FeatureParameter<?>> some, FeatureParameter<?>... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static NamedFeature entry(
            String name, String description, List<FeatureParameter<?>> parameters, Extractor extractor) {
        return new NamedFeature(name, description, parameters, extractor);
    }
}
