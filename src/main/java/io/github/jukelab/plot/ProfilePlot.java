package io.github.jukelab.plot;

import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.Summary;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Line plot of the mean over time of every row, one line per series. */
final class ProfilePlot {

    private ProfilePlot() {}

    static Figure of(String axis, List<FrameSeries> all) {
        check(all);
        List<String> names = all.get(0).rows();
        double[] positions =
                IntStream.range(0, names.size()).mapToDouble(row -> row + 0.5).toArray();
        List<LinePlot.Line> lines = all.stream()
                .map(series -> new LinePlot.Line(series.name(), positions, means(series)))
                .toList();
        double low = Math.min(0, LinePlot.values(lines).min().orElse(0));
        double high = Math.max(0, LinePlot.values(lines).max().orElse(0));
        double margin = high > low ? (high - low) / 20 : 1;
        double bottom = low < 0 ? low - margin : 0;
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        Rectangle box = new Rectangle(86, 36, 690, 264);
        level(canvas, box, bottom, high + margin);
        LinePlot.draw(canvas, box, lines, 0, names.size(), bottom, high + margin);
        lines.forEach(line -> dots(canvas, box, line, bottom, high + margin, Palette.line(lines.indexOf(line))));
        canvas.bottom(box, Tick.rows(names, box.width / (canvas.widest(names) + 8)), axis);
        String unit = all.get(0).unit();
        canvas.left(
                box, Tick.linear(bottom, high + margin, 6), "Mean over time" + (unit.isEmpty() ? "" : " in " + unit));
        return canvas.figure(axis + ", mean over time of " + names.size() + " rows. "
                + all.stream().map(ProfilePlot::text).collect(Collectors.joining("; ")));
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

    /** A thin line at 0, if the axis extends below it. */
    private static void level(Canvas canvas, Rectangle box, double low, double high) {
        if (low < 0) {
            canvas.graphics().setColor(Palette.FAINT);
            canvas.graphics().fillRect(box.x, (int) Math.round(box.y + box.height * high / (high - low)), box.width, 1);
            canvas.graphics().setColor(Palette.INK);
        }
    }

    private static void dots(Canvas canvas, Rectangle box, LinePlot.Line line, double low, double high, Color colour) {
        int rows = line.x().length;
        for (int row = 0; row < rows; row++) {
            int x = (int) Math.round(box.x + box.width * line.x()[row] / rows);
            int y = (int) Math.round(box.y + box.height * (high - line.y()[row]) / (high - low));
            canvas.graphics().setColor(colour);
            canvas.graphics().fillOval(x - 3, y - 3, 7, 7);
        }
        canvas.graphics().setColor(Palette.INK);
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
