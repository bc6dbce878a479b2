package io.github.jukelab.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.jukelab.Require;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.image.Picture;
import io.github.jukelab.image.SpecgramPicture;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The beginning of a sound as a downscaled coloured picture of its spectrogram, with levels from 0 to 1. A shorter
 * sound is stretched over the whole width; one of less than 2048 samples is first padded to 2048 with silence.
 *
 * <p>Notebook: 03-spectrogram-pictures
 *
 * @param rate samples per second in Hz
 * @param samples number of samples used, from the beginning
 * @param style how the picture is rendered
 * @param interpolation how it is downscaled
 * @param height rows of the downscaled picture
 * @param width columns of the downscaled picture
 * @param normalisation the last step; {@link StandardScaler#NONE} is usual, since levels are between 0 and 1
 */
public record SpectrogramImage(
        int rate,
        int samples,
        @JsonProperty("painting") SpecgramPicture style,
        @JsonProperty("shrinking") Interpolation interpolation,
        int height,
        int width,
        StandardScaler normalisation)
        implements Preprocessing {

    /** How a picture is downscaled. */
    public enum Interpolation {
        /** {@link Picture#nearest}: one pixel is taken, its neighbours are dropped. */
        NEAREST {
            @Override
            Picture of(Picture large, int width, int height) {
                return large.nearest(width, height);
            }
        },
        /** {@link Picture#antialiased}: every pixel contributes. */
        ANTIALIASED {
            @Override
            Picture of(Picture large, int width, int height) {
                return large.antialiased(width, height);
            }
        };

        abstract Picture of(Picture large, int width, int height);
    }

    /** Samples of one frame, the minimum for a picture. */
    private static final int FRAME = 2048;

    /**
     * The article's (000): matplotlib's figure of the first 5 s at 22 050 Hz, with frame, ticks and margins, downscaled
     * to 64 x 64 by taking one pixel in 75.
     */
    public static final SpectrogramImage AS_PRINTED = new SpectrogramImage(
            22_050, 5 * 22_050, SpecgramPicture.FIGURE, Interpolation.NEAREST, 64, 64, StandardScaler.NONE);

    /** The same sound as a picture of its values alone, with all pixels averaged. */
    public static final SpectrogramImage REPAIRED = new SpectrogramImage(
            22_050, 5 * 22_050, SpecgramPicture.VALUES, Interpolation.ANTIALIASED, 64, 64, StandardScaler.NONE);

    /**
     * Checks the numbers.
     *
     * @param rate in Hz, at least 1
     * @param samples at least 2048, one frame
     * @param style how the picture is rendered
     * @param interpolation how it is downscaled
     * @param height at least 1
     * @param width at least 1
     * @param normalisation the last step, with one mean or one per column
     * @throws IllegalArgumentException if a number is too small, or the normalisation is for another width
     */
    public SpectrogramImage {
        Require.atLeast("rate", 1, rate);
        Require.atLeast("samples", FRAME, samples);
        Require.atLeast("height", 1, height);
        Require.atLeast("width", 1, width);
        normalisation.requireFits(new Shape(3, height, width));
    }

    @Override
    public SpectrogramImage withNormalisation(StandardScaler normalisation) {
        return new SpectrogramImage(rate, samples, style, interpolation, height, width, normalisation);
    }

    /**
     * Several pictures of a sound instead of one of its beginning.
     *
     * @param count how many at most, at least 1
     * @return so many pictures, each of the stretch after the one before
     * @throws IllegalArgumentException if the number is less than 1
     * @throws ArithmeticException if they are of more than {@link Integer#MAX_VALUE} samples
     */
    public PictureWindows windows(int count) {
        Require.atLeast("count", 1, count);
        return new PictureWindows(this, Math.multiplyExact(count, samples));
    }

    /** One coloured picture: 3 x height x width, red, green and blue. */
    @Override
    public Shape shape() {
        return new Shape(3, height, width);
    }

    /**
     * The downscaled picture of one sound.
     *
     * @param wave at any rate
     * @return the network's input as a picture
     */
    public Picture picture(Wave wave) {
        Wave beginning = wave.resample(rate).first(samples).padded(FRAME);
        return interpolation.of(style.of(beginning), width, height);
    }

    @Override
    public void forEachInput(Recording recording, Consumer<float[]> action) throws AudioException {
        WindowReader.of(samples, samples, samples).forEach(recording.resample(rate), beginning -> inputs(beginning)
                .forEach(action));
    }

    /** The one input for a sound, all steps but the normalisation. */
    @Override
    public List<float[]> inputs(Wave wave) {
        return List.of(picture(wave).toTensor());
    }

    @Override
    public TimeSpan span(int index, double seconds) {
        return TimeSpan.of(0, samples, rate, seconds);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "SpectrogramImage[%d Hz, %.2f s, %s, %s, %s]",
                rate,
                (double) samples / rate,
                style.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                interpolation.name().toLowerCase(Locale.ROOT),
                shape());
    }
}
