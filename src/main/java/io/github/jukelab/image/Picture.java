package io.github.jukelab.image;

import io.github.jukelab.signal.Spectrogram;

/**
 * A picture of coloured points. Immutable.
 */
public final class Picture {

    private final int width;
    private final int height;
    private final int[] points;

    private Picture(int width, int height, int[] points) {
        this.width = width;
        this.height = height;
        this.points = points;
    }

    /**
     * A power spectrogram as {@code matplotlib.pyplot.specgram} paints it, a point a value: decibels, evenly spread over
     * the colours from the least to the largest, the highest frequency on top. Equal to matplotlib's colours. Where a value is 0 there is no colour for it: it gets the first one, as does all else then.
     *
     * @param power power spectrogram or density, such as {@link io.github.jukelab.signal.PowerDensity} gives
     * @param colours the colour map
     * @return as wide as there are frames, as high as there are bins
     */
    public static Picture of(Spectrogram power, ColourMap colours) {
        int width = power.frames();
        int height = power.bins();
        double[] decibels = decibels(power);
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double decibel : decibels) {
            least = Math.min(least, decibel);
            largest = Math.max(largest, decibel);
        }
        int[] points = new int[width * height];
        for (int i = 0; i < points.length; i++) {
            points[i] = colours.rgb((decibels[i] - least) / (largest - least));
        }
        return new Picture(width, height, points);
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

    @Override
    public String toString() {
        return "Picture[" + width + " x " + height + "]";
    }
}
