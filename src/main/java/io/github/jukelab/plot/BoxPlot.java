package io.github.jukelab.plot;

import io.github.jukelab.plot.LabelRows.Span;
import java.awt.BasicStroke;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Box plot of one measure: a row per label, a box from the first to the third quartile, rings for outliers. */
final class BoxPlot implements LabelRows.Style {

    private static final int RING = 5;
    /** Tukey's: the longest whisker, in lengths of the box. */
    private static final double WHISKER = 1.5;

    private BoxPlot() {}

    static Figure of(String axis, Map<String, double[]> values) {
        return LabelRows.of(axis, values, ", box plot", new BoxPlot());
    }

    @Override
    public void draw(Canvas canvas, Rectangle row, double[] values, Span span) {
        if (values.length > 0) {
            draw(canvas, row, span, Arrays.stream(values).sorted().toArray());
        }
    }

    private static void draw(Canvas canvas, Rectangle row, Span span, double[] sorted) {
        double first = quantile(sorted, 0.25);
        double third = quantile(sorted, 0.75);
        double reach = WHISKER * (third - first);
        double[] inside = Arrays.stream(sorted)
                .filter(value -> value >= first - reach && value <= third + reach)
                .toArray();
        int middle = (int) row.getCenterY();
        int left = span.x(row, first);
        int right = span.x(row, third);
        int from = span.x(row, inside[0]);
        int to = span.x(row, inside[inside.length - 1]);
        canvas.graphics().setColor(Palette.BLUE);
        canvas.graphics().fillRect(from, middle, to - from + 1, 1);
        canvas.graphics().fillRect(from, middle - 4, 1, 9);
        canvas.graphics().fillRect(to, middle - 4, 1, 9);
        canvas.graphics().setColor(Palette.PALE_BLUE);
        canvas.graphics().fillRect(left, row.y + 6, Math.max(1, right - left), row.height - 12);
        canvas.graphics().setColor(Palette.BLUE);
        canvas.graphics().setStroke(new BasicStroke(1));
        Arrays.stream(sorted)
                .filter(value -> value < first - reach || value > third + reach)
                .forEach(value ->
                        canvas.graphics().drawOval(span.x(row, value) - RING / 2, middle - RING / 2, RING, RING));
        canvas.graphics().setColor(Palette.VERMILION);
        canvas.graphics().fillRect(span.x(row, quantile(sorted, 0.5)) - 1, row.y + 4, 3, row.height - 8);
    }

    /** Interpolated linearly. */
    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public String text(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "quartiles %.4g and %.4g, median %.4g",
                quantile(sorted, 0.25),
                quantile(sorted, 0.75),
                quantile(sorted, 0.5));
    }
}
