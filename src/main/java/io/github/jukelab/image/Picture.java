package io.github.jukelab.image;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Progress;
import io.github.jukelab.signal.Spectrogram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A picture of coloured points. Immutable.
 */
public final class Picture {

    private static final int CHANNELS = 3;
    private static final int MOST = 255;

    private final int width;
    private final int height;
    private final int[] points;

    private Picture(int width, int height, int[] points) {
        this.width = width;
        this.height = height;
        this.points = points;
    }

    /**
     * A picture of given points.
     *
     * @param width at least 1
     * @param height at least 1
     * @param points row by row from the top, {@code 0xRRGGBB}; what stands above these 24 bits, such as how opaque a
     *     point is, is dropped; copied
     * @return the picture
     * @throws IllegalArgumentException if a side is less than 1, or there are more or fewer points than the sides need
     */
    public static Picture of(int width, int height, int[] points) {
        Matrix.check(points.length, height, width, "points");
        return new Picture(
                width,
                height,
                Arrays.stream(points).map(point -> point & 0xFFFFFF).toArray());
    }

    /**
     * A picture of the numbers that a network has seen, to be looked at: the way back from {@link #toTensor}.
     *
     * @param width at least 1
     * @param height at least 1
     * @param tensor shape [3][height][width], row by row from the top; what lies below 0 or above 1 is cut
     * @return the picture, levels rounded to the nearest
     * @throws IllegalArgumentException if a side is less than 1, or there are more or fewer numbers than the sides need
     */
    public static Picture of(int width, int height, float[] tensor) {
        Matrix.check(height, width);
        int plane = Math.multiplyExact(width, height);
        if (tensor.length != (long) CHANNELS * plane) {
            throw new IllegalArgumentException(
                    width + " x " + height + " needs " + (long) CHANNELS * plane + " numbers, got " + tensor.length);
        }
        int[] points = new int[plane];
        for (int i = 0; i < tensor.length; i++) {
            points[i % plane] = points[i % plane] << 8 | Math.round(MOST * Math.max(0, Math.min(1, tensor[i])));
        }
        return new Picture(width, height, points);
    }

    /**
     * A power spectrogram as {@code matplotlib.pyplot.specgram} paints it, a point per value: decibels, evenly spread
     * over the colours from the least to the largest, the highest frequency on top. Equal to matplotlib's colours.
     * Where a power is 0 there are no decibels: it gets the first colour, so a picture of silence is of the first
     * colour all over.
     *
     * @param power power spectrogram or density, such as {@link io.github.jukelab.signal.PowerDensity} gives
     * @param colours the colour map
     * @return as wide as there are frames, as high as there are bins
     */
    public static Picture of(Spectrogram power, ColourMap colours) {
        int[] points = Arrays.stream(shares(power)).mapToInt(colours::rgb).toArray();
        return new Picture(power.frames(), power.bins(), points);
    }

    /** Where the decibels stand in their range, from 0 to 1: shape [bin from the top, frame]; NaN if there are none. */
    static double[] shares(Spectrogram power) {
        double[] shares = decibels(power);
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double decibel : shares) {
            least = decibel == Double.NEGATIVE_INFINITY ? least : Math.min(least, decibel);
            largest = Math.max(largest, decibel);
        }
        for (int i = 0; i < shares.length; i++) {
            boolean silent = shares[i] == Double.NEGATIVE_INFINITY;
            shares[i] = silent ? Double.NaN : largest > least ? (shares[i] - least) / (largest - least) : 0;
        }
        return shares;
    }

    /**
     * What is painted: {@code 10 log10} of the powers, the highest frequency first. Nothing is cut: 0 gives minus
     * infinity.
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
     * The picture of a PNG file. Colours are taken as they are: how opaque they are is dropped, as PIL does when it
     * converts to RGB, and grey becomes three equal levels.
     *
     * @param file a PNG file
     * @return the picture
     * @throws PictureException if the file is missing, empty, damaged or no PNG file
     */
    public static Picture read(Path file) throws PictureException {
        return Png.read(file);
    }

    /**
     * Writes a PNG file, whole or not at all; it keeps every point's colour.
     *
     * @param file its place; replaced if it exists, its folder made if missing
     * @throws PictureException if the file cannot be written; what was at its place is still there then
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
     * The picture as a PNG file.
     *
     * @return the file's bytes
     */
    public byte[] png() {
        return Png.bytes(this);
    }

    /**
     * The width.
     *
     * @return points
     */
    public int width() {
        return width;
    }

    /**
     * The height.
     *
     * @return points
     */
    public int height() {
        return height;
    }

    /**
     * The colour of a point.
     *
     * @param x from the left, from 0 to {@code width() - 1}
     * @param y from the top, from 0 to {@code height() - 1}
     * @return {@code 0xRRGGBB}
     */
    public int rgb(int x, int y) {
        return points[y * width + x];
    }

    /** Row by row, not to be changed. */
    int[] points() {
        return points;
    }

    /**
     * Another size by taking, for each new point, the old one under its middle, and dropping all others. Equal to PIL's
     * {@code resize} with {@code NEAREST}, which is what Keras' {@code flow_from_directory} does if not told otherwise:
     * of 640 x 480 points, 64 x 64 keep one in 75.
     *
     * @param toWidth new width, at least 1
     * @param toHeight new height, at least 1
     * @return the picture
     * @throws IllegalArgumentException if a side is less than 1
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

    /** Summed step by step, as PIL does: on a boundary between two points, the sum's rounding decides. */
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
     * Another size in which, when it shrinks, every old point has its share.
     *
     * @param toWidth new width, at least 1
     * @param toHeight new height, at least 1
     * @return the picture, levels rounded to the nearest
     * @throws IllegalArgumentException if a side is less than 1
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
        float[] levels = new float[points.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = points[i] >> 8 * (CHANNELS - 1 - channel) & MOST;
        }
        return levels;
    }

    /**
     * The picture as numbers for a network, levels divided by 255.
     *
     * @return shape [3][height][width], row by row from the top: red, then green, then blue, each from 0 to 1
     */
    public float[] toTensor() {
        float[] tensor = new float[CHANNELS * points.length];
        for (int i = 0; i < tensor.length; i++) {
            int channel = i / points.length;
            tensor[i] = (points[i % points.length] >> 8 * (CHANNELS - 1 - channel) & MOST) / (float) MOST;
        }
        return tensor;
    }

    @Override
    public String toString() {
        return "Picture[" + width + " x " + height + "]";
    }
}
