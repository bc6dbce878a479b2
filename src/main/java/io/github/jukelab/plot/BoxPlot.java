package io.github.jukelab.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Box plot of one measure: a row per label, a box from the first to the third quartile, rings for outliers. */
final class BoxPlot implements LabelRows.Style {

    /** Half the height of a box, in rows. */
    private static final double BOX = 0.3;

    /** Tukey's: the longest whisker, in lengths of the box. */
    private static final double WHISKER = 1.5;

    private BoxPlot() {}

    static Figure of(String axis, Map<String, double[]> values) {
        return LabelRows.of(axis, values, ", box plot", new BoxPlot());
    }

    @Override
    public void draw(DescribedChart chart, List<double[]> values) {
        Points whiskers = new Points();
        Points boxes = new Points();
        Points outliers = new Points();
        Points medians = new Points();
        for (int i = 0; i < values.size(); i++) {
            double row = values.size() - i - 0.5;
            double[] sorted = Arrays.stream(values.get(i)).sorted().toArray();
            if (sorted.length > 0) {
                double first = quantile(sorted, 0.25);
                double third = quantile(sorted, 0.75);
                double reach = WHISKER * (third - first);
                double[] inside = Arrays.stream(sorted)
                        .filter(value -> value >= first - reach && value <= third + reach)
                        .toArray();
                whiskers.add(inside[0], row).add(inside[inside.length - 1], row).gap();
                boxes.add(first, row - BOX)
                        .add(first, row + BOX)
                        .add(third, row + BOX)
                        .add(third, row - BOX)
                        .gap();
                medians.add(quantile(sorted, 0.5), row);
                Arrays.stream(sorted)
                        .filter(value -> value < first - reach || value > third + reach)
                        .forEach(value -> outliers.add(value, row));
            }
        }
        chart.line("whiskers", whiskers, Palette.BLUE, 1, false).setMarker(ShapeMarker.bar(1, 9));
        chart.areas("quartiles", boxes, Palette.PALE_BLUE);
        chart.markers("outliers", outliers, Palette.BLUE, ShapeMarker.ring(5));
        chart.markers("medians", medians, Palette.VERMILION, ShapeMarker.bar(3, 22));
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
