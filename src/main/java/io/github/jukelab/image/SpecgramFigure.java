package io.github.jukelab.image;

import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;

/**
 * A power density as matplotlib's figure of default size: the array is coloured first and resized then, with a Hann
 * kernel as wide as the larger of an old and a new point ({@code interpolation='auto'}, stage rgba).
 */
final class SpecgramFigure {

    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    // The box of the axes, in points from the left and the top.
    private static final double LEFT = 0.125 * WIDTH;
    private static final double RIGHT = 0.9 * WIDTH;
    private static final double TOP = (1 - 0.88) * HEIGHT;
    private static final double BOTTOM = (1 - 0.11) * HEIGHT;

    private static final int FIRST_ROW = (int) Math.round(TOP);
    private static final int ROWS = (int) Math.round(BOTTOM) - FIRST_ROW;
    private static final int COLUMNS = (int) Math.round(RIGHT - LEFT);

    /** Where matplotlib's resizing gives a whole number, sums here may stay a trifle below. */
    private static final double TRIFLE = 1e-6;

    private SpecgramFigure() {}

    static Picture withoutAxes(Spectrogram density) {
        return Picture.of(WIDTH, HEIGHT, points(density));
    }

    static Picture withAxes(Spectrogram density) {
        Axes axes = new Axes(points(density), LEFT, RIGHT, TOP, BOTTOM);
        double hop = density.secondsPerFrame();
        double start = (0.5 / density.frequencies()[1]) - hop / 2;
        axes.frame();
        axes.ticksBelow(start, start + hop * density.frames());
        axes.ticksLeft(0, density.frequencies()[density.bins() - 1]);
        return Picture.of(WIDTH, HEIGHT, axes.points());
    }

    private static int[] points(Spectrogram density) {
        int[] points = new int[WIDTH * HEIGHT];
        Arrays.fill(points, 0xFFFFFF);
        double[] shares = Picture.shares(density);
        ResizeKernel rows = taps(density.bins(), ROWS, FIRST_ROW - TOP, BOTTOM - TOP);
        ResizeKernel columns = taps(density.frames(), COLUMNS, 0, RIGHT - LEFT);
        for (int channel = 0; channel < 3; channel++) {
            double[] levels = levels(shares, channel);
            double[] resized = columns.columns(rows.rows(levels, density.frames()), density.frames());
            for (int i = 0; i < resized.length; i++) {
                int point = (FIRST_ROW + i / COLUMNS) * WIDTH + (int) LEFT + i % COLUMNS;
                points[point] = points[point] << 8 | (int) (resized[i] + TRIFLE);
            }
        }
        return points;
    }

    /** Points of a box that begins {@code before} the first of them and is {@code size} points long. */
    private static ResizeKernel taps(int length, int points, double before, double size) {
        double step = length / size;
        double[] middles = new double[points];
        Arrays.setAll(middles, i -> (i + 0.5 + before) * step);
        return ResizeKernel.of(length, middles, Math.max(1, step), distance -> 1 + Math.cos(Math.PI * distance));
    }

    /** What has no share is transparent in matplotlib, and so lets the white ground through. */
    private static double[] levels(double[] shares, int channel) {
        return Arrays.stream(shares)
                .map(share -> 255 * (Double.isNaN(share) ? 1 : ColourMap.VIRIDIS.colour(share)[channel]))
                .toArray();
    }
}
