package io.github.jukelab.plot;

import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.Summary;
import io.github.jukelab.plot.LinePlot.Line;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Line plot of the mean over time of every row, one line per series. */
final class ProfilePlot {

    /** XChart searches for ever if a label is longer. */
    private static final int LONGEST = 20;

    private ProfilePlot() {}

    static Figure of(String axis, List<FrameSeries> all) {
        check(all);
        String text = axis + ", mean over time of " + all.get(0).rows().size() + " rows. "
                + all.stream().map(ProfilePlot::text).collect(Collectors.joining("; "));
        List<FrameSeries> kept = List.copyOf(all);
        return Figure.charted(text, () -> List.of(chart(axis, kept, text)));
    }

    private static DescribedChart chart(String axis, List<FrameSeries> all, String text) {
        List<Line> lines = all.stream().map(ProfilePlot::line).toList();
        double low = Math.min(0, LinePlot.values(lines).min().orElse(0));
        double high = Math.max(0, LinePlot.values(lines).max().orElse(0));
        double margin = high > low ? (high - low) / 20 : 1;
        List<String> names = all.get(0).rows();
        String unit = all.get(0).unit();
        DescribedChart chart = new DescribedChart(
                Canvas.WIDTH, Canvas.HEIGHT, axis, "Mean over time" + (unit.isEmpty() ? "" : " in " + unit), text);
        chart.xAxis(-0.5, names.size() - 0.5, names.size());
        chart.yAxis(low < 0 ? low - margin : 0, high + margin, 6);
        chart.getStyler()
                .setXAxisTickLabelsFormattingFunction(position -> name(names, position))
                .setXAxisTickMarkSpacingHint(Math.max(20, 600 / names.size()));
        if (low < 0) {
            chart.line("0", new Points().add(-0.5, 0).add(names.size() - 0.5, 0), Palette.FAINT, 1, false)
                    .setShowInLegend(false);
        }
        LinePlot.draw(chart, lines).forEach(series -> series.setMarker(ShapeMarker.dot(7)));
        chart.legend();
        return chart;
    }

    private static Line line(FrameSeries series) {
        double[] means = means(series);
        return Line.of(series.name(), IntStream.range(0, means.length), row -> row, row -> means[row]);
    }

    /** XChart asks also for labels beside the plot, which must differ. */
    private static String name(List<String> names, double position) {
        int row = (int) Math.rint(position);
        if (row < 0 || row >= names.size()) {
            return Integer.toString(row);
        }
        String name = names.get(row);
        return name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
    }

    private static void check(List<FrameSeries> all) {
        if (all.isEmpty() || all.size() > Palette.lines()) {
            throw new IllegalArgumentException(
                    "a profile must have from 1 to " + Palette.lines() + " lines, got " + all.size());
        }
        FrameSeries first = all.get(0);
        for (FrameSeries other : all) {
            if (!other.rows().equals(first.rows()) || !other.unit().equals(first.unit())) {
                throw new IllegalArgumentException(
                        "a profile needs series of the same rows and unit, got " + first + " and " + other);
            }
        }
    }

    private static double[] means(FrameSeries series) {
        return IntStream.range(0, series.rows().size())
                .mapToDouble(row -> Summary.of(series.row(row)).mean())
                .toArray();
    }

    private static String text(FrameSeries series) {
        double[] means = means(series);
        return series.name() + ": "
                + IntStream.range(0, means.length)
                        .mapToObj(row -> String.format(
                                Locale.ROOT, "%s %.3g", series.rows().get(row), means[row]))
                        .collect(Collectors.joining(", "));
    }
}
