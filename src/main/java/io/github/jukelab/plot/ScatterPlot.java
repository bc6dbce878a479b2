package io.github.jukelab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Picture of many tracks in a plane: a mark a track, its colour and form by label, a large mark at each label's mean. */
final class ScatterPlot {

    private static final int SMALL = 5;
    private static final int LARGE = 15;

    private ScatterPlot() {}

    static Figure of(String xAxis, String yAxis, Map<String, double[][]> points) {
        double[] x = range(points, 0);
        double[] y = range(points, 1);
        Rectangle box = new Rectangle(76, 12, 560, 440);
        Canvas sheet = new Canvas(Canvas.WIDTH, box.y + box.height + 60);
        List<String> labels = new ArrayList<>(points.keySet());
        for (int i = 0; i < labels.size(); i++) {
            for (double[] point : points.get(labels.get(i))) {
                mark(sheet.pen(), i, place(box, point, x, y), SMALL);
            }
        }
        for (int i = 0; i < labels.size(); i++) {
            double[][] own = points.get(labels.get(i));
            if (own.length > 0) {
                mean(sheet.pen(), i, place(box, mean(own), x, y));
            }
            key(sheet, i, labels.get(i), box.x + box.width + 20, box.y + 14 + 24 * i);
        }
        sheet.pen().setColor(Palette.INK);
        sheet.edges(box);
        sheet.bottom(box, Tick.linear(x[0], x[1], 8), xAxis);
        sheet.left(box, Tick.linear(y[0], y[1], 8), yAxis);
        return sheet.figure(text(xAxis, yAxis, points));
    }

    /** With some room at both ends. */
    private static double[] range(Map<String, double[][]> points, int axis) {
        double[] sorted = points.values().stream()
                .flatMap(Arrays::stream)
                .mapToDouble(point -> point[axis])
                .sorted()
                .toArray();
        if (sorted.length == 0 || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("points by label must be finite and at least one, got " + sorted.length
                    + " for " + points.keySet());
        }
        double room = Math.max((sorted[sorted.length - 1] - sorted[0]) / 25, 1e-9);
        return new double[] {sorted[0] - room, sorted[sorted.length - 1] + room};
    }

    private static int[] place(Rectangle box, double[] point, double[] x, double[] y) {
        return new int[] {
            (int) Math.round(box.x + box.width * (point[0] - x[0]) / (x[1] - x[0])),
            (int) Math.round(box.y + box.height * (y[1] - point[1]) / (y[1] - y[0]))
        };
    }

    private static double[] mean(double[][] points) {
        return new double[] {
            Arrays.stream(points).mapToDouble(point -> point[0]).average().orElseThrow(),
            Arrays.stream(points).mapToDouble(point -> point[1]).average().orElseThrow()
        };
    }

    /** Labels beyond the colours take them again as hollow squares. */
    private static void mark(Graphics2D pen, int label, int[] at, int size) {
        Rectangle place = new Rectangle(at[0] - size / 2, at[1] - size / 2, size, size);
        pen.setColor(Palette.line(label % Palette.lines()));
        if (label < Palette.lines()) {
            pen.fillOval(place.x, place.y, size, size);
        } else {
            pen.setStroke(new BasicStroke(size / 5f));
            pen.draw(place);
        }
    }

    /** On a white ground, so that it is not lost among the tracks. */
    private static void mean(Graphics2D pen, int label, int[] at) {
        int ground = LARGE + 4;
        pen.setColor(Color.WHITE);
        if (label < Palette.lines()) {
            pen.fillOval(at[0] - ground / 2, at[1] - ground / 2, ground, ground);
        } else {
            pen.fillRect(at[0] - ground / 2, at[1] - ground / 2, ground, ground);
        }
        mark(pen, label, at, LARGE);
    }

    private static void key(Canvas sheet, int label, String name, int x, int y) {
        mark(sheet.pen(), label, new int[] {x, y}, 11);
        sheet.pen().setColor(Palette.INK);
        sheet.pen().setFont(Palette.TEXT);
        sheet.pen().drawString(sheet.fitted(name, Canvas.WIDTH - x - 20), x + 14, y + 5);
    }

    private static String text(String xAxis, String yAxis, Map<String, double[][]> points) {
        long all = points.values().stream().mapToLong(own -> own.length).sum();
        String means = points.entrySet().stream()
                .filter(own -> own.getValue().length > 0)
                .map(own -> {
                    double[] mean = mean(own.getValue());
                    return String.format(Locale.ROOT, "%s %.2f, %.2f", own.getKey(), mean[0], mean[1]);
                })
                .collect(Collectors.joining("; "));
        return all + " points over " + xAxis + " and " + yAxis + ". Means by label: " + means;
    }
}
