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

/** Scatter plot of tracks: a mark per track, its colour and shape by label, a large mark at each label's mean. */
final class ScatterPlot {

    private static final int SMALL = 5;
    private static final int LARGE = 15;

    private ScatterPlot() {}

    static Figure of(String xAxis, String yAxis, Map<String, double[][]> points) {
        double[] x = range(points, 0);
        double[] y = range(points, 1);
        Rectangle box = new Rectangle(76, 12, 560, 440);
        Canvas canvas = new Canvas(Canvas.WIDTH, box.y + box.height + 60);
        List<String> labels = new ArrayList<>(points.keySet());
        for (int i = 0; i < labels.size(); i++) {
            for (double[] point : points.get(labels.get(i))) {
                mark(canvas.graphics(), i, pixel(box, point, x, y), SMALL);
            }
        }
        for (int i = 0; i < labels.size(); i++) {
            double[][] own = points.get(labels.get(i));
            if (own.length > 0) {
                mean(canvas.graphics(), i, pixel(box, mean(own), x, y));
            }
            legendEntry(canvas, i, labels.get(i), box.x + box.width + 20, box.y + 14 + 24 * i);
        }
        canvas.graphics().setColor(Palette.INK);
        canvas.edges(box);
        canvas.bottom(box, Tick.linear(x[0], x[1], 8), xAxis);
        canvas.left(box, Tick.linear(y[0], y[1], 8), yAxis);
        return canvas.figure(text(xAxis, yAxis, points));
    }

    /** From the smallest to the largest value, with a margin. */
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
        double margin = Math.max((sorted[sorted.length - 1] - sorted[0]) / 25, 1e-9);
        return new double[] {sorted[0] - margin, sorted[sorted.length - 1] + margin};
    }

    private static int[] pixel(Rectangle box, double[] point, double[] x, double[] y) {
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

    /** Labels beyond the number of colours use them again, with hollow squares. */
    private static void mark(Graphics2D graphics, int label, int[] at, int size) {
        Rectangle square = new Rectangle(at[0] - size / 2, at[1] - size / 2, size, size);
        graphics.setColor(Palette.line(label % Palette.lines()));
        if (label < Palette.lines()) {
            graphics.fillOval(square.x, square.y, size, size);
        } else {
            graphics.setStroke(new BasicStroke(size / 5f));
            graphics.draw(square);
        }
    }

    /** On a white background, so that it stands out among the tracks. */
    private static void mean(Graphics2D graphics, int label, int[] at) {
        int background = LARGE + 4;
        graphics.setColor(Color.WHITE);
        if (label < Palette.lines()) {
            graphics.fillOval(at[0] - background / 2, at[1] - background / 2, background, background);
        } else {
            graphics.fillRect(at[0] - background / 2, at[1] - background / 2, background, background);
        }
        mark(graphics, label, at, LARGE);
    }

    private static void legendEntry(Canvas canvas, int label, String name, int x, int y) {
        mark(canvas.graphics(), label, new int[] {x, y}, 11);
        canvas.graphics().setColor(Palette.INK);
        canvas.graphics().setFont(Palette.TEXT);
        canvas.graphics().drawString(canvas.fitted(name, Canvas.WIDTH - x - 20), x + 14, y + 5);
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
        return all + " points, x: " + xAxis + ", y: " + yAxis + ". Means by label: " + means;
    }
}
