package io.github.jukelab.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
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
        BufferedImage written = indexed();
        ImageWriter writer =
                ImageIO.getImageWriters(new ImageTypeSpecifier(written), "png").next();
        ImageWriteParam best = writer.getDefaultWriteParam();
        best.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        best.setCompressionQuality(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(written, null, null), best);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private BufferedImage indexed() {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Map<Integer, Integer> indices = new HashMap<>();
        int[] palette = new int[256];
        for (int i = 0; i < pixels.length; i++) {
            Integer index = indices.get(pixels[i]);
            if (index == null) {
                index = indices.size();
                if (index == palette.length) {
                    return image;
                }
                palette[index] = pixels[i];
                indices.put(pixels[i], index);
            }
            pixels[i] = index;
        }
        IndexColorModel colours = new IndexColorModel(8, indices.size(), palette, 0, false, -1, 0);
        BufferedImage small =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        small.getRaster().setPixels(0, 0, image.getWidth(), image.getHeight(), pixels);
        return small;
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
