package io.github.jukelab.plot;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.image.Pixels;
import io.github.jukelab.image.Png;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A picture and its alternative text. Immutable.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Figure {

    /** How many of the most frequent colours are kept: more than the areas of a plot have. */
    private static final int OPAQUE = 0xFF000000;

    private static final int AREAS = 64;

    private final BufferedImage image;
    private final String alternativeText;
    private final Supplier<List<? extends Chart<?, ?>>> charts;

    private Figure(BufferedImage image, String alternativeText, Supplier<List<? extends Chart<?, ?>>> charts) {
        if (alternativeText.isBlank()) {
            throw new IllegalArgumentException("a figure needs an alternative text, got a blank one");
        }
        this.image = image;
        this.alternativeText = alternativeText;
        this.charts = charts;
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
        return new Figure(copy(image), alternativeText, List::of);
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
        BufferedImage drawn = drawn(chart);
        return new Figure(chart instanceof ChartText.Described ? coarsened(drawn) : drawn, alternativeText, List::of);
    }

    /**
     * A figure of your own chart, with a text made from its title, axes and series; a chart that comes from a figure
     * keeps the text of that figure.
     *
     * @param chart drawn once, now
     * @return the figure
     */
    public static Figure of(Chart<?, ?> chart) {
        return of(chart, ChartText.of(chart));
    }

    /** A figure of one of our plots, painted with few colours. */
    static Figure painted(BufferedImage image, String alternativeText) {
        return new Figure(coarsened(image), alternativeText, List::of);
    }

    /** A figure of charts made anew at each call. */
    static Figure charted(String alternativeText, Supplier<List<? extends Chart<?, ?>>> charts) {
        return new Figure(coarsened(drawn(new Panels(charts.get()))), alternativeText, charts);
    }

    private static BufferedImage drawn(IChart chart) {
        return copy(BitmapEncoder.getBufferedImage(chart));
    }

    /**
     * The chart of a figure that XChart draws as one chart, to be styled or extended with the methods of that library:
     * a confusion matrix is an {@link org.knowm.xchart.HeatMapChart}, all others are an {@link
     * org.knowm.xchart.XYChart}. It shows in a cell like a figure, with the same alternative text.
     *
     * <p>Example: {@code var chart = (XYChart) figure.chart(); chart.getStyler().setXAxisMax(2000.0); chart}.
     *
     * @return a new chart at each call; a chart must not be used by several threads at once
     * @throws IllegalStateException if the figure has no chart or several, see {@link #charts()}
     */
    public Chart<?, ?> chart() {
        List<? extends Chart<?, ?>> all = charts.get();
        if (all.size() != 1) {
            throw new IllegalStateException(
                    all.isEmpty()
                            ? "this figure is not drawn by XChart and has no chart"
                            : "this figure has " + all.size() + " charts: take one of charts()");
        }
        return all.get(0);
    }

    /**
     * All charts of the figure, from left to right or from top to bottom. Training histories have two (loss, accuracy),
     * series have one per unit. Pictures, waveforms, spectrograms and other plots over time as colours, tempograms and
     * correlations are not drawn by XChart and have none.
     *
     * @return new charts at each call
     */
    public List<Chart<?, ?>> charts() {
        return List.copyOf(charts.get());
    }

    /**
     * Writes the figure to a file: PNG, or SVG if it is drawn by XChart. SVG needs the library VectorGraphics2D
     * ({@code de.erichseifert.vectorgraphics2d:VectorGraphics2D}), which is optional.
     *
     * @param file ends in {@code .png} or {@code .svg}; appears complete or not at all, and replaces an existing file
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the name has another ending
     * @throws IllegalStateException if SVG is asked of a figure without charts, or its library is missing
     */
    public void save(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".svg")) {
            throw new IllegalArgumentException("a figure can be saved as .png or .svg, got " + file);
        }
        byte[] bytes = name.endsWith(".png") ? png() : svg();
        AtomicFile.write(file, part -> Files.write(part, bytes));
    }

    private byte[] svg() throws IOException {
        List<? extends Chart<?, ?>> all = charts.get();
        if (all.isEmpty()) {
            throw new IllegalStateException(
                    "only a figure that is drawn by XChart can be saved as .svg, save this one as .png");
        }
        try {
            return ChartEncoder.getBytes(new Panels(all), "svg");
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "saving .svg needs the optional library de.erichseifert.vectorgraphics2d:VectorGraphics2D,"
                            + " which is not on the class path",
                    e);
        }
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

    /**
     * Antialiased edges have hundreds of shades that no eye can distinguish. With 16 levels per channel the colours fit
     * a palette, and the file is half as large. The colours of areas, which are the most frequent ones, stay as they
     * are.
     */
    private static BufferedImage coarsened(BufferedImage image) {
        int[] pixels = Pixels.of(image);
        Map<Integer, Integer> counts = counts(pixels);
        Set<Integer> kept = counts.keySet().stream()
                .sorted(Comparator.comparing(counts::get).reversed())
                .limit(AREAS)
                .collect(Collectors.toSet());
        int before = 0;
        int after = 0;
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i] | OPAQUE;
            if (pixel != before) {
                before = pixel;
                after = kept.contains(pixel) ? pixel : coarse(pixel);
            }
            pixels[i] = after;
        }
        return image;
    }

    /** How often each colour occurs; counted by runs of equal pixels, which are long in a chart. */
    private static Map<Integer, Integer> counts(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        int start = 0;
        for (int i = 1; i <= pixels.length; i++) {
            if (i == pixels.length || pixels[i] != pixels[start]) {
                counts.merge(pixels[start] | OPAQUE, i - start, Integer::sum);
                start = i;
            }
        }
        return counts;
    }

    private static int coarse(int rgb) {
        int coarse = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int channel = (rgb >> shift) & 0xFF;
            coarse |= 17 * ((channel + 8) / 17) << shift;
        }
        return coarse;
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
