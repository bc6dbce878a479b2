package io.github.jukelab.plot;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What pictures of one measure of many tracks have in common: a row per label, its name on the left, one axis below. */
final class LabelRows {

    /** How the values of one label are drawn and said. */
    interface Style {
        /** Draws them into their row. */
        void draw(Canvas sheet, Rectangle row, double[] values, Span span);

        /** Says them in a few words; there is at least one. */
        String text(double[] values);
    }

    /** What the axis reaches from and to. */
    record Span(double low, double high) {

        /** The column of a value. */
        int place(Rectangle row, double value) {
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
        Canvas sheet = new Canvas(Canvas.WIDTH, box.y + box.height + 60);
        List<String> labels = new ArrayList<>(values.keySet());
        for (int i = 0; i < labels.size(); i++) {
            Rectangle row = new Rectangle(box.x, box.y + i * ROW, box.width, ROW);
            style.draw(sheet, row, values.get(labels.get(i)), span);
            name(sheet, row, labels.get(i));
        }
        sheet.edges(box);
        sheet.bottom(box, Tick.linear(span.low, span.high, 8), axis);
        return sheet.figure(axis + ", " + all.length + " values of " + labels.size() + " labels" + form + ". "
                + labels.stream()
                        .map(label -> label + ": " + text(values.get(label), style))
                        .collect(Collectors.joining("; ")));
    }

    /** A little more than from the least to the largest. */
    private static Span span(double[] sorted, Map<String, double[]> values) {
        int last = sorted.length - 1;
        if (sorted.length == 0 || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[last])) {
            throw new IllegalArgumentException("values by label must be finite and at least one, got " + sorted.length
                    + " for " + values.keySet());
        }
        double room = sorted[last] > sorted[0] ? (sorted[last] - sorted[0]) / 25 : 1;
        return new Span(sorted[0] - room, sorted[last] + room);
    }

    private static void name(Canvas sheet, Rectangle row, String label) {
        sheet.pen().setColor(Palette.INK);
        sheet.pen().setFont(Palette.TEXT);
        String name = sheet.fitted(label, LEFT - 20);
        int width = sheet.pen().getFontMetrics().stringWidth(name);
        sheet.pen().drawString(name, row.x - 10 - width, (int) row.getCenterY() + 5);
    }

    private static String text(double[] values, Style style) {
        return values.length == 0 ? "none" : style.text(values);
    }
}
