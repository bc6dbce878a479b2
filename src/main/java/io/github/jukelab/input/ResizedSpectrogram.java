package io.github.jukelab.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.ChromaStft;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.MelSpectrogram;
import io.github.jukelab.feature.Mfcc;
import io.github.jukelab.image.Resize;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A short sound, brought to one length by filling or a cut, as a small picture of one channel. Rows are bins,
 * coefficients or pitch classes, the lowest first, and columns are times; in the article (001) rows are times.
 *
 * <p>Notebook: 06-cats-and-dogs
 *
 * @param rate samples a second in Hz
 * @param samples length that every sound gets: a shorter one is filled up, a longer one is cut
 * @param padMode what follows a shorter sound
 * @param representation what is seen
 * @param interpolation how it is made small
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
        Normalisation normalisation)
        implements Preprocessing {

    /** What follows a sound that is too short. */
    public enum PadMode {
        /** Nothing is heard: the picture tells first of all how long the sound was. */
        SILENCE {
            @Override
            Wave of(Wave wave, int samples) {
                return wave.padded(samples);
            }
        },
        /** The sound again and again. */
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

    /** What is seen of a sound. */
    public enum Representation {
        /**
         * Magnitudes of frames of 210 samples every 110, not centred, in a transform of 256: the values of
         * {@code abs(tf.signal.stft(wave, 210, 110))}, 129 bins.
         */
        MAGNITUDE {
            @Override
            Seen of(Wave wave) {
                return seen(stft(wave));
            }
        },
        /** The same in decibels, at most 80 dB below the loudest value. */
        DECIBEL {
            @Override
            Seen of(Wave wave) {
                return seen(stft(wave).toDecibels());
            }
        },
        /** 20 mel-frequency cepstral coefficients with librosa's settings. */
        MFCC {
            @Override
            Seen of(Wave wave) {
                Spectrogram mel = MelSpectrogram.of(wave, Stft.LIBROSA, MelBank.of(128, wave.rate()));
                return seen(Mfcc.of(mel, 20));
            }
        },
        /** The 12 pitch classes with librosa's settings. */
        CHROMA {
            @Override
            Seen of(Wave wave) {
                return seen(ChromaStft.of(wave, Stft.LIBROSA));
            }
        };

        abstract Seen of(Wave wave);
    }

    /** How many values are made few. */
    public enum Interpolation {
        /** As Keras' layer {@code Resizing} does, {@link Resize#bilinear}: few of many frames are looked at. */
        BILINEAR {
            @Override
            float[] of(Seen seen, int height, int width) {
                return Resize.bilinear(seen.values(), seen.rows(), seen.columns(), height, width);
            }
        },
        /** Each value is a mean of all around it, {@link Resize#antialiased}. */
        ANTIALIASED {
            @Override
            float[] of(Seen seen, int height, int width) {
                return Resize.antialiased(seen.values(), seen.rows(), seen.columns(), height, width);
            }
        };

        abstract float[] of(Seen seen, int height, int width);
    }

    /** Rows of values over time. */
    private record Seen(float[] values, int rows, int columns) {}

    private static final int FRAME = 210;

    /**
     * The article's (001) clips: 300 000 samples at 16 kHz, 18.75 s, filled up with silence, as magnitudes resized to
     * 32 x 32. Its code fails on clips that are longer; here they are cut.
     */
    public static final ResizedSpectrogram AS_PRINTED = new ResizedSpectrogram(
            16_000,
            300_000,
            PadMode.SILENCE,
            Representation.MAGNITUDE,
            Interpolation.BILINEAR,
            32,
            32,
            Normalisation.NONE);

    /** The article's clips repeated to that length, in decibels, of which none is dropped when they are resized. */
    public static final ResizedSpectrogram REPAIRED = AS_PRINTED
            .withPadMode(PadMode.REPETITION)
            .withRepresentation(Representation.DECIBEL)
            .withInterpolation(Interpolation.ANTIALIASED);

    /**
     * Checks the numbers.
     *
     * @param rate in Hz, at least 1
     * @param samples at least 210, a frame
     * @param padMode what follows a shorter sound
     * @param representation what is seen
     * @param interpolation how it is made small
     * @param height at least 1
     * @param width at least 1
     * @param normalisation the last step
     * @throws IllegalArgumentException if a number is too small
     */
    public ResizedSpectrogram {
        if (rate < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "rate, height and width must be at least 1, got " + rate + ", " + height + " and " + width);
        }
        if (samples < FRAME) {
            throw new IllegalArgumentException("samples must be at least a frame of " + FRAME + ", got " + samples);
        }
    }

    private static Spectrogram stft(Wave wave) {
        return Spectrogram.of(wave, Frames.of(FRAME, 110).withCentered(false), 256);
    }

    private static Seen seen(Spectrogram spectrogram) {
        return new Seen(spectrogram.values(), spectrogram.bins(), spectrogram.frames());
    }

    private static Seen seen(FrameSeries series) {
        return new Seen(series.values(), series.rows().size(), series.frames());
    }

    /**
     * The same, of something else.
     *
     * @param representation what is seen
     * @return a copy
     */
    public ResizedSpectrogram withRepresentation(Representation representation) {
        return new ResizedSpectrogram(
                rate, samples, padMode, representation, interpolation, height, width, normalisation);
    }

    /**
     * The same, filled up otherwise.
     *
     * @param padMode what follows a shorter sound
     * @return a copy
     */
    public ResizedSpectrogram withPadMode(PadMode padMode) {
        return new ResizedSpectrogram(
                rate, samples, padMode, representation, interpolation, height, width, normalisation);
    }

    /**
     * The same, made small otherwise.
     *
     * @param interpolation how
     * @return a copy
     */
    public ResizedSpectrogram withInterpolation(Interpolation interpolation) {
        return new ResizedSpectrogram(
                rate, samples, padMode, representation, interpolation, height, width, normalisation);
    }

    /**
     * The same, of another length.
     *
     * @param samples that every sound gets, at least 210
     * @return a copy
     * @throws IllegalArgumentException if they are fewer
     */
    public ResizedSpectrogram withSamples(int samples) {
        return new ResizedSpectrogram(
                rate, samples, padMode, representation, interpolation, height, width, normalisation);
    }

    @Override
    public ResizedSpectrogram withNormalisation(Normalisation normalisation) {
        return new ResizedSpectrogram(
                rate, samples, padMode, representation, interpolation, height, width, normalisation);
    }

    /** One picture: 1 x height x width. */
    @Override
    public Shape shape() {
        return new Shape(1, height, width);
    }

    /**
     * The picture of one sound, to be looked at: all steps but the normalisation.
     *
     * @param wave at any rate
     * @return rows numbered from 1, the lowest first; columns as frames
     */
    public FrameSeries picture(Wave wave) {
        List<String> rows =
                IntStream.rangeClosed(1, height).mapToObj(Integer::toString).toList();
        String name = "Row of " + word(representation);
        String unit = representation == Representation.DECIBEL ? "dB" : "";
        return FrameSeries.of(name, unit, rows, values(wave), (double) samples / rate / width);
    }

    /** {@inheritDoc} One per sound. */
    @Override
    public List<float[]> inputs(Wave wave) {
        return List.of(values(wave));
    }

    private float[] values(Wave wave) {
        Seen seen = representation.of(padMode.of(wave.resample(rate).first(samples), samples));
        return interpolation.of(seen, height, width);
    }

    @Override
    public List<TimeSpan> spans(Wave wave) {
        return List.of(TimeSpan.of(0, samples, rate, wave.seconds()));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ResizedSpectrogram[%d Hz, %.2f s filled by %s, %s %s %s]",
                rate,
                (double) samples / rate,
                word(padMode),
                word(representation),
                word(interpolation),
                shape());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
