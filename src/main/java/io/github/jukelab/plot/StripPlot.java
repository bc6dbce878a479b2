package io.github.jukelab.plot;

import java.awt.BasicStroke;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Picture of one measure of many songs: a row a label, a ring a song, a bar at the median. */
final class StripPlot {

    private static final int ROW = 30;
    private static final int LEFT = 130;
    private static final int RING = 9;

    private StripPlot() {}

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
            row(sheet, row, labels.get(i), values.get(labels.get(i)), low, high);
        }
        sheet.edges(box);
        sheet.bottom(box, Tick.linear(low, high, 8), axis);
        return sheet.figure(axis + ", " + all.length + " values of " + labels.size() + " labels. "
                + labels.stream().map(label -> text(label, values.get(label))).collect(Collectors.joining("; ")));
    }

    private static void row(Raster sheet, Rectangle row, String label, double[] values, double low, double high) {
        int middle = (int) row.getCenterY();
        sheet.pen().setColor(Palette.FAINT);
        sheet.pen().fillRect(row.x, middle, row.width, 1);
        sheet.pen().setColor(Palette.BLUE);
        sheet.pen().setStroke(new BasicStroke(1.5f));
        for (double value : values) {
            int x = place(row, value, low, high);
            sheet.pen().drawOval(x - RING / 2, middle - RING / 2, RING, RING);
        }
        sheet.pen().setColor(Palette.VERMILION);
        if (values.length > 0) {
            sheet.pen().fillRect(place(row, median(values), low, high) - 1, row.y + 4, 3, row.height - 8);
        }
        sheet.pen().setColor(Palette.INK);
        sheet.pen().setFont(Palette.TEXT);
        String name = sheet.fitted(label, LEFT - 20);
        int width = sheet.pen().getFontMetrics().stringWidth(name);
        sheet.pen().drawString(name, row.x - 10 - width, middle + 5);
    }

    private static int place(Rectangle row, double value, double low, double high) {
        return (int) Math.round(row.x + row.width * (value - low) / (high - low));
    }

    /** Of an even number the mean of the middle two. */
    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String text(String label, double[] values) {
        if (values.length == 0) {
            return label + ": none";
        }
        return String.format(
                Locale.ROOT,
                "%s: median %.4g, from %.4g to %.4g",
                label,
                median(values),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
    }
}
