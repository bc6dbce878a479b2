package io.github.jukelab.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * Text at any place of a chart and at any angle, in a font and a colour of its own. XChart's own annotations have one
 * font and one colour per chart and are horizontal and centred.
 */
final class TextAnnotation extends Annotation {

    private final String text;
    private final double x;
    private final double y;
    private final boolean byValue;
    private Font font = Palette.TEXT;
    private Color colour = Palette.INK;
    private int right;
    private int down;
    private double anchor;
    private double degrees;

    private TextAnnotation(String text, double x, double y, boolean byValue) {
        super(false);
        this.text = text;
        this.x = x;
        this.y = y;
        this.byValue = byValue;
    }

    /** Text that starts at a share of the plot's width and height, counted from its lower left corner. */
    static TextAnnotation within(String text, double x, double y) {
        return new TextAnnotation(text, x, y, false);
    }

    /** Text that starts at a value of the x axis, and at a share of the plot's height. */
    static TextAnnotation at(String text, double x, double y) {
        return new TextAnnotation(text, x, y, true);
    }

    TextAnnotation font(Font own) {
        font = own;
        return this;
    }

    TextAnnotation colour(Color own) {
        colour = own;
        return this;
    }

    /** Moves the text, in pixels. */
    TextAnnotation moved(int toTheRight, int downwards) {
        right = toTheRight;
        down = downwards;
        return this;
    }

    /** The text is centred at its place. */
    TextAnnotation centred() {
        anchor = 0.5;
        return this;
    }

    /** The text ends at its place. */
    TextAnnotation rightAligned() {
        anchor = 1;
        return this;
    }

    /** Turns the text around its place, in degrees clockwise. */
    TextAnnotation turned(double clockwise) {
        degrees = clockwise;
        return this;
    }

    @Override
    public void paint(Graphics2D graphics) {
        if (!isVisible) {
            return;
        }
        AffineTransform straight = graphics.getTransform();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(font);
        graphics.setColor(colour);
        graphics.translate(screenX() + right, screenY() + down);
        graphics.rotate(Math.toRadians(degrees));
        graphics.drawString(text, (int) Math.round(-anchor * Palette.width(text, font)), 0);
        graphics.setTransform(straight);
    }

    private int screenX() {
        int left = getXAxisScreenValueForMin();
        return byValue ? getXAxisScreenValue(x) : (int) Math.round(left + x * (getXAxisScreenValueForMax() - left));
    }

    /** By share: XChart gives no place for a value in a low plot. Its "max" is the lower end, as it counts pixels. */
    private int screenY() {
        int bottom = getYAxisScreenValueForMax();
        return (int) Math.round(bottom - y * (bottom - getYAxisScreenValueForMin()));
    }
}
