package io.github.jukelab.plot;

import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.feature.FrameSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYSeries;

/** Line charts: training histories and frame series. */
final class LinePlot {

    /** A named line. */
    record Line(String name, Points points) {

        /** Through those of some points, given by their numbers, that are finite. */
        static Line of(String name, IntStream numbers, IntToDoubleFunction x, IntToDoubleFunction y) {
            Points points = new Points();
            numbers.filter(i -> Double.isFinite(y.applyAsDouble(i)))
                    .forEach(i -> points.add(x.applyAsDouble(i), y.applyAsDouble(i)));
            return new Line(name, points);
        }
    }

    /** About the width of a plot, in pixels. */
    private static final int PIXELS = 700;

    private LinePlot() {}

    static Figure history(History history, String heldOut) {
        String text = text(history, heldOut);
        return Figure.charted(
                text,
                () -> List.of(
                        both(history, heldOut, "Loss", text, Epoch::loss, Epoch::validationLoss),
                        both(
                                history,
                                heldOut,
                                "Accuracy in %",
                                text,
                                LinePlot::accuracy,
                                LinePlot::validationAccuracy)));
    }

    private static double accuracy(Epoch epoch) {
        return 100 * epoch.accuracy();
    }

    private static double validationAccuracy(Epoch epoch) {
        return 100 * epoch.validationAccuracy();
    }

    /** Training and held-out set, the best epoch marked. */
    private static DescribedChart both(
            History history,
            String heldOut,
            String axis,
            String text,
            ToDoubleFunction<Epoch> training,
            ToDoubleFunction<Epoch> validation) {
        List<Epoch> epochs = history.epochs();
        List<Line> lines = List.of(line("training", epochs, training), line(heldOut, epochs, validation));
        DescribedChart chart = epochs(lines, epochs.size(), axis, text);
        if (epochs.isEmpty()) {
            chart.addAnnotation(TextAnnotation.within("no epochs yet", 0.5, 0.5).centred());
        } else {
            Line best = line("best, epoch " + history.best().number(), List.of(history.best()), validation);
            if (best.points().count() > 0) {
                chart.markers(best.name(), best.points(), Palette.VERMILION.darker(), ShapeMarker.dot(9));
            }
        }
        chart.legend();
        return chart;
    }

    static Figure histories(List<History> histories, List<String> names) {
        Palette.requireNamedLines("histories", histories.size(), names.size());
        List<History> all = List.copyOf(histories);
        List<String> named = List.copyOf(names);
        String text = "Line chart of validation loss and validation accuracy. "
                + IntStream.range(0, named.size())
                        .mapToObj(i -> named.get(i) + ": " + best(all.get(i)))
                        .collect(Collectors.joining("; "));
        return Figure.charted(
                text,
                () -> List.of(
                        each(all, named, "Validation loss", text, Epoch::validationLoss),
                        each(all, named, "Validation accuracy in %", text, LinePlot::validationAccuracy)));
    }

    private static DescribedChart each(
            List<History> histories, List<String> names, String axis, String text, ToDoubleFunction<Epoch> value) {
        List<Line> lines = IntStream.range(0, names.size())
                .mapToObj(i -> line(names.get(i), histories.get(i).epochs(), value))
                .toList();
        int last = histories.stream()
                .mapToInt(history -> history.epochs().size())
                .max()
                .orElseThrow();
        DescribedChart chart = epochs(lines, last, axis, text);
        chart.legend();
        return chart;
    }

    private static Line line(String name, List<Epoch> epochs, ToDoubleFunction<Epoch> value) {
        return Line.of(
                name,
                IntStream.range(0, epochs.size()),
                i -> epochs.get(i).number(),
                i -> value.applyAsDouble(epochs.get(i)));
    }

    /** Lines over epochs, from 0 up; accuracies up to 100 %. */
    private static DescribedChart epochs(List<Line> lines, int epochs, String axis, String text) {
        DescribedChart chart = new DescribedChart(Canvas.WIDTH / 2, Canvas.HEIGHT, "Epoch", axis, text);
        int last = Math.max(2, epochs);
        double highest = axis.endsWith("%") ? 100 : values(lines).max().orElse(1);
        chart.xAxis(0, 1.02 * last, Math.min(8, last));
        chart.yAxis(0, highest > 0 ? 1.02 * highest : 1, 6);
        draw(chart, lines);
        return chart;
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

    static Figure series(List<FrameSeries> all) {
        check(all);
        Map<String, List<FrameSeries>> units =
                all.stream().collect(Collectors.groupingBy(FrameSeries::unit, LinkedHashMap::new, Collectors.toList()));
        String text = "Line chart over time. " + texts(all);
        int height = units.size() == 1 ? Canvas.HEIGHT : 230;
        return Figure.charted(text, () -> units.values().stream()
                .map(members -> overTime(members, axis(members), height, text))
                .toList());
    }

    /** The name and unit of a single series; of several, their unit. */
    private static String axis(List<FrameSeries> members) {
        FrameSeries first = members.get(0);
        if (members.size() == 1) {
            return first.name() + (first.unit().isEmpty() ? "" : " in " + first.unit());
        }
        return first.unit().isEmpty() ? "Value" : first.unit();
    }

    /** One chart with the given axis label. */
    static Figure series(String axis, List<FrameSeries> all) {
        check(all);
        String text = axis + " over time. " + texts(all);
        return Figure.charted(text, () -> List.of(overTime(all, axis, Canvas.HEIGHT, text)));
    }

    private static String texts(List<FrameSeries> all) {
        return all.stream().map(LinePlot::text).collect(Collectors.joining("; "));
    }

    private static void check(List<FrameSeries> all) {
        int count = all.stream().mapToInt(one -> one.rows().size()).sum();
        if (count == 0 || count > Palette.lines()) {
            throw new IllegalArgumentException(
                    "a chart must have from 1 to " + Palette.lines() + " lines, got " + count);
        }
    }

    private static DescribedChart overTime(List<FrameSeries> members, String axis, int height, String text) {
        List<Line> lines = members.stream()
                .flatMap(series -> IntStream.range(0, series.rows().size()).mapToObj(row -> line(series, row)))
                .toList();
        double end = members.stream()
                .mapToDouble(series -> series.frames() * series.secondsPerFrame())
                .max()
                .orElseThrow();
        double low = values(lines).min().orElse(0);
        double high = values(lines).max().orElse(1);
        double margin = high > low ? (high - low) / 20 : 1;
        DescribedChart chart = new DescribedChart(Canvas.WIDTH, height, "Time in s", axis, text);
        chart.xAxis(0, end, 8);
        chart.yAxis(low - margin, high + margin, 6);
        draw(chart, lines);
        chart.legend();
        return chart;
    }

    /** All frames, or where there are more than pixels, the lowest and the highest of each column of pixels. */
    private static Line line(FrameSeries series, int row) {
        float[] values = series.row(row);
        return Line.of(name(series, row), frames(values, PIXELS), i -> i * series.secondsPerFrame(), i -> values[i]);
    }

    /** The numbers of the values to draw: all, or of more than the columns of pixels, the two extremes of each column. */
    static IntStream frames(float[] values, int pixels) {
        int columns = Math.min(pixels, values.length);
        return IntStream.range(0, columns)
                .flatMap(column -> extremes(values, (int) ((long) column * values.length / columns), (int)
                        ((column + 1L) * values.length / columns)));
    }

    /** The frames of the lowest and of the highest finite value, in the order of time; one if they are the same. */
    private static IntStream extremes(float[] values, int from, int to) {
        int lowest = from;
        int highest = from;
        for (int i = from; i < to; i++) {
            if (Float.isFinite(values[i])) {
                lowest = values[i] < values[lowest] || !Float.isFinite(values[lowest]) ? i : lowest;
                highest = values[i] > values[highest] || !Float.isFinite(values[highest]) ? i : highest;
            }
        }
        return IntStream.of(Math.min(lowest, highest), Math.max(lowest, highest))
                .distinct();
    }

    private static String name(FrameSeries series, int row) {
        return series.rows().size() == 1
                ? series.name()
                : series.name() + " " + series.rows().get(row);
    }

    /** Every second line is dashed. */
    static List<XYSeries> draw(DescribedChart chart, List<Line> lines) {
        chart.betweenPixels();
        return IntStream.range(0, lines.size())
                .mapToObj(
                        i -> chart.line(lines.get(i).name(), lines.get(i).points(), Palette.line(i), 1.8f, i % 2 == 1))
                .toList();
    }

    static DoubleStream values(List<Line> lines) {
        return lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.points().y()));
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

    private static String text(History history, String heldOut) {
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
                                + " %s ends at %.0f %%; best epoch %d with %s loss %.3f and accuracy %.0f %%;"
                                + " training loss goes from %.3f to %.3f",
                        epochs.size() == 1 ? "1 epoch" : epochs.size() + " epochs",
                        100 * first.accuracy(),
                        100 * last.accuracy(),
                        heldOut,
                        100 * last.validationAccuracy(),
                        best.number(),
                        heldOut,
                        best.validationLoss(),
                        100 * best.validationAccuracy(),
                        first.loss(),
                        last.loss())
                .replace("NaN", "undefined");
    }
}
