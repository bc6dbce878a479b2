package io.github.jukelab.plot;

import io.github.jukelab.image.ColourMap;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A white sheet on which boxes with axes are drawn: the code that all pictures of our own share. */
final class Canvas {

    static final int WIDTH = 800;
    static final int HEIGHT = 360;
    /** Few enough that a picture stays small, many enough that no step is seen: 2 dB of 80. */
    private static final int SHADES = 41;

    /** More colours of areas than a picture has: those of a heat map and of lines and words. */
    private static final int AREAS = 64;

    private static final int TICK = 5;

    private final BufferedImage image;
    private final Graphics2D pen;

    Canvas(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setFont(Palette.TEXT);
        pen.setColor(Palette.INK);
    }

    Figure figure(String alternativeText) {
        pen.dispose();
        coarsen();
        return Figure.of(image, alternativeText);
    }

    /**
     * Smoothed edges have hundreds of shades that no eye tells apart. With 16 a channel the colours fit a palette, and
     * the file is half as large. The colours of areas, which are the most frequent ones, stay as they are.
     */
    private void coarsen() {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        Set<Integer> kept = counts.keySet().stream()
                .sorted(Comparator.comparing(counts::get).reversed())
                .limit(AREAS)
                .collect(Collectors.toSet());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = kept.contains(pixels[i]) ? pixels[i] : coarse(pixels[i]);
        }
        image.setRGB(0, 0, image.getWidth(), image.getHeight(), pixels, 0, image.getWidth());
    }

    private static int coarse(int rgb) {
        int coarse = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int channel = (rgb >> shift) & 0xFF;
            coarse |= 17 * ((channel + 8) / 17) << shift;
        }
        return coarse;
    }

    Graphics2D pen() {
        return pen;
    }

    /** Fills the box with the matrix, row 0 at the bottom; values from low to high take the colours in turn. */
    void heat(Rectangle box, Downsampled values, double low, double high) {
        for (int y = 0; y < box.height; y++) {
            for (int x = 0; x < box.width; x++) {
                double share = (values.at((box.height - 1 - y) * values.height() / box.height, x) - low) / (high - low);
                image.setRGB(box.x + x, box.y + y, shade(share));
            }
        }
    }

    private static int shade(double share) {
        double inside = Math.max(0, Math.min(1, share));
        return ColourMap.VIRIDIS.rgb(Math.round(inside * (SHADES - 1)) / (double) (SHADES - 1));
    }

    /** A bar beside the box that tells which colour is which value. */
    void colourBar(Rectangle box, double low, double high, String label) {
        Rectangle bar = new Rectangle(box.x + box.width + 14, box.y, 14, box.height);
        for (int y = 0; y < bar.height; y++) {
            pen.setColor(new Color(shade(1 - y / (bar.height - 1.0))));
            pen.fillRect(bar.x, bar.y + y, bar.width, 1);
        }
        pen.setColor(Palette.INK);
        right(bar, Tick.linear(low, high, 5), label);
    }

    /** Marks and words under the box. */
    void bottom(Rectangle box, List<Tick> ticks, String label) {
        int y = box.y + box.height;
        pen.setFont(Palette.SMALL);
        for (Tick tick : ticks) {
            int x = (int) Math.round(box.x + tick.at() * box.width);
            pen.fillRect(x, y, 1, TICK);
            centred(tick.label(), x, y + TICK + 13);
        }
        pen.setFont(Palette.TEXT);
        centred(label, (int) box.getCenterX(), y + TICK + 33);
    }

    /** Marks and words left of the box. */
    void left(Rectangle box, List<Tick> ticks, String label) {
        int widest = 0;
        pen.setFont(Palette.SMALL);
        for (Tick tick : ticks) {
            int y = height(box, tick);
            pen.fillRect(box.x - TICK, y, TICK, 1);
            int width = pen.getFontMetrics().stringWidth(tick.label());
            pen.drawString(tick.label(), box.x - TICK - 4 - width, y + 4);
            widest = Math.max(widest, width);
        }
        upright(label, box.x - TICK - widest - 13, (int) box.getCenterY());
    }

    /** The width of the longest of an axis' words. */
    int widest(List<String> words) {
        FontMetrics metrics = pen.getFontMetrics(Palette.SMALL);
        return words.stream().mapToInt(metrics::stringWidth).max().orElse(0);
    }

    /** Marks and words right of the box. */
    void right(Rectangle box, List<Tick> ticks, String label) {
        int widest = 0;
        int edge = box.x + box.width;
        pen.setFont(Palette.SMALL);
        for (Tick tick : ticks) {
            int y = height(box, tick);
            pen.fillRect(edge, y, TICK, 1);
            pen.drawString(tick.label(), edge + TICK + 4, y + 4);
            widest = Math.max(widest, pen.getFontMetrics().stringWidth(tick.label()));
        }
        upright(label, edge + TICK + widest + 19, (int) box.getCenterY());
    }

    /** The box's edges, and words above it, cut to its width. */
    void title(Rectangle box, String title) {
        edges(box);
        pen.setFont(Palette.TEXT);
        centred(fitted(title, box.width), (int) box.getCenterX(), box.y - 7);
    }

    /** Thin lines left of and under the box. */
    void edges(Rectangle box) {
        pen.fillRect(box.x - 1, box.y, 1, box.height + 1);
        pen.fillRect(box.x - 1, box.y + box.height, box.width + 1, 1);
    }

    private static int height(Rectangle box, Tick tick) {
        return (int) Math.round(box.y + box.height * (1 - tick.at()) - (tick.at() > 0.999 ? 0 : 1));
    }

    void centred(String text, int x, int y) {
        pen.drawString(text, x - pen.getFontMetrics().stringWidth(text) / 2, y);
    }

    /** Cuts the text to a width, in the pen's font. */
    String fitted(String text, int width) {
        FontMetrics metrics = pen.getFontMetrics();
        String cut = text;
        while (cut.length() > 1 && metrics.stringWidth(cut) > width) {
            cut = cut.substring(0, cut.length() - 2) + "…";
        }
        return cut;
    }

    private void upright(String text, int x, int y) {
        pen.setFont(Palette.TEXT);
        turned(text, x, y + pen.getFontMetrics().stringWidth(text) / 2, -90);
    }

    /** Text that starts at a point and runs at an angle, in degrees clockwise. */
    void turned(String text, int x, int y, double degrees) {
        AffineTransform straight = pen.getTransform();
        pen.translate(x, y);
        pen.rotate(Math.toRadians(degrees));
        pen.drawString(text, 0, 0);
        pen.setTransform(straight);
    }

    /** A round mark. */
    void dot(int x, int y) {
        pen.setColor(Palette.VERMILION.darker());
        pen.fillOval(x - 4, y - 4, 9, 9);
        pen.setColor(Palette.INK);
    }

    /** A line through the box, nothing beyond its edges. */
    void line(Rectangle box, Shape line, Color colour, float width, boolean dashed) {
        pen.clipRect(box.x - 1, box.y - 2, box.width + 3, box.height + 3);
        pen.setColor(colour);
        pen.setStroke(new BasicStroke(
                width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashed ? new float[] {6, 4} : null, 0));
        pen.draw(line);
        pen.setClip(null);
        pen.setColor(Palette.INK);
    }

    /** A line with a dark outline, to be seen on any ground; not smoothed, which keeps the picture's colours few. */
    void outlined(Rectangle box, Shape line, Color colour) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        line(box, line, Palette.INK, 4, false);
        line(box, line, colour, 2, false);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /** A legend's entry for an outlined line; returns where the next one goes. */
    int key(int x, int y, String name, Color colour) {
        pen.fillRect(x, y - 3, 24, 6);
        pen.setColor(colour);
        pen.fillRect(x + 1, y - 2, 22, 4);
        pen.setColor(Palette.INK);
        pen.setFont(Palette.SMALL);
        pen.drawString(name, x + 30, y + 4);
        return x + 48 + pen.getFontMetrics().stringWidth(name);
    }
}
