package io.github.jukelab.plot;

import java.awt.BasicStroke;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Picture of one measure of many songs: a row a label, a box from quarter to quarter, rings for what lies far out. */
final class BoxPlot {

    private static final int ROW = 30;
    private static final int LEFT = 130;
    private static final int RING = 5;
    /** Tukey's: how many heights of the box a whisker may be long. */
    private static final double WHISKER = 1.5;

    private BoxPlot() {}

    static Figure of(String axis, Map<String, double[]> values) {
        double[] all = values.values().stream()
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        if (all.length == 0 || !Double.isFinite(all[0]) || !Double.isFinite(all[all.length - 1])) {
            throw new IllegalArgumentException(
                    "values by label must be finite and at least one, got " + all.length + " for " + values.keySet());
        }
        double room = all[all.length - 1] > all[0] ? (all[all.length - 1] - all[0]) / 25 : 1;
        double low = all[0] - room;
        double high = all[all.length - 1] + room;
        Rectangle box = new Rectangle(LEFT, 12, Raster.WIDTH - LEFT - 24, ROW * values.size());
        Raster sheet = new Raster(Raster.WIDTH, box.y + box.height + 60);
        List<String> labels = new ArrayList<>(values.keySet());
        for (int i = 0; i < labels.size(); i++) {
            Rectangle row = new Rectangle(box.x, box.y + i * ROW, box.width, ROW);
            double[] sorted = Arrays.stream(values.get(labels.get(i))).sorted().toArray();
            if (sorted.length > 0) {
                row(sheet, row, sorted, low, high);
            }
            name(sheet, row, labels.get(i));
        }
        sheet.edges(box);
        sheet.bottom(box, Tick.linear(low, high, 8), axis);
        return sheet.figure(axis + ", " + all.length + " values of " + labels.size() + " labels, as boxes. "
                + labels.stream().map(label -> text(label, values.get(label))).collect(Collectors.joining("; ")));
    }

    private static void row(Raster sheet, Rectangle row, double[] sorted, double low, double high) {
        double quarter = at(sorted, 0.25);
        double three = at(sorted, 0.75);
        double reach = WHISKER * (three - quarter);
        double[] inside = Arrays.stream(sorted)
                .filter(value -> value >= quarter - reach && value <= three + reach)
                .toArray();
        int middle = (int) row.getCenterY();
        int left = place(row, quarter, low, high);
        int right = place(row, three, low, high);
        int from = place(row, inside[0], low, high);
        int to = place(row, inside[inside.length - 1], low, high);
        sheet.pen().setColor(Palette.BLUE);
        sheet.pen().fillRect(from, middle, to - from + 1, 1);
        sheet.pen().fillRect(from, middle - 4, 1, 9);
        sheet.pen().fillRect(to, middle - 4, 1, 9);
        sheet.pen().setColor(Palette.PALE_BLUE);
        sheet.pen().fillRect(left, row.y + 6, Math.max(1, right - left), ROW - 12);
        sheet.pen().setColor(Palette.BLUE);
        sheet.pen().setStroke(new BasicStroke(1));
        Arrays.stream(sorted)
                .filter(value -> value < quarter - reach || value > three + reach)
                .forEach(value ->
                        sheet.pen().drawOval(place(row, value, low, high) - RING / 2, middle - RING / 2, RING, RING));
        sheet.pen().setColor(Palette.VERMILION);
        sheet.pen().fillRect(place(row, at(sorted, 0.5), low, high) - 1, row.y + 4, 3, ROW - 8);
    }

    private static void name(Raster sheet, Rectangle row, String label) {
        sheet.pen().setColor(Palette.INK);
        sheet.pen().setFont(Palette.TEXT);
        String name = sheet.fitted(label, LEFT - 20);
        int width = sheet.pen().getFontMetrics().stringWidth(name);
        sheet.pen().drawString(name, row.x - 10 - width, (int) row.getCenterY() + 5);
    }

    private static int place(Rectangle row, double value, double low, double high) {
        return (int) Math.round(row.x + row.width * (value - low) / (high - low));
    }

    /** Linear between neighbours. */
    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static String text(String label, double[] values) {
        if (values.length == 0) {
            return label + ": none";
        }
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%s: half from %.4g to %.4g, median %.4g",
                label,
                at(sorted, 0.25),
                at(sorted, 0.75),
                at(sorted, 0.5));
    }
}
