package io.github.jukelab.plot;

import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Interval;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** A row per model. */
    static Figure of(String data, List<String> models, List<Evaluation> evaluations) {
        if (models.isEmpty() || models.size() != evaluations.size()) {
            throw new IllegalArgumentException("there must be at least one model and an evaluation for each, got "
                    + models.size() + " models and " + evaluations.size() + " evaluations");
        }
        List<Map<String, Integer>> testSets =
                evaluations.stream().map(AccuracyPlot::testSet).distinct().toList();
        if (testSets.size() > 1) {
            throw new IllegalArgumentException("models must have the same test set, got " + testSets);
        }
        List<String> names = List.copyOf(models);
        List<Evaluation> all = List.copyOf(evaluations);
        String text = "Accuracy on " + data + " with 95 % intervals, "
                + all.get(0).tracks() + " test tracks: "
                + IntStream.range(0, names.size())
                        .mapToObj(i -> text(names.get(i), all.get(i), all.get(i).interval()))
                        .collect(Collectors.joining(", "))
                + baselines(all.get(0));
        return Figure.charted(text, () -> List.of(rows(data, names, all, text)));
    }

    /** How many examples have each true label. */
    private static Map<String, Integer> testSet(Evaluation evaluation) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<String> labels = evaluation.confusion().labels();
        for (int i = 0; i < labels.size(); i++) {
            counts.put(labels.get(i), evaluation.confusion().actual(i));
        }
        return counts;
    }

    private static DescribedChart rows(String data, List<String> models, List<Evaluation> evaluations, String text) {
        int rows = models.size();
        DescribedChart chart = empty(data, rows, text);
        double chance = 100 * evaluations.get(0).chance();
        double majority = 100 * evaluations.get(0).majority();
        chart.line("majority", new Points().add(majority, 0).add(majority, rows), Palette.INK, 3, false);
        // Last, and of another colour, so that it is seen also where it is the majority
        chart.line("chance", new Points().add(chance, 0).add(chance, rows), Palette.VERMILION, 1.3f, true);
        Points intervals = new Points();
        Points accuracies = new Points();
        for (int i = 0; i < rows; i++) {
            double row = rows - i - 0.5;
            Evaluation evaluation = evaluations.get(i);
            point(chart, intervals, accuracies, evaluation.accuracy(), evaluation.interval(), row, rows);
            chart.addAnnotation(
                    TextAnnotation.within(Palette.fitted(models.get(i), Palette.TEXT, LEFT - 20), 0, row / rows)
                            .rightAligned()
                            .moved(-12, 5));
        }
        dots(chart, "accuracy", intervals, accuracies, Palette.BLUE);
        chart.legend();
        return chart;
    }

    /** A chart with the axis alone. */
    private static DescribedChart empty(String data, double rows, String text) {
        DescribedChart chart = new DescribedChart(
                Canvas.WIDTH,
                2 * ChartStyle.PADDING + 54 + (int) (ROW * rows),
                "Accuracy in % on " + data + ", with 95 % intervals",
                "",
                text);
        chart.xAxis(-1, 101, 10); // a dot at an end is whole
        chart.rows(rows, LEFT);
        return chart;
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
        DescribedChart chart = empty(data, rows, text);
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
            double accuracy = results.get(i).evaluation(model).accuracy();
            Interval interval = results.get(i).interval(model);
            point(chart, intervals, accuracies, accuracy, interval, row, band * results.size());
        }
        dots(chart, model, intervals, accuracies, colour);
    }

    /** Adds an accuracy and its interval to the points of its series, and its number to the chart. */
    private static void point(
            DescribedChart chart,
            Points intervals,
            Points accuracies,
            double accuracy,
            Interval interval,
            double row,
            double rows) {
        intervals.add(100 * interval.low(), row).add(100 * interval.high(), row).gap();
        accuracies.add(100 * accuracy, row);
        chart.addAnnotation(number(accuracy, interval, row / rows).font(Palette.SMALL));
    }

    private static void dots(DescribedChart chart, String name, Points intervals, Points accuracies, Color colour) {
        chart.line("intervals of " + name, intervals, colour, 2, false)
                .setMarker(ShapeMarker.bar(2, 9))
                .setShowInLegend(false);
        chart.markers(name, accuracies, colour, ShapeMarker.dot(10));
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
                + result.models().stream()
                        .map(model -> text(model, result.evaluation(model), result.interval(model)))
                        .collect(Collectors.joining(", "))
                + baselines(first);
    }

    private static String baselines(Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                ", chance %.1f %%, majority %.1f %%",
                100 * evaluation.chance(),
                100 * evaluation.majority());
    }

    private static String text(String model, Evaluation evaluation, Interval interval) {
        return String.format(
                Locale.ROOT,
                "%s %.1f %% (%.1f to %.1f)",
                model,
                100 * evaluation.accuracy(),
                100 * interval.low(),
                100 * interval.high());
    }
}
