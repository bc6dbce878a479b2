package io.github.jukelab.plot;

import io.github.jukelab.image.Png;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * A picture and its alternative text. Immutable.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Figure {

    private final BufferedImage image;
    private final String alternativeText;

    private Figure(BufferedImage image, String alternativeText) {
        this.image = image;
        this.alternativeText = alternativeText;
    }

    /**
     * A figure of an existing picture.
     *
     * @param image copied
     * @param alternativeText what it shows, with its numbers; not blank
     * @return the figure
     * @throws IllegalArgumentException if the text is blank
     */
    public static Figure of(BufferedImage image, String alternativeText) {
        if (alternativeText.isBlank()) {
            throw new IllegalArgumentException("a figure needs an alternative text, got a blank one");
        }
        return new Figure(copy(image), alternativeText);
    }

    /**
     * A figure of your own chart.
     *
     * @param chart drawn once, now
     * @param alternativeText what it shows, with its numbers; not blank
     * @return the figure
     * @throws IllegalArgumentException if the text is blank
     */
    public static Figure of(Chart<?, ?> chart, String alternativeText) {
        return of(BitmapEncoder.getBufferedImage(chart), alternativeText);
    }

    /**
     * A figure of your own chart, with a text made from its title, axes and series.
     *
     * @param chart drawn once, now
     * @return the figure
     */
    public static Figure of(Chart<?, ?> chart) {
        return of(chart, ChartText.of(chart));
    }

    /**
     * The picture.
     *
     * @return a copy
     */
    public BufferedImage image() {
        return copy(image);
    }

    /**
     * What the picture shows, with its numbers, for readers who cannot see it.
     *
     * @return one line
     */
    public String alternativeText() {
        return alternativeText;
    }

    /**
     * The picture as a PNG file. Pictures of at most 256 colours are written with a palette, which makes spectrograms a
     * third as large; no colour is changed.
     *
     * @return the file's bytes
     */
    public byte[] png() {
        return Png.smallest(image);
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return copy;
    }

    @Override
    public String toString() {
        return alternativeText;
    }
}
