package io.github.jukelab.plot;

import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.feature.FrameSeries;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Line charts: training histories and frame series. */
final class LinePlot {

    /** A named line; points that are not finite are skipped. */
    record Line(String name, double[] x, double[] y) {}

    private static final Rectangle LEFT = new Rectangle(66, 36, 312, 264);
    private static final Rectangle RIGHT = new Rectangle(466, 36, 312, 264);

    private LinePlot() {}

    static Figure history(History history) {
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        List<Line> loss = both(history, Epoch::loss, Epoch::validationLoss);
        List<Line> accuracy = both(history, e -> 100 * e.accuracy(), e -> 100 * e.validationAccuracy());
        double highest = values(loss).max().orElse(1);
        double last = Math.max(2, history.epochs().size());
        epochs(canvas, LEFT, loss, last, highest > 0 ? 1.05 * highest : 1, "Loss");
        epochs(canvas, RIGHT, accuracy, last, 100, "Accuracy in %");
        if (history.epochs().isEmpty()) {
            canvas.centred("no epochs yet", (int) LEFT.getCenterX(), (int) LEFT.getCenterY());
            canvas.centred("no epochs yet", (int) RIGHT.getCenterX(), (int) RIGHT.getCenterY());
        } else {
            Epoch best = history.best();
            String name = "best, epoch " + best.number();
            best(canvas, LEFT, name, best.number() / last, best.validationLoss() / (1.05 * highest));
            best(canvas, RIGHT, name, best.number() / last, best.validationAccuracy());
        }
        return canvas.figure(text(history));
    }

    private static List<Line> both(
            History history, ToDoubleFunction<Epoch> training, ToDoubleFunction<Epoch> validation) {
        List<Epoch> epochs = history.epochs();
        return List.of(line("training", epochs, training), line("validation", epochs, validation));
    }

    static Figure histories(List<History> histories, List<String> names) {
        if (histories.isEmpty() || histories.size() > Palette.lines() || names.size() != histories.size()) {
            throw new IllegalArgumentException(
                    "there must be 1 to " + Palette.lines() + " histories and a name for each, got " + histories.size()
                            + " histories and " + names.size() + " names");
        }
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        List<Line> loss = lines(histories, names, Epoch::validationLoss);
        List<Line> accuracy = lines(histories, names, epoch -> 100 * epoch.validationAccuracy());
        double highest = values(loss).max().orElse(1);
        double last =
                histories.stream().mapToInt(history -> history.epochs().size()).reduce(2, Math::max);
        epochs(canvas, LEFT, loss, last, highest > 0 ? 1.05 * highest : 1, "Validation loss");
        epochs(canvas, RIGHT, accuracy, last, 100, "Validation accuracy in %");
        return canvas.figure("Line chart of validation loss and validation accuracy. "
                + IntStream.range(0, names.size())
                        .mapToObj(i -> names.get(i) + ": " + best(histories.get(i)))
                        .collect(Collectors.joining("; ")));
    }

    private static List<Line> lines(List<History> histories, List<String> names, ToDoubleFunction<Epoch> value) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> line(names.get(i), histories.get(i).epochs(), value))
                .toList();
    }

    private static Line line(String name, List<Epoch> epochs, ToDoubleFunction<Epoch> value) {
        return new Line(
                name,
                epochs.stream().mapToDouble(Epoch::number).toArray(),
                epochs.stream().mapToDouble(value).toArray());
    }

    private static String best(History history) {
        if (history.epochs().isEmpty()) {
            return "no epochs yet";
        }
        Epoch best = history.best();
        Epoch last = history.epochs().get(history.epochs().size() - 1);
        return String.format(
                        Locale.ROOT,
                        "best epoch %d of %d with loss %.3f and accuracy %.1f %%, last %.3f and %.1f %%",
                        best.number(),
                        last.number(),
                        best.validationLoss(),
                        100 * best.validationAccuracy(),
                        last.validationLoss(),
                        100 * last.validationAccuracy())
                .replace("NaN", "undefined");
    }

    private static void epochs(Canvas canvas, Rectangle box, List<Line> lines, double last, double high, String label) {
        draw(canvas, box, lines, 0, last, 0, high);
        canvas.bottom(box, Tick.linear(0, last, (int) Math.min(8, last)), "Epoch");
        canvas.left(box, Tick.linear(0, high, 6), label);
    }

    /** A dot at a position given as fractions of the box, and its name at the end of the legend. */
    private static void best(Canvas canvas, Rectangle box, String name, double across, double up) {
        if (!Double.isFinite(up)) {
            return;
        }
        canvas.dot((int) (box.x + across * box.width), (int) (box.y + box.height * (1 - up)));
        canvas.dot(box.x + 205, box.y - 18);
        canvas.graphics().setFont(Palette.SMALL);
        canvas.graphics().drawString(name, box.x + 215, box.y - 14);
    }

    static Figure series(List<FrameSeries> all) {
        check(all);
        Map<String, List<FrameSeries>> units =
                all.stream().collect(Collectors.groupingBy(FrameSeries::unit, LinkedHashMap::new, Collectors.toList()));
        int height = units.size() == 1 ? Canvas.HEIGHT : 230;
        Canvas canvas = new Canvas(Canvas.WIDTH, units.size() * height);
        int top = 0;
        for (List<FrameSeries> members : units.values()) {
            panel(canvas, new Rectangle(86, top + 36, 690, height - 96), members, axis(members));
            top += height;
        }
        return canvas.figure(
                "Line chart over time. " + all.stream().map(LinePlot::text).collect(Collectors.joining("; ")));
    }

    /** The name and unit of a single series; of several, their unit. */
    private static String axis(List<FrameSeries> members) {
        FrameSeries first = members.get(0);
        if (members.size() == 1) {
            return first.name() + (first.unit().isEmpty() ? "" : " in " + first.unit());
        }
        return first.unit().isEmpty() ? "Value" : first.unit();
    }

    /** One panel with the given axis label. */
    static Figure series(String axis, List<FrameSeries> all) {
        check(all);
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        panel(canvas, new Rectangle(86, 36, 690, Canvas.HEIGHT - 96), all, axis);
        return canvas.figure(
                axis + " over time. " + all.stream().map(LinePlot::text).collect(Collectors.joining("; ")));
    }

    private static void check(List<FrameSeries> all) {
        int count = all.stream().mapToInt(one -> one.rows().size()).sum();
        if (count == 0 || count > Palette.lines()) {
            throw new IllegalArgumentException(
                    "a chart must have from 1 to " + Palette.lines() + " lines, got " + count);
        }
    }

    private static void panel(Canvas canvas, Rectangle box, List<FrameSeries> members, String axis) {
        List<Line> lines = members.stream()
                .flatMap(series -> lines(series, box.width / 2).stream())
                .toList();
        double end = members.stream()
                .mapToDouble(series -> series.frames() * series.secondsPerFrame())
                .max()
                .orElseThrow();
        double low = values(lines).min().orElse(0);
        double high = values(lines).max().orElse(1);
        double margin = high > low ? (high - low) / 20 : 1;
        draw(canvas, box, lines, 0, end, low - margin, high + margin);
        canvas.bottom(box, Tick.linear(0, end, 8), "Time in s");
        canvas.left(box, Tick.linear(low - margin, high + margin, 6), axis);
    }

    private static List<Line> lines(FrameSeries series, int limit) {
        int points = Math.min(limit, series.frames());
        Downsampled means = Downsampled.of(series, points, series.rows().size());
        double step = series.frames() * series.secondsPerFrame() / points;
        double[] times = IntStream.range(0, points).mapToDouble(i -> i * step).toArray();
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < series.rows().size(); row++) {
            int index = row;
            double[] values = IntStream.range(0, points)
                    .mapToDouble(i -> means.at(index, i))
                    .toArray();
            lines.add(new Line(name(series, row), times, values));
        }
        return lines;
    }

    private static String name(FrameSeries series, int row) {
        return series.rows().size() == 1
                ? series.name()
                : series.name() + " " + series.rows().get(row);
    }

    /** Lines, every second one dashed, and a legend above the box. */
    static void draw(
            Canvas canvas, Rectangle box, List<Line> lines, double left, double right, double low, double high) {
        canvas.edges(box);
        int x = box.x;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Color colour = Palette.line(i);
            boolean dashed = i % 2 == 1;
            canvas.line(box, path(box, line, left, right, low, high), colour, 1.8f, dashed);
            Path2D dash = new Path2D.Double();
            dash.moveTo(x, box.y - 18);
            dash.lineTo(x + 22, box.y - 18);
            canvas.line(new Rectangle(x, box.y - 24, 24, 12), dash, colour, 1.8f, dashed);
            canvas.graphics().setFont(Palette.SMALL);
            canvas.graphics().drawString(line.name(), x + 28, box.y - 14);
            x += 46 + canvas.graphics().getFontMetrics().stringWidth(line.name());
        }
    }

    /** Through all finite points; a single point becomes a short dash. */
    private static Path2D path(Rectangle box, Line line, double left, double right, double low, double high) {
        Path2D path = new Path2D.Double();
        int[] finite = IntStream.range(0, line.y().length)
                .filter(i -> Double.isFinite(line.y()[i]))
                .toArray();
        for (int i : finite) {
            double x = box.x + box.width * (line.x()[i] - left) / (right - left);
            double y = box.y + box.height * (high - line.y()[i]) / (high - low);
            WavePlot.to(path, x, y);
            if (finite.length == 1) {
                path.lineTo(x + 8, y);
            }
        }
        return path;
    }

    static DoubleStream values(List<Line> lines) {
        return lines.stream().flatMapToDouble(line -> Arrays.stream(line.y())).filter(Double::isFinite);
    }

    /** Range and median of each row as text. */
    static String text(FrameSeries series) {
        String unit = series.unit().isEmpty() ? "" : " " + series.unit();
        return IntStream.range(0, series.rows().size())
                .mapToObj(row -> {
                    float[] sorted = series.row(row);
                    Arrays.sort(sorted);
                    return String.format(
                            Locale.ROOT,
                            "%s: from %.4g to %.4g%s, median %.4g%s",
                            name(series, row),
                            sorted[0],
                            sorted[sorted.length - 1],
                            unit,
                            sorted[sorted.length / 2],
                            unit);
                })
                .collect(Collectors.joining("; "));
    }

    private static String text(History history) {
        List<Epoch> epochs = history.epochs();
        if (epochs.isEmpty()) {
            return "Line chart of loss and accuracy: no epochs yet";
        }
        Epoch first = epochs.get(0);
        Epoch last = epochs.get(epochs.size() - 1);
        Epoch best = history.best();
        return String.format(
                        Locale.ROOT,
                        "Line chart of loss and accuracy over %s: training accuracy goes from %.0f %% to %.0f %%,"
                                + " validation ends at %.0f %%; best epoch %d with validation loss %.3f and accuracy %.0f %%;"
                                + " training loss goes from %.3f to %.3f",
                        epochs.size() == 1 ? "1 epoch" : epochs.size() + " epochs",
                        100 * first.accuracy(),
                        100 * last.accuracy(),
                        100 * last.validationAccuracy(),
                        best.number(),
                        best.validationLoss(),
                        100 * best.validationAccuracy(),
                        first.loss(),
                        last.loss())
                .replace("NaN", "undefined");
    }
}
