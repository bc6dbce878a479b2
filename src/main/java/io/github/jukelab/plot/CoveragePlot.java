package io.github.jukelab.plot;

import io.github.jukelab.evaluation.Coverage;
import io.github.jukelab.evaluation.Coverage.Point;
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
        Palette.requireNamedLines("coverages", coverages.size(), names.size());
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
            chart.shares(names.get(i), points(coverages.get(i)), i, alone, ShapeMarker.numbered(i, 8));
        }
        if (alone) {
            nameThresholds(chart, coverages.get(0));
        }
        chart.legend();
        return chart;
    }

    private static SharePoints points(Coverage coverage) {
        SharePoints points = new SharePoints();
        coverage.points().forEach(point -> points.add(point.coverage(), point.accuracy(), point.interval()));
        return points;
    }

    private static void nameThresholds(DescribedChart chart, Coverage coverage) {
        double lastNamed = Double.POSITIVE_INFINITY;
        for (Point point : coverage.points()) {
            double x = 100 * point.coverage();
            if (NAMED.contains(point.threshold()) && lastNamed - x > NAME) {
                lastNamed = x;
                String label = String.format(Locale.ROOT, "below %.1f", point.threshold());
                chart.addAnnotation(TextAnnotation.at(label, x, 0.04).centred().font(Palette.SMALL));
            }
        }
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
