package io.github.jukelab.plot;

import io.github.jukelab.plot.LabelRows.Span;
import java.awt.BasicStroke;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Picture of one measure of many tracks: a row per label, a box from quarter to quarter, rings for what lies far out. */
final class BoxPlot implements LabelRows.Style {

    private static final int RING = 5;
    /** Tukey's: how many heights of the box a whisker may be long. */
    private static final double WHISKER = 1.5;

    private BoxPlot() {}

    static Figure of(String axis, Map<String, double[]> values) {
        return LabelRows.of(axis, values, ", as boxes", new BoxPlot());
    }

    @Override
    public void draw(Canvas sheet, Rectangle row, double[] values, Span span) {
        if (values.length > 0) {
            draw(sheet, row, span, Arrays.stream(values).sorted().toArray());
        }
    }

    private static void draw(Canvas sheet, Rectangle row, Span span, double[] sorted) {
        double quarter = at(sorted, 0.25);
        double three = at(sorted, 0.75);
        double reach = WHISKER * (three - quarter);
        double[] inside = Arrays.stream(sorted)
                .filter(value -> value >= quarter - reach && value <= three + reach)
                .toArray();
        int middle = (int) row.getCenterY();
        int left = span.place(row, quarter);
        int right = span.place(row, three);
        int from = span.place(row, inside[0]);
        int to = span.place(row, inside[inside.length - 1]);
        sheet.pen().setColor(Palette.BLUE);
        sheet.pen().fillRect(from, middle, to - from + 1, 1);
        sheet.pen().fillRect(from, middle - 4, 1, 9);
        sheet.pen().fillRect(to, middle - 4, 1, 9);
        sheet.pen().setColor(Palette.PALE_BLUE);
        sheet.pen().fillRect(left, row.y + 6, Math.max(1, right - left), row.height - 12);
        sheet.pen().setColor(Palette.BLUE);
        sheet.pen().setStroke(new BasicStroke(1));
        Arrays.stream(sorted)
                .filter(value -> value < quarter - reach || value > three + reach)
                .forEach(value ->
                        sheet.pen().drawOval(span.place(row, value) - RING / 2, middle - RING / 2, RING, RING));
        sheet.pen().setColor(Palette.VERMILION);
        sheet.pen().fillRect(span.place(row, at(sorted, 0.5)) - 1, row.y + 4, 3, row.height - 8);
    }

    /** Linear between neighbours. */
    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public String text(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "half from %.4g to %.4g, median %.4g",
                at(sorted, 0.25),
                at(sorted, 0.75),
                at(sorted, 0.5));
    }
}
