package io.github.jukelab.extraction;

import io.github.jukelab.feature.FrameNorm;
import io.github.jukelab.signal.Dct;
import io.github.jukelab.signal.MelNorm;
import io.github.jukelab.signal.MelScale;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Reference;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.WindowShape;
import java.util.Map;
import java.util.Optional;

/**
 * A parameter of features, under librosa's name. Where features have different defaults, each {@link NamedFeature} has
 * the parameter with its own. Immutable.
 *
 * @param <T> the type of its values
 */
public final class FeatureParameter<T> {

    /** The rate to which the wave is resampled first. */
    public static final FeatureParameter<Integer> RATE =
            of("rate", "Hz", "rate to resample to first", ParameterType.count()).unset("that of the file");

    /** Samples per transform. */
    public static final FeatureParameter<Integer> N_FFT = of(
                    "n_fft", "samples", "length of a frame and its transform", ParameterType.count())
            .or("2048");

    /** Samples per frame of features of the wave itself. */
    public static final FeatureParameter<Integer> FRAME_LENGTH = of(
                    "frame_length", "samples", "length of a frame", ParameterType.count())
            .or("2048");

    /** Samples from one frame to the next. */
    public static final FeatureParameter<Integer> HOP_LENGTH = of(
                    "hop_length", "samples", "from one frame to the next", ParameterType.count())
            .or("512");

    /** Samples of the window; in a tempogram, frames. */
    public static final FeatureParameter<Integer> WIN_LENGTH = of(
                    "win_length", "samples", "length of the window in a frame", ParameterType.count())
            .unset("n_fft");

    /** The shape of the window. */
    public static final FeatureParameter<WindowShape> WINDOW = of(
                    "window", "", "shape of the window", ParameterType.constants(WindowShape.class))
            .or("hann");

    /** Whether frames are centred on their time. */
    public static final FeatureParameter<Boolean> CENTER = of(
                    "center", "", "centre frames on their time, padding both ends", ParameterType.flag())
            .or("true");

    /** The padding of centred frames. */
    public static final FeatureParameter<Padding> PAD_MODE = of(
                    "pad_mode", "", "padding at both ends", ParameterType.constants(Padding.class))
            .or("constant");

    /** Whether magnitudes or powers are given or summed. */
    public static final FeatureParameter<Scale> POWER = of(
                    "power",
                    "",
                    "power of the magnitudes",
                    ParameterType.choice(Scale.class, Map.of("1", Scale.MAGNITUDE, "2", Scale.POWER)))
            .or("2");

    /** The power of the medians in the masks of harmonic and percussive part. */
    public static final FeatureParameter<Double> POWER_OF_MASK = of(
                    "power", "", "power of the medians in the masks", ParameterType.positive())
            .or("2");

    /** Bands of the mel scale. */
    public static final FeatureParameter<Integer> N_MELS =
            of("n_mels", "", "bands of the mel scale", ParameterType.count()).or("128");

    /** The lowest frequency. */
    public static final FeatureParameter<Double> FMIN =
            of("fmin", "Hz", "lowest frequency", ParameterType.atLeast(0)).or("0");

    /** The highest frequency. */
    public static final FeatureParameter<Double> FMAX =
            of("fmax", "Hz", "highest frequency", ParameterType.positive()).unset("half the rate");

    /** HTK's mel scale instead of Slaney's. */
    public static final FeatureParameter<MelScale> HTK = of(
                    "htk",
                    "",
                    "HTK's mel scale instead of Slaney's",
                    ParameterType.choice(MelScale.class, Map.of("true", MelScale.HTK, "false", MelScale.SLANEY)))
            .or("false");

    /** The height of mel triangles, of mel spectrograms. */
    public static final FeatureParameter<MelNorm> NORM_OF_MEL = melNorm("norm");

    /** The height of mel triangles, of cepstral coefficients, whose {@code norm} is that of the cosine transform. */
    public static final FeatureParameter<MelNorm> MEL_NORM = melNorm("mel_norm");

    /** The scaling of the cosine transform: true for orthonormal. */
    public static final FeatureParameter<Boolean> NORM_OF_DCT = of(
                    "norm",
                    "",
                    "scaling of the cosine transform",
                    ParameterType.choice(Boolean.class, Map.of("ortho", true, "none", false)))
            .or("ortho");

    /** What the values of a frame of chroma are divided by. */
    public static final FeatureParameter<FrameNorm> NORM_OF_FRAMES = of(
                    "norm",
                    "",
                    "divides frames by maximum, sum, or root of the sum of squares",
                    ParameterType.choice(
                            FrameNorm.class,
                            Map.of("inf", FrameNorm.INF, "1", FrameNorm.L1, "2", FrameNorm.L2, "none", FrameNorm.NONE)))
            .or("inf");

    /** Mel-frequency cepstral coefficients. */
    public static final FeatureParameter<Integer> N_MFCC =
            of("n_mfcc", "", "MFCC coefficients", ParameterType.count()).or("20");

    /** The type of the cosine transform. */
    public static final FeatureParameter<Dct.Type> DCT_TYPE = of(
                    "dct_type",
                    "",
                    "type of the cosine transform",
                    ParameterType.choice(Dct.Type.class, Map.of("1", Dct.Type.I, "2", Dct.Type.II, "3", Dct.Type.III)))
            .or("2");

    /** How much higher coefficients are raised. */
    public static final FeatureParameter<Double> LIFTER = of(
                    "lifter", "", "raises higher coefficients; 0 for none", ParameterType.atLeast(0))
            .or("0");

    /** Frames that a derivative is computed from. */
    public static final FeatureParameter<Integer> WIDTH = of(
                    "width",
                    "frames",
                    "window of the derivative",
                    ParameterType.whole("odd, 3 or more", n -> n >= 3 && n % 2 == 1))
            .or("9");

    /** The value of 0 dB. */
    public static final FeatureParameter<Reference> REF = of(
                    "ref", "", "the value of 0 dB; max for the largest", ParameterType.reference())
            .or("1");

    /** How far below the largest value decibels end. */
    public static final FeatureParameter<Double> TOP_DB = of(
                    "top_db", "dB", "floor below the largest value", ParameterType.level())
            .or("80");

    /** Deviation from A4 at 440 Hz. */
    public static final FeatureParameter<Double> TUNING = of(
                    "tuning",
                    "steps",
                    "deviation from A4 at 440 Hz, in bins of an octave",
                    ParameterType.number("from -0.5 to below 0.5", x -> x >= -0.5 && x < 0.5))
            .unset("estimated");

    /** Pitch classes. */
    public static final FeatureParameter<Integer> N_CHROMA =
            of("n_chroma", "", "pitch classes", ParameterType.count()).or("12");

    /** Octaves of a constant-Q transform. */
    public static final FeatureParameter<Integer> N_OCTAVES =
            of("n_octaves", "", "octaves above fmin", ParameterType.count()).or("7");

    /** Bins per octave of a constant-Q transform. */
    public static final FeatureParameter<Integer> BINS_PER_OCTAVE = of(
                    "bins_per_octave", "", "bins of an octave", ParameterType.count())
            .or("36");

    /** Bins of a constant-Q transform. */
    public static final FeatureParameter<Integer> N_BINS =
            of("n_bins", "", "bins from fmin on", ParameterType.count()).or("84");

    /** The share of the magnitudes below the roll-off. */
    public static final FeatureParameter<Double> ROLL_PERCENT = of(
                    "roll_percent",
                    "",
                    "share of the magnitudes below it",
                    ParameterType.number("above 0 and below 1", x -> x > 0 && x < 1))
            .or("0.85");

    /** Octaves of the spectral contrast. */
    public static final FeatureParameter<Integer> N_BANDS = of(
                    "n_bands", "", "octaves above the lowest band", ParameterType.count())
            .or("6");

    /** The share of a band's bins that are a peak or a valley. */
    public static final FeatureParameter<Double> QUANTILE = of(
                    "quantile",
                    "",
                    "share of a band's bins that are a peak or a valley",
                    ParameterType.number("from 0 to 1", x -> x >= 0 && x <= 1))
            .or("0.02");

    /** The order of polynomial features. */
    public static final FeatureParameter<Integer> ORDER = of(
                    "order", "", "order of the polynomial", ParameterType.whole("0 or more", n -> n >= 0))
            .or("1");

    /** The medians of harmonic-percussive separation. */
    public static final FeatureParameter<PartPair> KERNEL_SIZE = of(
                    "kernel_size",
                    "values",
                    "length of the medians",
                    ParameterType.pair("an odd whole number, 1 or more", x -> x >= 1 && x % 2 == 1))
            .or("31");

    /** The margins of harmonic-percussive separation. */
    public static final FeatureParameter<PartPair> MARGIN = of(
                    "margin",
                    "",
                    "how many times stronger than the other a part must be",
                    ParameterType.pair("a number, 1 or more", x -> x >= 1 && Double.isFinite(x)))
            .or("1");

    private final String name;
    private final String unit;
    private final String description;
    private final ParameterType<T> type;
    private final Optional<T> value;
    private final String text;

    private FeatureParameter(
            String name, String unit, String description, ParameterType<T> type, Optional<T> value, String text) {
        this.name = name;
        this.unit = unit;
        this.description = description;
        this.type = type;
        this.value = value;
        this.text = text;
    }

    private static <T> FeatureParameter<T> of(String name, String unit, String description, ParameterType<T> type) {
        return new FeatureParameter<>(name, unit, description, type, Optional.empty(), "");
    }

    private static FeatureParameter<MelNorm> melNorm(String name) {
        return of(name, "", "height of the mel triangles", ParameterType.constants(MelNorm.class))
                .or("slaney");
    }

    /** The same parameter with another default. */
    FeatureParameter<T> or(String text) {
        return new FeatureParameter<>(name, unit, description, type, Optional.of(parse(text)), text);
    }

    /** The same parameter with a default that depends on others or on the wave. */
    FeatureParameter<T> unset(String text) {
        return new FeatureParameter<>(name, unit, description, type, Optional.empty(), text);
    }

    /** The same parameter with other values and without a default. */
    FeatureParameter<T> within(ParameterType<T> type) {
        return new FeatureParameter<>(name, unit, description, type, Optional.empty(), "");
    }

    /** The same parameter with another meaning. */
    FeatureParameter<T> as(String unit, String description) {
        return new FeatureParameter<>(name, unit, description, type, value, text);
    }

    /**
     * The name.
     *
     * @return that of librosa, such as {@code n_fft}
     */
    public String name() {
        return name;
    }

    /**
     * The unit of its values.
     *
     * @return such as {@code samples}; empty if they have none
     */
    public String unit() {
        return unit;
    }

    /**
     * What it is.
     *
     * @return a few words
     */
    public String description() {
        return description;
    }

    /**
     * The values it may have.
     *
     * @return such as {@code a whole number, 1 or more}
     */
    public String range() {
        return type.range();
    }

    /**
     * The default as text.
     *
     * @return such as {@code 2048}, or where it comes from, such as {@code half the rate}
     */
    public String defaultText() {
        return text;
    }

    /** The default value, unless it depends on others or on the wave. */
    Optional<T> defaultValue() {
        return value;
    }

    /**
     * A value of its text.
     *
     * @param text such as {@code 1024}
     * @return the value
     * @throws IllegalArgumentException if the text is no value within the range
     */
    public T parse(String text) {
        return type.read(text).orElseThrow(() -> wrong(text));
    }

    /** A value, checked. */
    T checked(Object value) {
        return type.cast(value).orElseThrow(() -> wrong(value));
    }

    private IllegalArgumentException wrong(Object value) {
        return new IllegalArgumentException(name + " must be " + type.range() + ", got " + value);
    }

    @Override
    public String toString() {
        return name;
    }
}
