package io.github.jukelab.plot;

import io.github.jukelab.evaluation.Calibration;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reliability diagrams: the accuracy of answers by their confidence, beside the diagonal of a calibrated model. */
final class CalibrationPlot {

    private static final int HEIGHT = 480;

    private CalibrationPlot() {}

    static Figure of(List<Calibration> calibrations, List<String> names) {
        if (calibrations.isEmpty() || calibrations.size() > Palette.lines() || names.size() != calibrations.size()) {
            throw new IllegalArgumentException("there must be 1 to " + Palette.lines()
                    + " calibrations and a name for each, got " + calibrations.size() + " calibrations and "
                    + names.size() + " names");
        }
        List<Calibration> all = List.copyOf(calibrations);
        List<String> named = List.copyOf(names);
        String text = "Reliability diagram, accuracy by confidence. "
                + IntStream.range(0, named.size())
                        .mapToObj(i -> named.get(i) + ": " + text(all.get(i)))
                        .collect(Collectors.joining("; "));
        return Figure.charted(text, () -> List.of(chart(all, named, text)));
    }

    private static DescribedChart chart(List<Calibration> calibrations, List<String> names, String text) {
        DescribedChart chart =
                new DescribedChart(Canvas.WIDTH, HEIGHT, "Confidence in %", "Correct answers in %", text);
        chart.xAxis(0, 100, 10);
        chart.yAxis(-1, 101, 10); // a dot at an end is whole
        chart.line("calibrated", new Points().add(0, 0).add(100, 100), Palette.GREY, 1.3f, false);
        for (int i = 0; i < names.size(); i++) {
            draw(chart, calibrations.get(i), names.get(i), i, names.size() == 1);
        }
        chart.legend();
        return chart;
    }

    private static void draw(DescribedChart chart, Calibration calibration, String name, int index, boolean alone) {
        Color colour = Palette.line(index);
        Points line = new Points();
        Points intervals = new Points();
        for (Calibration.Bin bin : calibration.bins()) {
            double x = 100 * bin.confidence();
            line.add(x, 100 * bin.accuracy());
            intervals
                    .add(x, 100 * bin.interval().low())
                    .add(x, 100 * bin.interval().high())
                    .gap();
        }
        if (alone) {
            chart.line("intervals", intervals, colour, 1.3f, false).setShowInLegend(false);
        }
        chart.line("line of " + name, line, colour, 1.8f, index % 2 == 1).setShowInLegend(false);
        chart.markers(name, line, colour, ShapeMarker.numbered(index, 9));
    }

    private static String text(Calibration calibration) {
        return String.format(
                Locale.ROOT,
                "expected calibration error %.1f %%, %s",
                100 * calibration.error(),
                calibration.bins().stream()
                        .map(bin -> String.format(
                                Locale.ROOT,
                                "%.0f %% correct at %.0f %% (%d)",
                                100 * bin.accuracy(),
                                100 * bin.confidence(),
                                bin.count()))
                        .collect(Collectors.joining(", ")));
    }
}
