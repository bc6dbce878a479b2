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
        IntervalDots dots = new IntervalDots(chart, rows, 1);
        for (int i = 0; i < rows; i++) {
            double row = rows - i - 0.5;
            dots.add(evaluations.get(i).accuracy(), evaluations.get(i).interval(), row);
            chart.addAnnotation(
                    TextAnnotation.within(Palette.fitted(models.get(i), Palette.TEXT, LEFT - 20), 0, row / rows)
                            .rightAligned()
                            .moved(-12, 5));
        }
        dots.draw("accuracy", Palette.BLUE);
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
        IntervalDots dots = new IntervalDots(chart, band * results.size(), 1);
        for (int i = 0; i < results.size(); i++) {
            double row = band * (results.size() - i) - (GAP + 1) / 2 - index;
            BenchmarkResult result = results.get(i);
            dots.add(result.evaluation(model).accuracy(), result.interval(model), row);
        }
        dots.draw(model, colour);
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
