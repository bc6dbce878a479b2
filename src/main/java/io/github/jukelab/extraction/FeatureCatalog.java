package io.github.jukelab.extraction;

import static io.github.jukelab.extraction.FeatureParameter.HOP_LENGTH;
import static io.github.jukelab.extraction.FeatureParameter.N_FFT;
import static io.github.jukelab.extraction.FeatureParameter.N_MELS;
import static io.github.jukelab.extraction.FeatureParameter.N_MFCC;
import static io.github.jukelab.extraction.FeatureParameter.PADDING;
import static io.github.jukelab.extraction.FeatureParameter.RATE;

import io.github.jukelab.Suggestions;
import io.github.jukelab.extraction.NamedFeature.Extractor;
import io.github.jukelab.feature.ChromaCens;
import io.github.jukelab.feature.ChromaCqt;
import io.github.jukelab.feature.ChromaStft;
import io.github.jukelab.feature.Delta;
import io.github.jukelab.feature.HarmonicPercussive;
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
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * All features by name. To add a feature, add an entry here and its fixture for {@code FeatureCatalogParityTest}.
 *
 * <pre>{@code
 * FeatureArray mfcc = FeatureCatalog.feature("mfcc").of(wave, FeatureParameters.LIBROSA.withMfcc(13));
 * NpyFile.write(Path.of("mfcc.npy"), mfcc);
 * }</pre>
 */
public final class FeatureCatalog {

    private static final Set<FeatureParameter> WAVE = takes(RATE);
    private static final Set<FeatureParameter> UNPADDED = takes(RATE, N_FFT, HOP_LENGTH);
    private static final Set<FeatureParameter> FRAMED = takes(RATE, N_FFT, HOP_LENGTH, PADDING);
    private static final Set<FeatureParameter> MEL = takes(RATE, N_FFT, HOP_LENGTH, PADDING, N_MELS);
    private static final Set<FeatureParameter> CEPSTRUM = takes(RATE, N_FFT, HOP_LENGTH, PADDING, N_MELS, N_MFCC);

    private static final List<NamedFeature> FEATURES = List.of(
            entry("wave", "decoded samples, mono", WAVE, (y, p) -> FeatureArrays.samples(y)),
            entry("stft", "short-time Fourier transform: real part, imaginary part", FRAMED, FeatureArrays::stft),
            entry("magnitude", "magnitude spectrogram", FRAMED, (y, p) -> FeatureArrays.floats(p.magnitude(y))),
            entry("melspectrogram", "mel spectrogram, power", MEL, (y, p) -> FeatureArrays.floats(p.mel(y))),
            entry(
                    "mel_db",
                    "mel spectrogram, dB",
                    MEL,
                    (y, p) -> FeatureArrays.floats(p.mel(y).toDecibels())),
            entry("mfcc", "mel-frequency cepstral coefficients", CEPSTRUM, (y, p) -> FeatureArrays.floats(p.mfcc(y))),
            entry(
                    "mfcc_delta",
                    "slope of the coefficients, per frame",
                    CEPSTRUM,
                    (y, p) -> FeatureArrays.floats(Delta.of(p.mfcc(y)))),
            entry(
                    "mfcc_delta2",
                    "curvature of the coefficients, per frame squared",
                    CEPSTRUM,
                    (y, p) -> FeatureArrays.floats(Delta.of(p.mfcc(y), 2, 9))),
            entry(
                    "chroma_stft",
                    "energy of the twelve pitch classes from C, relative to the largest",
                    FRAMED,
                    (y, p) -> FeatureArrays.floats(ChromaStft.of(y, p.stft()))),
            entry(
                    "chroma_cqt",
                    "energy of the twelve pitch classes by the constant-Q transform",
                    WAVE,
                    (y, p) -> FeatureArrays.floats(ChromaCqt.of(y))),
            entry(
                    "chroma_cens",
                    "chroma in coarse steps, smoothed over two seconds",
                    WAVE,
                    (y, p) -> FeatureArrays.floats(ChromaCens.of(y))),
            entry(
                    "tonnetz",
                    "tonal centroids: fifths, minor and major thirds as points on circles",
                    WAVE,
                    (y, p) -> FeatureArrays.doubles(Tonnetz.of(y))),
            entry(
                    "cqt",
                    "constant-Q transform, 84 semitones from C1, magnitude",
                    WAVE,
                    (y, p) -> FeatureArrays.floats(ConstantQ.LIBROSA.apply(y))),
            entry(
                    "tuning",
                    "deviation from A440: in semitones, from the power; in thirds of a semitone, from the magnitude",
                    FRAMED,
                    FeatureArrays::tuning),
            entry(
                    "spectral_centroid",
                    "centre of mass of the spectrum, Hz",
                    FRAMED,
                    (y, p) -> FeatureArrays.doubles(p.perFrame(y, SpectralCentroid::of))),
            entry(
                    "spectral_bandwidth",
                    "spread of the spectrum about its centroid, Hz",
                    FRAMED,
                    (y, p) -> FeatureArrays.doubles(p.perFrame(y, SpectralBandwidth::of))),
            entry(
                    "spectral_rolloff",
                    "frequency below which 85 % of the magnitudes lie, Hz",
                    FRAMED,
                    (y, p) -> FeatureArrays.doubles(p.perFrame(y, SpectralRolloff::of))),
            entry(
                    "spectral_contrast",
                    "peaks above valleys in seven frequency bands, dB",
                    FRAMED,
                    (y, p) -> FeatureArrays.doubles(p.perFrame(y, SpectralContrast::of))),
            entry(
                    "spectral_flatness",
                    "geometric over arithmetic mean of the powers",
                    FRAMED,
                    (y, p) -> FeatureArrays.floats(p.perFrame(y, SpectralFlatness::of))),
            entry(
                    "poly_features",
                    "slope and offset of the line through the magnitudes over frequency",
                    FRAMED,
                    (y, p) -> FeatureArrays.doubles(p.perFrame(y, magnitude -> PolyFeatures.of(magnitude, 1)))),
            entry(
                    "rms",
                    "root mean square of each frame",
                    FRAMED,
                    (y, p) -> FeatureArrays.floats(Rms.of(y, p.stft().framing()))),
            entry(
                    "zero_crossing_rate",
                    "share of the samples of a frame that change sign",
                    UNPADDED,
                    (y, p) -> FeatureArrays.doubles(
                            ZeroCrossingRate.of(y, p.stft().framing()))),
            entry(
                    "onset_strength",
                    "mean increase of the mel bands from frame to frame, dB",
                    WAVE,
                    FeatureArrays::onset),
            entry(
                    "tempogram",
                    "local autocorrelation of the onset strength, lags of 0 to 383 frames",
                    WAVE,
                    FeatureArrays::tempogram),
            entry("tempo", "beats per minute of the whole sound", WAVE, FeatureArrays::tempo),
            entry("beats", "frames of the beats", WAVE, FeatureArrays::beats),
            entry(
                    "harmonic",
                    "samples of the harmonic component",
                    WAVE,
                    (y, p) -> FeatureArrays.samples(HarmonicPercussive.of(y).harmonic())),
            entry(
                    "percussive",
                    "samples of the percussive component",
                    WAVE,
                    (y, p) -> FeatureArrays.samples(HarmonicPercussive.of(y).percussive())));

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

    private static Set<FeatureParameter> takes(FeatureParameter... parameters) {
        Set<FeatureParameter> set = EnumSet.noneOf(FeatureParameter.class);
        set.addAll(List.of(parameters));
        return Collections.unmodifiableSet(set);
    }

    private static NamedFeature entry(
            String name, String description, Set<FeatureParameter> parameters, Extractor extractor) {
        return new NamedFeature(name, description, parameters, extractor);
    }
}
