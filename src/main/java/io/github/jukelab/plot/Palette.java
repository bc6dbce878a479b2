package io.github.jukelab.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;

/** The colours and fonts of all plots. */
final class Palette {

    static final Color INK = new Color(0x222222);
    static final Color FAINT = new Color(0xDDDDDD);
    /** Okabe and Ito's colours, without the yellow that is too light on white. */
    static final Color BLUE = new Color(0x0072B2);

    static final Color VERMILION = new Color(0xD55E00);
    static final Color GREY = new Color(0x777777);
    static final Color PALE_BLUE = new Color(0xA6CBE3);
    private static final Color[] LINES = {
        BLUE,
        VERMILION,
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0x000000),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        GREY
    };

    /** Colours that stand out from viridis when they have a dark outline. */
    private static final Color[] OVER_HEAT = {Color.WHITE, new Color(0xFF7F50), new Color(0xFFB6E1)};

    /** Shades per colour: few, so that the file stays small. */
    private static final int SHADES = 16;

    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, false);

    /** If DejaVu Sans is missing, Java uses its default sans-serif font. */
    static final Font SMALL = new Font("DejaVu Sans", Font.PLAIN, 12);

    static final Font TEXT = SMALL.deriveFont(13f);

    /** The smallest size of a text that shrinks. */
    private static final float LEAST = 10;

    private Palette() {}

    /** The number of different line colours. */
    static int lines() {
        return LINES.length;
    }

    /**
     * Checks that each line has a colour and a name.
     *
     * @throws IllegalArgumentException if there is no line, or there are too many, or other numbers of names
     */
    static void requireNamedLines(String lines, int count, int names) {
        if (count == 0 || count > lines() || names != count) {
            throw new IllegalArgumentException("there must be 1 to " + lines() + " " + lines
                    + " and a name for each, got " + count + " " + lines + " and " + names + " names");
        }
    }

    /** The colour of a line, counted from 0. */
    static Color line(int index) {
        return LINES[index];
    }

    /** The colour of a line over a heat map, counted from 0; three are different. */
    static Color overHeat(int index) {
        return OVER_HEAT[index % OVER_HEAT.length];
    }

    /** White for 0, blue for 1 and vermilion for −1, in few shades for a small file. */
    static Color diverging(double value) {
        double size = Math.round(Math.min(1, Math.abs(value)) * SHADES) / (double) SHADES;
        Color full = value > 0 ? BLUE : VERMILION;
        return new Color(mixed(full.getRed(), size), mixed(full.getGreen(), size), mixed(full.getBlue(), size));
    }

    private static int mixed(int channel, double size) {
        return (int) Math.round(255 + (channel - 255) * size);
    }

    /** The width of a text, in pixels. */
    static int width(String text, Font font) {
        return (int) Math.round(font.getStringBounds(text, SMOOTH).getWidth());
    }

    /** The largest font in which a text has a width, in pixels; the smallest one if it has it in none. */
    static Font fitting(String text, int width) {
        Font font = TEXT;
        while (width(text, font) > width && font.getSize2D() > LEAST) {
            font = font.deriveFont(font.getSize2D() - 0.5f);
        }
        return font;
    }

    /** Cuts a text to a width, in pixels. */
    static String fitted(String text, Font font, int width) {
        String cut = text;
        while (cut.length() > 1 && width(cut, font) > width) {
            cut = cut.substring(0, cut.length() - 2) + "…";
        }
        return cut;
    }
}
