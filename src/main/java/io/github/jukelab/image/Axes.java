package io.github.jukelab.image;

/**
 * Draws a frame and ticks in black around a box of a picture, like matplotlib at 100 dots per inch: lines of 0.8/72
 * inch, centred on a pixel, so that they slightly darken the neighbouring pixels.
 */
final class Axes {

    private static final double HALF_LINE = 0.4 * 100 / 72;

    /** 3.5/72 inch, rounded to whole pixels. */
    private static final double TICK = 5;

    private static final double MAX_INTERVALS = 9;
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    private final int[] pixels;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    /** Draws on the given pixels, which have a figure's width; the box is in pixels from the left and the top. */
    Axes(int[] pixels, double left, double right, double top, double bottom) {
        this.pixels = pixels;
        this.left = left;
        this.right = right;
        this.top = top;
        this.bottom = bottom;
    }

    int[] pixels() {
        return pixels;
    }

    private static double middle(double position) {
        return Math.round(position) + 0.5;
    }

    void frame() {
        for (double x : new double[] {middle(left), middle(right)}) {
            darken(x - HALF_LINE, middle(top) - HALF_LINE, x + HALF_LINE, middle(bottom) + HALF_LINE);
        }
        for (double y : new double[] {middle(top), middle(bottom)}) {
            darken(middle(left) - HALF_LINE, y - HALF_LINE, middle(right) + HALF_LINE, y + HALF_LINE);
        }
    }

    void ticksBelow(double low, double high) {
        double step = step(low, high);
        for (double tick = Math.ceil(low / step); tick * step <= high; tick++) {
            double x = middle(left + (right - left) * (tick * step - low) / (high - low));
            darken(x - HALF_LINE, middle(bottom), x + HALF_LINE, middle(bottom) + TICK);
        }
    }

    void ticksLeft(double low, double high) {
        double step = step(low, high);
        for (double tick = Math.ceil(low / step); tick * step <= high; tick++) {
            double y = middle(bottom - (bottom - top) * (tick * step - low) / (high - low));
            darken(middle(left) - TICK, y - HALF_LINE, middle(left), y + HALF_LINE);
        }
    }

    /** The smallest round step that divides the range into at most nine intervals. */
    private static double step(double low, double high) {
        double min = (high - low) / MAX_INTERVALS;
        double power = Math.pow(10, Math.floor(Math.log10(min)));
        double step = 0;
        for (int i = 0; step < min; i++) {
            step = STEPS[i] * power;
        }
        return step;
    }

    /** Blackens a rectangle; pixels that it covers in part are darkened by that share. */
    private void darken(double fromX, double fromY, double toX, double toY) {
        for (int y = (int) fromY; y < toY; y++) {
            for (int x = (int) fromX; x < toX; x++) {
                double area = (Math.min(x + 1, toX) - Math.max(x, fromX)) * (Math.min(y + 1, toY) - Math.max(y, fromY));
                int at = y * SpecgramFigure.WIDTH + x;
                pixels[at] = darker(pixels[at], (int) Math.round(255 * area));
            }
        }
    }

    private static int darker(int pixel, int cover) {
        int darker = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            darker |= Math.round((pixel >> shift & 255) * (255 - cover) / 255f) << shift;
        }
        return darker;
    }
}
