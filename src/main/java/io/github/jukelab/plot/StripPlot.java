package io.github.jukelab.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Strip plot of one measure: a row per label, a ring per track, a bar at the median. */
final class StripPlot implements LabelRows.Style {

    private StripPlot() {}

    static Figure of(String axis, Map<String, double[]> values) {
        return LabelRows.of(axis, values, "", new StripPlot());
    }

    static Figure of(String axis, Map<String, double[]> values, double border) {
        return LabelRows.of(axis, values, "", new StripPlot(), OptionalDouble.of(border));
    }

    @Override
    public void draw(DescribedChart chart, List<double[]> values) {
        Points rows = new Points();
        Points tracks = new Points();
        Points medians = new Points();
        for (int i = 0; i < values.size(); i++) {
            double row = values.size() - i - 0.5;
            double[] own = values.get(i);
            rows.add(chart.getStyler().getXAxisMin(), row)
                    .add(chart.getStyler().getXAxisMax(), row)
                    .gap();
            Arrays.stream(own).forEach(value -> tracks.add(value, row));
            if (own.length > 0) {
                medians.add(median(own), row);
            }
        }
        chart.line("rows", rows, Palette.FAINT, 1, false);
        chart.markers("tracks", tracks, Palette.BLUE, ShapeMarker.ring(9));
        chart.markers("medians", medians, Palette.VERMILION, ShapeMarker.bar(3, 22));
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
