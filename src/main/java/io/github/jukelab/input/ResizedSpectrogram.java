package io.github.jukelab.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.jukelab.Require;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.feature.ChromaStft;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.MelSpectrogram;
import io.github.jukelab.feature.Mfcc;
import io.github.jukelab.image.Resize;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A short sound, padded or cut to a fixed length, as a small picture of one channel. Rows are bins, coefficients or
 * pitch classes, the lowest first, and columns are frames; in the article (001) rows are frames.
 *
 * <p>Notebook: 06-cats-and-dogs
 *
 * @param rate samples per second in Hz
 * @param samples length of every sound: a shorter one is padded, a longer one is cut
 * @param padMode how a shorter sound is padded
 * @param representation what is computed from the sound
 * @param interpolation how the result is downscaled
 * @param height rows of the picture
 * @param width columns of the picture
 * @param normalisation the last step, fitted on the training set
 */
public record ResizedSpectrogram(
        int rate,
        int samples,
        @JsonProperty("filling") PadMode padMode,
        @JsonProperty("kind") Representation representation,
        @JsonProperty("shrinking") Interpolation interpolation,
        int height,
        int width,
        StandardScaler normalisation)
        implements Preprocessing {

    /** How a sound that is too short is padded. */
    public enum PadMode {
        /** With silence, so that the picture shows above all how long the sound was. */
        SILENCE {
            @Override
            Wave of(Wave wave, int samples) {
                return wave.padded(samples);
            }
        },
        /** By repeating the sound. */
        REPETITION {
            @Override
            Wave of(Wave wave, int samples) {
                float[] once = wave.samples();
                float[] filled = new float[samples];
                for (int from = 0; from < samples; from += once.length) {
                    System.arraycopy(once, 0, filled, from, Math.min(once.length, samples - from));
                }
                return Wave.of(filled, wave.rate());
            }
        };

        abstract Wave of(Wave wave, int samples);
    }

    /** What is computed from a sound. */
    public enum Representation {
        /**
         * Magnitudes of frames of 210 samples every 110, not centred, in a transform of 256: the values of
         * {@code abs(tf.signal.stft(wave, 210, 110))}, 129 bins.
         */
        MAGNITUDE("Frequency in Hz") {
            @Override
            Matrix of(Wave wave) {
                return matrix(stft(wave));
            }
        },
        /** The same in decibels, at most 80 dB below the loudest value. */
        DECIBEL("Frequency in Hz") {
            @Override
            Matrix of(Wave wave) {
                return matrix(stft(wave).toDecibels());
            }
        },
        /** 20 mel-frequency cepstral coefficients with librosa's settings. */
        MFCC("Cepstral coefficient") {
            @Override
            Matrix of(Wave wave) {
                Spectrogram mel = MelSpectrogram.of(wave, Stft.LIBROSA, MelBank.of(MEL_BANDS, wave.rate()));
                return matrix(Mfcc.of(mel, COEFFICIENTS));
            }
        },
        /** The 12 pitch classes with librosa's settings. */
        CHROMA("Note") {
            @Override
            Matrix of(Wave wave) {
                return matrix(ChromaStft.of(wave, Stft.LIBROSA));
            }
        };

        private final String axis;

        Representation(String axis) {
            this.axis = axis;
        }

        abstract Matrix of(Wave wave);

        /** The names of the rows before they are resized. */
        private List<String> rows(int rate) {
            return switch (this) {
                case CHROMA -> ChromaStft.PITCH_CLASSES;
                case MFCC ->
                    IntStream.range(0, COEFFICIENTS).mapToObj(Integer::toString).toList();
                case MAGNITUDE, DECIBEL ->
                    IntStream.rangeClosed(0, N_FFT / 2)
                            .mapToObj(bin -> BigDecimal.valueOf((double) bin * rate / N_FFT)
                                    .stripTrailingZeros()
                                    .toPlainString())
                            .toList();
            };
        }
    }

    /** How the values are downscaled. */
    public enum Interpolation {
        /** As Keras' layer {@code Resizing} does, {@link Resize#bilinear}: most frames are ignored. */
        BILINEAR {
            @Override
            float[] of(Matrix matrix, int height, int width) {
                return Resize.bilinear(matrix.values(), matrix.rows(), matrix.columns(), height, width);
            }
        },
        /** Each value is a mean over its neighbourhood, {@link Resize#antialiased}. */
        ANTIALIASED {
            @Override
            float[] of(Matrix matrix, int height, int width) {
                return Resize.antialiased(matrix.values(), matrix.rows(), matrix.columns(), height, width);
            }
        };

        abstract float[] of(Matrix matrix, int height, int width);
    }

    /** Values of shape [row, frame]. */
    private record Matrix(float[] values, int rows, int columns) {}

    /** The frames of magnitudes and decibels. */
    public static final Frames FRAMES = Frames.of(210, 110).withCentered(false);

    /** The length of their transform. */
    public static final int N_FFT = 256;

    /** The mel bands of which cepstral coefficients are computed. */
    public static final int MEL_BANDS = 128;

    /** The number of cepstral coefficients. */
    public static final int COEFFICIENTS = 20;

    /**
     * The article's (001): clips of 300 000 samples at 16 kHz, 18.75 s, padded with silence, as magnitudes resized to
     * 32 x 32. Its code fails on longer clips; here they are cut.
     */
    public static final ResizedSpectrogram AS_PRINTED = new ResizedSpectrogram(
            16_000,
            300_000,
            PadMode.SILENCE,
            Representation.MAGNITUDE,
            Interpolation.BILINEAR,
            32,
            32,
            StandardScaler.NONE);

    /** The article's clips repeated to that length, in decibels, with all frames averaged when they are resized. */
    public static final ResizedSpectrogram REPAIRED = AS_PRINTED
            .withPadMode(PadMode.REPETITION)
            .withRepresentation(Representation.DECIBEL)
            .withInterpolation(Interpolation.ANTIALIASED);

    /**
     * Checks the numbers.
     *
     * @param rate in Hz, at least 1
     * @param samples at least 210, one frame
     * @param padMode how a shorter sound is padded
     * @param representation what is computed from the sound
     * @param interpolation how the result is downscaled
     * @param height at least 1
     * @param width at least 1
     * @param normalisation the last step, with one mean or one per column
     * @throws IllegalArgumentException if a number is too small, or the normalisation is for another width
     */
    public ResizedSpectrogram {
        Require.atLeast("rate", 1, rate);
        Require.atLeast("samples", FRAMES.length(), samples);
        Require.atLeast("height", 1, height);
        Require.atLeast("width", 1, width);
        normalisation.requireFits(new Shape(1, height, width));
    }

    private static Spectrogram stft(Wave wave) {
        return Spectrogram.of(wave, FRAMES, N_FFT);
    }

    private static Matrix matrix(Spectrogram spectrogram) {
        return new Matrix(spectrogram.values(), spectrogram.bins(), spectrogram.frames());
    }

    private static Matrix matrix(FrameSeries series) {
        return new Matrix(series.values(), series.rows().size(), series.frames());
    }

    /**
     * The same with another representation.
     *
     * @param representation what is computed from the sound
     * @return a copy
     */
    public ResizedSpectrogram withRepresentation(Representation representation) {
        return new ResizedSpectrogram(
                rate, samples, padMode, representation, interpolation, height, width, normalisation);
    }

    /**
     * The same with other padding.
     *
     * @param padMode how a shorter sound is padded
     * @return a copy
     */
    public ResizedSpectrogram withPadMode(PadMode padMode) {
        return new ResizedSpectrogram(
                rate, samples, padMode, representation, interpolation, height, width, normalisation);
    }

    /**
     * The same with another interpolation.
     *
     * @param interpolation how the result is downscaled
     * @return a copy
     */
    public ResizedSpectrogram withInterpolation(Interpolation interpolation) {
        return new ResizedSpectrogram(
                rate, samples, padMode, representation, interpolation, height, width, normalisation);
    }

    /**
     * The same with another length.
     *
     * @param samples length of every sound, at least 210
     * @return a copy
     * @throws IllegalArgumentException if they are fewer
     */
    public ResizedSpectrogram withSamples(int samples) {
        return new ResizedSpectrogram(
                rate, samples, padMode, representation, interpolation, height, width, normalisation);
    }

    @Override
    public ResizedSpectrogram withNormalisation(StandardScaler normalisation) {
        return new ResizedSpectrogram(
                rate, samples, padMode, representation, interpolation, height, width, normalisation);
    }

    /** One picture: 1 x height x width. */
    @Override
    public Shape shape() {
        return new Shape(1, height, width);
    }

    /**
     * The picture of one sound, for display: all steps but the normalisation.
     *
     * @param wave at any rate
     * @return rows named after the note, the coefficient or the Hz they come from, the lowest first; if several come from
     *     one note, they are {@code C}, {@code C 2}, {@code C 3}; columns as frames
     */
    public FrameSeries picture(Wave wave) {
        String unit = representation == Representation.DECIBEL ? "dB" : "";
        return FrameSeries.of(representation.axis, unit, rows(), values(wave), (double) samples / rate / width);
    }

    /** The name of the row of the large matrix that is nearest to each row of the picture. */
    private List<String> rows() {
        List<String> large = representation.rows(rate);
        List<String> rows = new ArrayList<>();
        int first = 0;
        for (int row = 0; row < height; row++) {
            int nearest = (int) ((row + 0.5) * large.size() / height);
            int before = (int) ((row - 0.5) * large.size() / height);
            first = row == 0 || nearest != before ? row : first;
            rows.add(large.get(nearest) + (row == first ? "" : " " + (row - first + 1)));
        }
        return rows;
    }

    @Override
    public TimeSpan span(int index, double seconds) {
        return TimeSpan.of(0, samples, rate, seconds);
    }

    @Override
    public void forEachInput(Recording recording, Consumer<float[]> action) throws AudioException {
        WindowReader.of(samples, samples, samples).forEach(recording.resample(rate), beginning -> inputs(beginning)
                .forEach(action));
    }

    /** The one input for a sound, all steps but the normalisation. */
    @Override
    public List<float[]> inputs(Wave wave) {
        return List.of(values(wave));
    }

    private float[] values(Wave wave) {
        Matrix large = representation.of(padMode.of(wave.resample(rate).first(samples), samples));
        return interpolation.of(large, height, width);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ResizedSpectrogram[%d Hz, %.2f s filled by %s, %s %s %s]",
                rate,
                (double) samples / rate,
                lowerCase(padMode),
                lowerCase(representation),
                lowerCase(interpolation),
                shape());
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
