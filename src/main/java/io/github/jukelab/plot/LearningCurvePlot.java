package io.github.jukelab.plot;

import io.github.jukelab.evaluation.LearningCurve;
import io.github.jukelab.evaluation.LearningCurve.Line;
import io.github.jukelab.evaluation.LearningCurve.Point;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plot of a learning curve: a line and a band per model. */
final class LearningCurvePlot {

    /** Of 255: bands over each other can be told apart. */
    private static final int BAND_ALPHA = 40;

    private static final double LOG_2 = Math.log(2);

    /** Beside the first and the last size, in doublings. */
    private static final double MARGIN = 0.15;

    /** In pixels, about: XChart then takes a tick per doubling, since its steps are 0.5, 1, 2 and so on. */
    private static final double PLOT_WIDTH = 0.9 * Canvas.WIDTH;

    private LearningCurvePlot() {}

    static Figure of(LearningCurve curve) {
        if (curve.lines().size() > Palette.lines()) {
            throw new IllegalArgumentException("a learning curve is drawn of at most " + Palette.lines()
                    + " models, got " + curve.lines().size());
        }
        String text = "Mean accuracy in % by training recordings per class, and the 10th to 90th percentile of draws. "
                + curve.lines().stream().map(LearningCurvePlot::text).collect(Collectors.joining("; "));
        return Figure.charted(text, () -> List.of(chart(curve, text)));
    }

    private static String text(Line line) {
        return line.model() + ": "
                + line.points().stream()
                        .map(point -> point.size() + " per class " + point.text())
                        .collect(Collectors.joining(", "));
    }

    private static DescribedChart chart(LearningCurve curve, String text) {
        DescribedChart chart =
                new DescribedChart(Canvas.WIDTH, Canvas.HEIGHT, "Training recordings per class", "Accuracy in %", text);
        double[] places = curve.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(LearningCurvePlot::place)
                .sorted()
                .toArray();
        double low = places[0] - MARGIN;
        double high = Math.max(places[places.length - 1], places[0] + 1) + MARGIN;
        chart.xAxis(low, high, (int) Math.ceil(high - low) + 1);
        chart.getStyler()
                .setXAxisTickLabelsFormattingFunction(LearningCurvePlot::label)
                .setXAxisTickMarkSpacingHint((int) (PLOT_WIDTH / (high - low)));
        chart.yAxis(0, 102, 6);
        chart.betweenPixels();
        IntStream.range(0, curve.lines().size())
                .forEach(i -> band(chart, curve.lines().get(i), Palette.line(i)));
        IntStream.range(0, curve.lines().size())
                .forEach(i -> line(chart, curve.lines().get(i), i));
        chart.legend();
        return chart;
    }

    /** XChart asks also for labels beside the plot, and draws none if two are alike. */
    private static String label(double place) {
        return String.format(Locale.ROOT, place < 0 ? "%.3f" : "%.0f", Math.pow(2, place));
    }

    /** Doublings of one recording. */
    private static double place(Point point) {
        return Math.log(point.perClass()) / LOG_2;
    }

    private static void band(DescribedChart chart, Line line, Color colour) {
        Points corners = new Points();
        line.points().forEach(point -> corners.add(place(point), 100 * point.low()));
        List<Point> back = new ArrayList<>(line.points());
        Collections.reverse(back);
        back.forEach(point -> corners.add(place(point), 100 * point.high()));
        Color pale = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA);
        chart.areas("spread of " + line.model(), corners, pale).setShowInLegend(false);
    }

    private static void line(DescribedChart chart, Line line, int index) {
        Points means = new Points();
        line.points().forEach(point -> means.add(place(point), 100 * point.mean()));
        chart.line(line.model(), means, Palette.line(index), 1.8f, index % 2 == 1)
                .setMarker(ShapeMarker.dot(7));
    }
}
