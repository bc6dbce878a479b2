package io.github.jukelab.plot;

import io.github.jukelab.plot.LabelRows.Span;
import java.awt.BasicStroke;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Strip plot of one measure: a row per label, a ring per track, a bar at the median. */
final class StripPlot implements LabelRows.Style {

    private static final int RING = 9;

    private StripPlot() {}

    static Figure of(String axis, Map<String, double[]> values) {
        return LabelRows.of(axis, values, "", new StripPlot());
    }

    @Override
    public void draw(Canvas canvas, Rectangle row, double[] values, Span span) {
        int middle = (int) row.getCenterY();
        canvas.graphics().setColor(Palette.FAINT);
        canvas.graphics().fillRect(row.x, middle, row.width, 1);
        canvas.graphics().setColor(Palette.BLUE);
        canvas.graphics().setStroke(new BasicStroke(1.5f));
        for (double value : values) {
            int x = span.x(row, value);
            canvas.graphics().drawOval(x - RING / 2, middle - RING / 2, RING, RING);
        }
        canvas.graphics().setColor(Palette.VERMILION);
        if (values.length > 0) {
            canvas.graphics().fillRect(span.x(row, median(values)) - 1, row.y + 4, 3, row.height - 8);
        }
    }

    /** For an even number of values, the mean of the middle two. */
    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    @Override
    public String text(double[] values) {
        return String.format(
                Locale.ROOT,
                "median %.4g, from %.4g to %.4g",
                median(values),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
    }
}
