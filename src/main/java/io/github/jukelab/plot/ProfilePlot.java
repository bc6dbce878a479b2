package io.github.jukelab.plot;

import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.Summary;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Picture of the mean over time of every row, a line for each series. */
final class ProfilePlot {

    private ProfilePlot() {}

    static Figure of(String axis, List<FrameSeries> all) {
        check(all);
        List<String> names = all.get(0).rows();
        double[] places =
                IntStream.range(0, names.size()).mapToDouble(row -> row + 0.5).toArray();
        List<LinePlot.Line> lines = all.stream()
                .map(series -> new LinePlot.Line(series.name(), places, means(series)))
                .toList();
        double low = Math.min(0, LinePlot.values(lines).min().orElse(0));
        double high = Math.max(0, LinePlot.values(lines).max().orElse(0));
        double room = high > low ? (high - low) / 20 : 1;
        double bottom = low < 0 ? low - room : 0;
        Canvas sheet = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        Rectangle box = new Rectangle(86, 36, 690, 264);
        level(sheet, box, bottom, high + room);
        LinePlot.draw(sheet, box, lines, 0, names.size(), bottom, high + room);
        lines.forEach(line -> dots(sheet, box, line, bottom, high + room, Palette.line(lines.indexOf(line))));
        sheet.bottom(box, Tick.rows(names, box.width / (sheet.widest(names) + 8)), axis);
        String unit = all.get(0).unit();
        sheet.left(box, Tick.linear(bottom, high + room, 6), "Mean over time" + (unit.isEmpty() ? "" : " in " + unit));
        return sheet.figure(axis + ", mean over time of " + names.size() + " rows. "
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

    /** A thin line at 0, where the axis goes below it. */
    private static void level(Canvas sheet, Rectangle box, double low, double high) {
        if (low < 0) {
            sheet.pen().setColor(Palette.FAINT);
            sheet.pen().fillRect(box.x, (int) Math.round(box.y + box.height * high / (high - low)), box.width, 1);
            sheet.pen().setColor(Palette.INK);
        }
    }

    private static void dots(Canvas sheet, Rectangle box, LinePlot.Line line, double low, double high, Color colour) {
        int rows = line.x().length;
        for (int row = 0; row < rows; row++) {
            int x = (int) Math.round(box.x + box.width * line.x()[row] / rows);
            int y = (int) Math.round(box.y + box.height * (high - line.y()[row]) / (high - low));
            sheet.pen().setColor(colour);
            sheet.pen().fillOval(x - 3, y - 3, 7, 7);
        }
        sheet.pen().setColor(Palette.INK);
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
