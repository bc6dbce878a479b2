package io.github.jukelab.plot;

import io.github.jukelab.image.ColourMap;
import io.github.jukelab.image.Pixels;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** A white image on which boxes with axes are drawn: what all plots here have in common. */
final class Canvas {

    static final int WIDTH = 800;
    static final int HEIGHT = 360;
    /** Colours of a heat map: few enough for a small file, enough that no steps are visible (2 dB of 80). */
    private static final int SHADES = 41;

    private static final int[] COLOURS = IntStream.range(0, SHADES)
            .map(i -> ColourMap.VIRIDIS.rgb(i / (double) (SHADES - 1)))
            .toArray();

    private static final int TICK = 5;

    private final BufferedImage image;
    private final Graphics2D graphics;

    Canvas(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setFont(Palette.TEXT);
        graphics.setColor(Palette.INK);
    }

    Figure figure(String alternativeText) {
        graphics.dispose();
        return Figure.painted(image, alternativeText);
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** Fills the box with the matrix, row 0 at the bottom, in colours from {@code low} to {@code high}. */
    void heat(Rectangle box, Downsampled values, double low, double high) {
        int[] pixels = Pixels.of(image);
        for (int y = 0; y < box.height; y++) {
            int row = (box.height - 1 - y) * values.height() / box.height;
            int start = (box.y + y) * image.getWidth() + box.x;
            for (int x = 0; x < box.width; x++) {
                pixels[start + x] = shade((values.at(row, x) - low) / (high - low));
            }
        }
    }

    private static int shade(double share) {
        double inside = Math.max(0, Math.min(1, share));
        return COLOURS[(int) Math.round(inside * (SHADES - 1))];
    }

    /** A colour bar of heat right of the box, with an axis. */
    void colourBar(Rectangle box, double low, double high, String label) {
        colourBar(box, low, high, label, share -> new Color(shade(share)));
    }

    /** A colour bar right of the box, with an axis; its colours are from 0 at the bottom to 1. */
    void colourBar(Rectangle box, double low, double high, String label, DoubleFunction<Color> colours) {
        Rectangle bar = new Rectangle(box.x + box.width + 14, box.y, 14, box.height);
        for (int y = 0; y < bar.height; y++) {
            graphics.setColor(colours.apply(1 - y / (bar.height - 1.0)));
            graphics.fillRect(bar.x, bar.y + y, bar.width, 1);
        }
        graphics.setColor(Palette.INK);
        right(bar, Tick.linear(low, high, 5), label);
    }

    /** Ticks and label of the axis below the box. */
    void bottom(Rectangle box, List<Tick> ticks, String label) {
        int y = box.y + box.height;
        graphics.setFont(Palette.SMALL);
        for (Tick tick : ticks) {
            int x = (int) Math.round(box.x + tick.at() * box.width);
            graphics.fillRect(x, y, 1, TICK);
            centred(tick.label(), x, y + TICK + 13);
        }
        graphics.setFont(Palette.TEXT);
        centred(label, (int) box.getCenterX(), y + TICK + 33);
    }

    /** Ticks and label of the axis left of the box. */
    void left(Rectangle box, List<Tick> ticks, String label) {
        int widest = 0;
        graphics.setFont(Palette.SMALL);
        for (Tick tick : ticks) {
            int y = height(box, tick);
            graphics.fillRect(box.x - TICK, y, TICK, 1);
            int width = graphics.getFontMetrics().stringWidth(tick.label());
            graphics.drawString(tick.label(), box.x - TICK - 4 - width, y + 4);
            widest = Math.max(widest, width);
        }
        vertical(label, box.x - TICK - widest - 13, (int) box.getCenterY());
    }

    /** Ticks and label of the axis right of the box. */
    void right(Rectangle box, List<Tick> ticks, String label) {
        int widest = 0;
        int edge = box.x + box.width;
        graphics.setFont(Palette.SMALL);
        for (Tick tick : ticks) {
            int y = height(box, tick);
            graphics.fillRect(edge, y, TICK, 1);
            graphics.drawString(tick.label(), edge + TICK + 4, y + 4);
            widest = Math.max(widest, graphics.getFontMetrics().stringWidth(tick.label()));
        }
        vertical(label, edge + TICK + widest + 19, (int) box.getCenterY());
    }

    /** The box's edges, and a title above it: if it is wider than the box, in smaller letters, and cut at last. */
    void title(Rectangle box, String title) {
        edges(box);
        centred(fitted(title, box.width), (int) box.getCenterX(), box.y - 7);
    }

    /** A title above the box that begins at its left edge: if it is wider than it may be, smaller, and cut at last. */
    void heading(Rectangle box, String title, int width) {
        graphics.drawString(fitted(title, width), box.x, box.y - 7);
    }

    private String fitted(String text, int width) {
        Font font = Palette.fitting(text, width);
        graphics.setFont(font);
        return Palette.fitted(text, font, width);
    }

    /** Thin lines left of the box and below it. */
    void edges(Rectangle box) {
        graphics.fillRect(box.x - 1, box.y, 1, box.height + 1);
        graphics.fillRect(box.x - 1, box.y + box.height, box.width + 1, 1);
    }

    private static int height(Rectangle box, Tick tick) {
        return (int) Math.round(box.y + box.height * (1 - tick.at()) - (tick.at() > 0.999 ? 0 : 1));
    }

    void centred(String text, int x, int y) {
        graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text) / 2, y);
    }

    private void vertical(String text, int x, int y) {
        graphics.setFont(Palette.TEXT);
        AffineTransform straight = graphics.getTransform();
        graphics.translate(x, y + graphics.getFontMetrics().stringWidth(text) / 2);
        graphics.rotate(-Math.PI / 2);
        graphics.drawString(text, 0, 0);
        graphics.setTransform(straight);
    }

    /** A round mark. */
    void dot(int x, int y) {
        graphics.setColor(Palette.VERMILION.darker());
        graphics.fillOval(x - 4, y - 4, 9, 9);
        graphics.setColor(Palette.INK);
    }

    /** A line in the box, clipped at its edges. */
    void line(Rectangle box, Shape line, Color colour, float width) {
        graphics.clipRect(box.x - 1, box.y - 2, box.width + 3, box.height + 3);
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(line);
        graphics.setClip(null);
        graphics.setColor(Palette.INK);
    }

    /** A line with a dark outline, visible on any background; not antialiased, so that the colours stay few. */
    void outlined(Rectangle box, Shape line, Color colour) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        line(box, line, Palette.INK, 4);
        line(box, line, colour, 2);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /** Draws the legend entry of an outlined line; returns the x of the next entry. */
    int legendEntry(int x, int y, String name, Color colour) {
        graphics.fillRect(x, y - 3, 24, 6);
        graphics.setColor(colour);
        graphics.fillRect(x + 1, y - 2, 22, 4);
        graphics.setColor(Palette.INK);
        graphics.setFont(Palette.SMALL);
        graphics.drawString(name, x + 30, y + 4);
        return x + 48 + graphics.getFontMetrics().stringWidth(name);
    }
}
