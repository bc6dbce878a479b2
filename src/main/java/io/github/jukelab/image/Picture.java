package io.github.jukelab.image;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Progress;
import io.github.jukelab.signal.Spectrogram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A picture: a rectangle of coloured pixels. Immutable.
 */
public final class Picture {

    private static final int CHANNELS = 3;
    private static final int MAX_LEVEL = 255;

    private final int width;
    private final int height;
    private final int[] pixels;

    private Picture(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /**
     * A picture of given pixels.
     *
     * @param width at least 1
     * @param height at least 1
     * @param pixels row by row from the top, {@code 0xRRGGBB}; higher bits, such as alpha, are ignored; copied
     * @return the picture
     * @throws IllegalArgumentException if width or height is less than 1, or the number of pixels is not
     *     {@code width * height}
     */
    public static Picture of(int width, int height, int[] pixels) {
        Matrix.check(pixels.length, height, width, "pixels");
        return new Picture(
                width,
                height,
                Arrays.stream(pixels).map(pixel -> pixel & 0xFFFFFF).toArray());
    }

    /**
     * A picture of a network's input tensor, for display: the inverse of {@link #toTensor}.
     *
     * @param width at least 1
     * @param height at least 1
     * @param tensor shape [3][height][width], row by row from the top; clipped to [0, 1]
     * @return the picture, levels rounded to the nearest
     * @throws IllegalArgumentException if width or height is less than 1, or the number of values is not
     *     {@code 3 * width * height}
     */
    public static Picture of(int width, int height, float[] tensor) {
        Matrix.check(height, width);
        int plane = Math.multiplyExact(width, height);
        if (tensor.length != (long) CHANNELS * plane) {
            throw new IllegalArgumentException(
                    width + " x " + height + " needs " + (long) CHANNELS * plane + " numbers, got " + tensor.length);
        }
        int[] pixels = new int[plane];
        for (int i = 0; i < tensor.length; i++) {
            pixels[i % plane] = pixels[i % plane] << 8 | Math.round(MAX_LEVEL * Math.max(0, Math.min(1, tensor[i])));
        }
        return new Picture(width, height, pixels);
    }

    /**
     * A power spectrogram as {@code matplotlib.pyplot.specgram} renders it, one pixel per value: decibels, scaled
     * linearly to the colours from the minimum to the maximum, the highest frequency on top. Equal to matplotlib's
     * colours. A power of 0 has no decibels and gets the first colour, so a picture of silence has the first colour
     * everywhere.
     *
     * @param power power spectrogram or density, such as that of {@link io.github.jukelab.signal.PowerDensity}
     * @param colours the colour map
     * @return as wide as there are frames, as high as there are bins
     */
    public static Picture of(Spectrogram power, ColourMap colours) {
        int[] pixels = Arrays.stream(normalised(power)).mapToInt(colours::rgb).toArray();
        return new Picture(power.frames(), power.bins(), pixels);
    }

    /** The decibels, scaled from their range to 0 to 1: shape [bin from the top, frame]; NaN where the power is 0. */
    static double[] normalised(Spectrogram power) {
        double[] values = decibels(power);
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double decibel : values) {
            min = decibel == Double.NEGATIVE_INFINITY ? min : Math.min(min, decibel);
            max = Math.max(max, decibel);
        }
        for (int i = 0; i < values.length; i++) {
            boolean silent = values[i] == Double.NEGATIVE_INFINITY;
            values[i] = silent ? Double.NaN : max > min ? (values[i] - min) / (max - min) : 0;
        }
        return values;
    }

    /**
     * The decibels that are rendered: {@code 10 log10} of the powers, the highest frequency first. There is no lower
     * limit: 0 becomes minus infinity.
     *
     * @param power power spectrogram or density
     * @return shape [bin from the top, frame]
     */
    public static double[] decibels(Spectrogram power) {
        double[] decibels = new double[power.bins() * power.frames()];
        for (int i = 0; i < decibels.length; i++) {
            int bin = power.bins() - 1 - i / power.frames();
            decibels[i] = 10 * Math.log10(power.value(bin, i % power.frames()));
        }
        return decibels;
    }

    /**
     * Reads a PNG file. Colours are kept; alpha is ignored, as by PIL when it converts to RGB, and grey becomes three
     * equal levels.
     *
     * @param file a PNG file
     * @return the picture
     * @throws PictureException if the file is missing, empty, damaged or not a PNG file
     */
    public static Picture read(Path file) throws PictureException {
        return Png.read(file);
    }

    /**
     * Writes a PNG file, whole or not at all; the colour of every pixel is kept.
     *
     * @param file the target; replaced if it exists, its folder created if missing
     * @throws PictureException if the file cannot be written; an existing file is then unchanged
     */
    public void writePng(Path file) throws PictureException {
        byte[] bytes = png();
        try {
            AtomicFile.write(file, part -> Files.write(part, bytes));
        } catch (IOException e) {
            Progress.checkInterrupted();
            throw new PictureException(file, "cannot be written: " + e.getMessage());
        }
    }

    /**
     * Encodes the picture as a PNG file.
     *
     * @return the file's bytes
     */
    public byte[] png() {
        return Png.bytes(this);
    }

    /**
     * The width.
     *
     * @return in pixels
     */
    public int width() {
        return width;
    }

    /**
     * The height.
     *
     * @return in pixels
     */
    public int height() {
        return height;
    }

    /**
     * The colour of a pixel.
     *
     * @param x from the left, from 0 to {@code width() - 1}
     * @param y from the top, from 0 to {@code height() - 1}
     * @return {@code 0xRRGGBB}
     */
    public int rgb(int x, int y) {
        return pixels[y * width + x];
    }

    /** The pixels row by row; must not be changed. */
    int[] pixels() {
        return pixels;
    }

    /**
     * Resizes by nearest neighbour: each new pixel is the old one under its centre, all others are dropped. Equal to
     * PIL's {@code resize} with {@code NEAREST}, the default of Keras' {@code flow_from_directory}: from 640 x 480 to
     * 64 x 64 pixels, one in 75 is kept.
     *
     * @param toWidth new width, at least 1
     * @param toHeight new height, at least 1
     * @return the picture
     * @throws IllegalArgumentException if width or height is less than 1
     */
    public Picture nearest(int toWidth, int toHeight) {
        Matrix.check(toHeight, toWidth);
        int[] xs = middles(width, toWidth);
        int[] ys = middles(height, toHeight);
        int[] taken = new int[Math.multiplyExact(toWidth, toHeight)];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = rgb(xs[i % toWidth], ys[i / toWidth]);
        }
        return new Picture(toWidth, toHeight, taken);
    }

    /** Summed step by step, like PIL: on a boundary between two pixels, the rounding of the sum decides. */
    private static int[] middles(int from, int to) {
        double step = (double) from / to;
        double middle = step / 2;
        int[] middles = new int[to];
        for (int i = 0; i < to; i++) {
            middles[i] = (int) middle;
            middle += step;
        }
        return middles;
    }

    /**
     * Resizes with antialiasing: when the picture is downscaled, every old pixel counts.
     *
     * @param toWidth new width, at least 1
     * @param toHeight new height, at least 1
     * @return the picture, levels rounded to the nearest
     * @throws IllegalArgumentException if width or height is less than 1
     * @see Resize#antialiased
     */
    public Picture antialiased(int toWidth, int toHeight) {
        int[] resized = new int[Math.multiplyExact(toWidth, toHeight)];
        for (int channel = 0; channel < CHANNELS; channel++) {
            float[] levels = Resize.antialiased(levels(channel), height, width, toHeight, toWidth);
            for (int i = 0; i < resized.length; i++) {
                resized[i] = resized[i] << 8 | Math.round(levels[i]);
            }
        }
        return new Picture(toWidth, toHeight, resized);
    }

    private float[] levels(int channel) {
        float[] levels = new float[pixels.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = pixels[i] >> 8 * (CHANNELS - 1 - channel) & MAX_LEVEL;
        }
        return levels;
    }

    /**
     * The picture as a tensor for a network, levels divided by 255.
     *
     * @return shape [3][height][width], row by row from the top: red, then green, then blue, each from 0 to 1
     */
    public float[] toTensor() {
        float[] tensor = new float[CHANNELS * pixels.length];
        for (int i = 0; i < tensor.length; i++) {
            int channel = i / pixels.length;
            tensor[i] = (pixels[i % pixels.length] >> 8 * (CHANNELS - 1 - channel) & MAX_LEVEL) / (float) MAX_LEVEL;
        }
        return tensor;
    }

    @Override
    public String toString() {
        return "Picture[" + width + " x " + height + "]";
    }
}
