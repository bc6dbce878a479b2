package io.github.jukelab.plot;

import io.github.jukelab.evaluation.Calibration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reliability diagrams: the accuracy of answers by their confidence, beside the diagonal of a calibrated model. */
final class CalibrationPlot {

    private static final int HEIGHT = 480;

    private CalibrationPlot() {}

    static Figure of(List<Calibration> calibrations, List<String> names) {
        Palette.requireNamedLines("calibrations", calibrations.size(), names.size());
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
            chart.shares(names.get(i), points(calibrations.get(i)), i, names.size() == 1, ShapeMarker.numbered(i, 9));
        }
        chart.legend();
        return chart;
    }

    private static SharePoints points(Calibration calibration) {
        SharePoints points = new SharePoints();
        calibration.bins().forEach(bin -> points.add(bin.confidence(), bin.accuracy(), bin.interval()));
        return points;
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
