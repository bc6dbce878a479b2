package io.github.jukelab.plot;

import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Interval;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Plot of accuracies with their 95 % intervals: a band per protocol, a row per model, lines for chance and majority.
 */
final class AccuracyPlot {

    private static final int LEFT = 210;
    /** The height of a model's row, in pixels. */
    private static final int ROW = 21;

    /** Between the rows of two protocols, in rows. */
    private static final double GAP = 0.6;

    /** The space that a number needs, as a share of the axis. */
    private static final double NUMBER = 0.08;

    private AccuracyPlot() {}

    static Figure of(String data, List<BenchmarkResult> results) {
        List<BenchmarkResult> all = List.copyOf(results);
        List<String> models = models(all);
        String text = "Accuracy on " + data + " with 95 % intervals. "
                + all.stream().map(AccuracyPlot::text).collect(Collectors.joining("; "));
        return Figure.charted(text, () -> List.of(chart(data, all, models, text)));
    }

    private static List<String> models(List<BenchmarkResult> results) {
        List<List<String>> all =
                results.stream().map(BenchmarkResult::models).distinct().toList();
        if (all.size() != 1 || all.get(0).size() > Palette.lines()) {
            throw new IllegalArgumentException("results must be at least one and have the same models, at most "
                    + Palette.lines() + ", got " + all);
        }
        return all.get(0);
    }

    private static DescribedChart chart(String data, List<BenchmarkResult> results, List<String> models, String text) {
        double band = models.size() + GAP;
        double rows = band * results.size();
        DescribedChart chart = new DescribedChart(
                Canvas.WIDTH,
                2 * ChartStyle.PADDING + 54 + (int) (ROW * rows),
                "Accuracy in % on " + data + ", with 95 % intervals",
                "",
                text);
        chart.xAxis(-1, 101, 10); // a dot at an end is whole
        chart.rows(rows, LEFT);
        double chance = 100 * results.get(0).evaluation(models.get(0)).chance();
        chart.line("chance", new Points().add(chance, 0).add(chance, rows), Palette.GREY, 1.3f, true);
        Points edges = new Points();
        Points majorities = new Points();
        for (int i = 0; i < results.size(); i++) {
            double top = rows - i * band;
            if (i > 0) {
                edges.add(0, top).add(100, top).gap();
            }
            double majority = 100 * results.get(i).evaluation(models.get(0)).majority();
            majorities.add(majority, top - 0.2).add(majority, top - band + 0.2).gap();
            describe(chart, results.get(i), 1 - (i + 0.5) / results.size());
        }
        chart.line("edges", edges, Palette.FAINT, 1, false).setShowInLegend(false);
        chart.line("majorities", majorities, Palette.INK, 3, false).setShowInLegend(false);
        for (int i = 0; i < models.size(); i++) {
            model(chart, results, models.get(i), Palette.line(i), band, i);
        }
        chart.markers("majority", new Points(), Palette.INK, ShapeMarker.bar(3, 12));
        chart.legend();
        return chart;
    }

    /** The protocol's name and, below it, the number of test tracks. */
    private static void describe(DescribedChart chart, BenchmarkResult result, double middle) {
        chart.addAnnotation(TextAnnotation.within(Palette.fitted(result.protocol(), Palette.TEXT, LEFT - 20), 0, middle)
                .rightAligned()
                .moved(-12, -2));
        chart.addAnnotation(TextAnnotation.within(tracks(result), 0, middle)
                .font(Palette.SMALL)
                .colour(Palette.GREY)
                .rightAligned()
                .moved(-12, 15));
    }

    private static String tracks(BenchmarkResult result) {
        Evaluation first = result.evaluation(result.models().get(0));
        return first.tracks() + " test tracks";
    }

    private static void model(
            DescribedChart chart, List<BenchmarkResult> results, String model, Color colour, double band, int index) {
        Points intervals = new Points();
        Points accuracies = new Points();
        for (int i = 0; i < results.size(); i++) {
            double row = band * (results.size() - i) - (GAP + 1) / 2 - index;
            Interval interval = results.get(i).interval(model);
            double accuracy = results.get(i).evaluation(model).accuracy();
            intervals
                    .add(100 * interval.low(), row)
                    .add(100 * interval.high(), row)
                    .gap();
            accuracies.add(100 * accuracy, row);
            chart.addAnnotation(
                    number(accuracy, interval, row / (band * results.size())).font(Palette.SMALL));
        }
        chart.line("intervals of " + model, intervals, colour, 2, false)
                .setMarker(ShapeMarker.bar(2, 9))
                .setShowInLegend(false);
        chart.markers(model, accuracies, colour, ShapeMarker.dot(10));
    }

    /** Right of the interval, left of it, or above it, where there is room. */
    private static TextAnnotation number(double accuracy, Interval interval, double height) {
        String number = String.format(Locale.ROOT, "%.1f", 100 * accuracy);
        if (interval.high() < 1 - NUMBER) {
            return TextAnnotation.at(number, 100 * interval.high(), height).moved(8, 5);
        }
        if (interval.low() > NUMBER) {
            return TextAnnotation.at(number, 100 * interval.low(), height)
                    .rightAligned()
                    .moved(-8, 5);
        }
        TextAnnotation above = TextAnnotation.at(number, 100 * accuracy, height);
        return accuracy > 0.5 ? above.rightAligned().moved(-8, -3) : above.moved(8, -3);
    }

    private static String text(BenchmarkResult result) {
        Evaluation first = result.evaluation(result.models().get(0));
        return result.protocol() + ", " + tracks(result) + ": "
                + result.models().stream().map(model -> text(result, model)).collect(Collectors.joining(", "))
                + String.format(
                        Locale.ROOT,
                        ", chance %.1f %%, majority %.1f %%",
                        100 * first.chance(),
                        100 * first.majority());
    }

    private static String text(BenchmarkResult result, String model) {
        Interval interval = result.interval(model);
        return String.format(
                Locale.ROOT,
                "%s %.1f %% (%.1f to %.1f)",
                model,
                100 * result.evaluation(model).accuracy(),
                100 * interval.low(),
                100 * interval.high());
    }
}
