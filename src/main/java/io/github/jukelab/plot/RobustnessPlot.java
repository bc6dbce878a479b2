package io.github.jukelab.plot;

import io.github.jukelab.evaluation.ChangeEffect;
import io.github.jukelab.evaluation.RobustnessReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plot of how many answers each change alters, with 95 % intervals: a band per change, in it a row per model. */
final class RobustnessPlot {

    private static final int LEFT = 160;
    /** The height of a model's row, in pixels. */
    private static final int ROW = 17;

    /** Between the rows of two changes, in rows. */
    private static final double GAP = 0.6;

    /** Axes end at a multiple of this share, so that those of similar models are the same. */
    private static final double STEP = 0.1;

    private final List<String> models;
    private final List<List<ChangeEffect>> effects;
    private final int changes;
    private final double band;

    private RobustnessPlot(List<String> models, List<RobustnessReport> reports) {
        this.models = List.copyOf(models);
        this.effects = reports.stream().map(RobustnessReport::effects).toList();
        this.changes = effects.get(0).size();
        this.band = models.size() + GAP;
    }

    static Figure of(String data, List<String> models, List<RobustnessReport> reports) {
        if (models.isEmpty() || models.size() > Palette.lines() || models.size() != reports.size()) {
            throw new IllegalArgumentException("there must be 1 to " + Palette.lines()
                    + " models and a report for each, got " + models.size() + " models and " + reports.size()
                    + " reports");
        }
        List<List<String>> all = reports.stream()
                .map(report -> List.copyOf(report.after().keySet()))
                .distinct()
                .toList();
        if (all.size() > 1) {
            throw new IllegalArgumentException("reports must have the same changes in the same order, got " + all);
        }
        RobustnessPlot plot = new RobustnessPlot(models, reports);
        String text = "Share of answers on " + data + " that are different after a change of the sound, with 95 % "
                + "intervals. " + plot.text();
        return Figure.charted(text, () -> List.of(plot.chart(data, text)));
    }

    private DescribedChart chart(String data, String text) {
        double rows = band * changes;
        double end = end();
        DescribedChart chart = new DescribedChart(
                Canvas.WIDTH,
                2 * ChartStyle.PADDING + 70 + (int) (ROW * rows),
                "Different answers in % on " + data + ", with 95 % intervals",
                "",
                text);
        chart.xAxis(-end, 100 * end + end, 10); // a dot at an end is whole
        chart.rows(rows, LEFT);
        Points edges = new Points();
        for (int i = 0; i < changes; i++) {
            double bottom = rows - (i + 1) * band;
            edges.add(0, bottom).add(100 * end, bottom).gap();
            String change = effects.get(0).get(i).change();
            chart.addAnnotation(
                    TextAnnotation.within(Palette.fitted(change, Palette.TEXT, LEFT - 20), 0, 1 - (i + 0.5) / changes)
                            .rightAligned()
                            .moved(-12, 5));
        }
        chart.line("edges", edges, Palette.FAINT, 1, false).setShowInLegend(false);
        for (int model = 0; model < models.size(); model++) {
            draw(new IntervalDots(chart, rows, end), model);
        }
        chart.legend();
        return chart;
    }

    private void draw(IntervalDots dots, int model) {
        for (int i = 0; i < changes; i++) {
            ChangeEffect effect = effects.get(model).get(i);
            dots.add(effect.share(), effect.interval(), band * (changes - i) - (GAP + 1) / 2 - model);
        }
        dots.draw(models.get(model), Palette.line(model));
    }

    /** The end of the axis: the highest interval and the number right of it fit. */
    private double end() {
        double highest = effects.stream()
                .flatMap(List::stream)
                .mapToDouble(effect -> effect.interval().high())
                .max()
                .orElseThrow();
        return Math.min(1, STEP * Math.ceil(1.1 * highest / STEP));
    }

    private String text() {
        return IntStream.range(0, models.size())
                .mapToObj(i -> models.get(i) + ", " + effects.get(i).get(0).tracks() + " tracks: "
                        + effects.get(i).stream().map(RobustnessPlot::text).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static String text(ChangeEffect effect) {
        return String.format(
                Locale.ROOT,
                "%s %.1f %% (%.1f to %.1f)",
                effect.change(),
                100 * effect.share(),
                100 * effect.interval().low(),
                100 * effect.interval().high());
    }
}
