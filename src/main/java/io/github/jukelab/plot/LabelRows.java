package io.github.jukelab.plot;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What plots of one measure by label have in common: a row per label, its name on the left, one axis below. */
final class LabelRows {

    /** How the values of one label are drawn and described. */
    interface Style {
        /** Draws the values into their row. */
        void draw(Canvas canvas, Rectangle row, double[] values, Span span);

        /** Describes the values in a few words; there is at least one. */
        String text(double[] values);
    }

    /** The range of the axis. */
    record Span(double low, double high) {

        /** The column of a value, in pixels. */
        int x(Rectangle row, double value) {
            return (int) Math.round(row.x + row.width * (value - low) / (high - low));
        }
    }

    private static final int ROW = 30;
    private static final int LEFT = 130;

    private LabelRows() {}

    static Figure of(String axis, Map<String, double[]> values, String form, Style style) {
        double[] all = values.values().stream()
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        Span span = span(all, values);
        Rectangle box = new Rectangle(LEFT, 12, Canvas.WIDTH - LEFT - 24, ROW * values.size());
        Canvas canvas = new Canvas(Canvas.WIDTH, box.y + box.height + 60);
        List<String> labels = new ArrayList<>(values.keySet());
        for (int i = 0; i < labels.size(); i++) {
            Rectangle row = new Rectangle(box.x, box.y + i * ROW, box.width, ROW);
            style.draw(canvas, row, values.get(labels.get(i)), span);
            name(canvas, row, labels.get(i));
        }
        canvas.edges(box);
        canvas.bottom(box, Tick.linear(span.low, span.high, 8), axis);
        return canvas.figure(axis + ", " + all.length + " values of " + labels.size() + " labels" + form + ". "
                + labels.stream()
                        .map(label -> label + ": " + text(values.get(label), style))
                        .collect(Collectors.joining("; ")));
    }

    /** From the smallest to the largest value, with a margin. */
    private static Span span(double[] sorted, Map<String, double[]> values) {
        int last = sorted.length - 1;
        if (sorted.length == 0 || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[last])) {
            throw new IllegalArgumentException("values by label must be finite and at least one, got " + sorted.length
                    + " for " + values.keySet());
        }
        double margin = sorted[last] > sorted[0] ? (sorted[last] - sorted[0]) / 25 : 1;
        return new Span(sorted[0] - margin, sorted[last] + margin);
    }

    private static void name(Canvas canvas, Rectangle row, String label) {
        canvas.graphics().setColor(Palette.INK);
        canvas.graphics().setFont(Palette.TEXT);
        String name = canvas.fitted(label, LEFT - 20);
        int width = canvas.graphics().getFontMetrics().stringWidth(name);
        canvas.graphics().drawString(name, row.x - 10 - width, (int) row.getCenterY() + 5);
    }

    private static String text(double[] values, Style style) {
        return values.length == 0 ? "no values" : style.text(values);
    }
}
