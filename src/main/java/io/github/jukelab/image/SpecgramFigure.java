package io.github.jukelab.image;

import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;

/**
 * A power density as matplotlib's figure of default size: the array is first coloured, then resized with a Hann kernel
 * as wide as the larger of an old and a new pixel ({@code interpolation='auto'}, stage rgba).
 */
final class SpecgramFigure {

    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    // The box of the axes, in pixels from the left and the top.
    private static final double LEFT = 0.125 * WIDTH;
    private static final double RIGHT = 0.9 * WIDTH;
    private static final double TOP = (1 - 0.88) * HEIGHT;
    private static final double BOTTOM = (1 - 0.11) * HEIGHT;

    private static final int FIRST_ROW = (int) Math.round(TOP);
    private static final int ROWS = (int) Math.round(BOTTOM) - FIRST_ROW;
    private static final int COLUMNS = (int) Math.round(RIGHT - LEFT);

    /** Added before rounding down: where matplotlib computes a whole number, the sum here may be slightly less. */
    private static final double EPSILON = 1e-6;

    private SpecgramFigure() {}

    static Picture withoutAxes(Spectrogram density) {
        return Picture.of(WIDTH, HEIGHT, pixels(density));
    }

    static Picture withAxes(Spectrogram density) {
        Axes axes = new Axes(pixels(density), LEFT, RIGHT, TOP, BOTTOM);
        double hop = density.secondsPerFrame();
        double start = (0.5 / density.frequencies()[1]) - hop / 2;
        axes.frame();
        axes.ticksBelow(start, start + hop * density.frames());
        axes.ticksLeft(0, density.frequencies()[density.bins() - 1]);
        return Picture.of(WIDTH, HEIGHT, axes.pixels());
    }

    private static int[] pixels(Spectrogram density) {
        int[] pixels = new int[WIDTH * HEIGHT];
        Arrays.fill(pixels, 0xFFFFFF);
        double[] values = Picture.normalised(density);
        ResizeKernel rows = kernel(density.bins(), ROWS, FIRST_ROW - TOP, BOTTOM - TOP);
        ResizeKernel columns = kernel(density.frames(), COLUMNS, 0, RIGHT - LEFT);
        for (int channel = 0; channel < 3; channel++) {
            double[] levels = levels(values, channel);
            double[] resized = columns.columns(rows.rows(levels, density.frames()), density.frames());
            for (int i = 0; i < resized.length; i++) {
                int pixel = (FIRST_ROW + i / COLUMNS) * WIDTH + (int) LEFT + i % COLUMNS;
                pixels[pixel] = pixels[pixel] << 8 | (int) (resized[i] + EPSILON);
            }
        }
        return pixels;
    }

    /** For the pixels of a box that starts {@code before} the first of them and is {@code size} pixels long. */
    private static ResizeKernel kernel(int length, int pixels, double before, double size) {
        double step = length / size;
        double[] middles = new double[pixels];
        Arrays.setAll(middles, i -> (i + 0.5 + before) * step);
        return ResizeKernel.of(length, middles, Math.max(1, step), distance -> 1 + Math.cos(Math.PI * distance));
    }

    /** NaN is transparent in matplotlib, so the white background is visible. */
    private static double[] levels(double[] values, int channel) {
        return Arrays.stream(values)
                .map(value -> 255 * (Double.isNaN(value) ? 1 : ColourMap.VIRIDIS.colour(value)[channel]))
                .toArray();
    }
}
