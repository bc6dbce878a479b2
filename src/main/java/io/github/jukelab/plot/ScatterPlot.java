package io.github.jukelab.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Scatter plot of tracks: a mark per track, its colour and shape by label, a large mark at each label's mean. */
final class ScatterPlot {

    private static final int SMALL = 7;
    private static final int LARGE = 15;
    private static final int NAME = 130;

    private ScatterPlot() {}

    static Figure of(String xAxis, String yAxis, Map<String, double[][]> points) {
        Map<String, double[][]> copy = new LinkedHashMap<>();
        points.forEach((label, own) ->
                copy.put(label, Arrays.stream(own).map(double[]::clone).toArray(double[][]::new)));
        double[] x = range(copy, 0);
        double[] y = range(copy, 1);
        String text = text(xAxis, yAxis, copy);
        return Figure.charted(text, () -> {
            DescribedChart chart = new DescribedChart(Canvas.WIDTH, 512, xAxis, yAxis, text);
            chart.xAxis(x[0], x[1], 8);
            chart.yAxis(y[0], y[1], 8);
            draw(chart, copy);
            return List.of(chart);
        });
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

    /** The means are above all tracks, and in the legend. */
    private static void draw(DescribedChart chart, Map<String, double[][]> points) {
        List<String> labels = List.copyOf(points.keySet());
        for (int i = 0; i < labels.size(); i++) {
            Points tracks = new Points();
            Arrays.stream(points.get(labels.get(i))).forEach(point -> tracks.add(point[0], point[1]));
            chart.markers(labels.get(i), tracks, colour(i), ShapeMarker.numbered(i, SMALL))
                    .setShowInLegend(false);
        }
        for (int i = 0; i < labels.size(); i++) {
            Points means = new Points();
            double[][] own = points.get(labels.get(i));
            if (own.length > 0) {
                means.add(mean(own)[0], mean(own)[1]);
            }
            chart.markers(
                            "mean of " + labels.get(i),
                            means,
                            colour(i),
                            ShapeMarker.numbered(i, LARGE).withMargin(2))
                    .setLabel(Palette.fitted(labels.get(i), Palette.SMALL, NAME));
        }
        chart.legend();
        chart.getStyler().setMarkerSize(LARGE).setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setLegendLayout(LegendLayout.Vertical);
    }

    private static double[] mean(double[][] points) {
        return new double[] {
            Arrays.stream(points).mapToDouble(point -> point[0]).average().orElseThrow(),
            Arrays.stream(points).mapToDouble(point -> point[1]).average().orElseThrow()
        };
    }

    /** Labels beyond the number of colours use them again, with other marks. */
    private static Color colour(int label) {
        return Palette.line(label % Palette.lines());
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
