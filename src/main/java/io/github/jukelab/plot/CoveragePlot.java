package io.github.jukelab.plot;

import io.github.jukelab.evaluation.Coverage;
import io.github.jukelab.evaluation.Coverage.Point;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The accuracy of answers by the share of answered tracks, as the threshold to abstain rises. */
final class CoveragePlot {

    private static final int HEIGHT = 420;

    /** Thresholds whose points are named, where there is one model. */
    private static final Set<Double> NAMED = Set.of(0.5, 0.7, 0.9);

    /** The space that a name needs, in units of the x axis. */
    private static final double NAME = 10;

    private CoveragePlot() {}

    static Figure of(List<Coverage> coverages, List<String> names) {
        if (coverages.isEmpty() || coverages.size() > Palette.lines() || names.size() != coverages.size()) {
            throw new IllegalArgumentException("there must be 1 to " + Palette.lines()
                    + " coverages and a name for each, got " + coverages.size() + " coverages and " + names.size()
                    + " names");
        }
        List<Coverage> all = List.copyOf(coverages);
        List<String> named = List.copyOf(names);
        String text = "Line chart of correct answers by answered tracks. "
                + IntStream.range(0, named.size())
                        .mapToObj(i -> named.get(i) + ": " + text(all.get(i)))
                        .collect(Collectors.joining("; "));
        return Figure.charted(text, () -> List.of(chart(all, named, text)));
    }

    private static DescribedChart chart(List<Coverage> coverages, List<String> names, String text) {
        boolean alone = names.size() == 1;
        double low = coverages.stream()
                .flatMap(coverage -> coverage.points().stream())
                .mapToDouble(point -> alone ? point.interval().low() : point.accuracy())
                .min()
                .orElseThrow();
        DescribedChart chart =
                new DescribedChart(Canvas.WIDTH, HEIGHT, "Answered tracks in %", "Correct answers in %", text);
        chart.xAxis(-1, 101, 10); // a dot at an end is whole
        chart.yAxis(10 * Math.floor(10 * low) - 1, 101, 8);
        for (int i = 0; i < names.size(); i++) {
            draw(chart, coverages.get(i), names.get(i), i, alone);
        }
        chart.legend();
        return chart;
    }

    private static void draw(DescribedChart chart, Coverage coverage, String name, int index, boolean alone) {
        Color colour = Palette.line(index);
        Points line = new Points();
        Points intervals = new Points();
        double lastNamed = Double.POSITIVE_INFINITY;
        for (Point point : coverage.points()) {
            double x = 100 * point.coverage();
            line.add(x, 100 * point.accuracy());
            intervals
                    .add(x, 100 * point.interval().low())
                    .add(x, 100 * point.interval().high())
                    .gap();
            if (alone && NAMED.contains(point.threshold()) && lastNamed - x > NAME) {
                lastNamed = x;
                String label = String.format(Locale.ROOT, "below %.1f", point.threshold());
                chart.addAnnotation(TextAnnotation.at(label, x, 0.04).centred().font(Palette.SMALL));
            }
        }
        if (alone) {
            chart.line("intervals", intervals, colour, 1.3f, false).setShowInLegend(false);
        }
        chart.line("line of " + name, line, colour, 1.8f, index % 2 == 1).setShowInLegend(false);
        chart.markers(name, line, colour, ShapeMarker.numbered(index, 8));
    }

    private static String text(Coverage coverage) {
        return coverage.points().stream()
                .filter(point -> point.threshold() == 0 || NAMED.contains(point.threshold()))
                .map(point -> String.format(
                        Locale.ROOT,
                        "abstaining below %.1f, %.1f %% answered, %.1f %% of them correct",
                        point.threshold(),
                        100 * point.coverage(),
                        100 * point.accuracy()))
                .collect(Collectors.joining(", "));
    }
}
