package io.github.jukelab.plot;

import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.feature.FrameSeries;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Line charts, drawn by XChart: training histories and frame series. */
final class LinePlot {

    private static final int POINTS = 400;

    private LinePlot() {}

    static Figure history(History history) {
        XYChart loss = chart(Raster.WIDTH / 2, Raster.HEIGHT, "Epoch", "Loss");
        XYChart accuracy = chart(Raster.WIDTH / 2, Raster.HEIGHT, "Epoch", "Accuracy in %");
        both(loss, history, Epoch::loss, Epoch::validationLoss);
        both(accuracy, history, e -> 100 * e.accuracy(), e -> 100 * e.validationAccuracy());
        accuracy.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        accuracy.getStyler().setLegendPosition(LegendPosition.InsideSE);
        int last = Math.max(2, history.epochs().size());
        Stream.of(loss, accuracy).forEach(chart -> epochs(chart, last));
        return Figure.of(joined(List.of(loss, accuracy), true), text(history));
    }

    /** Marks at whole epochs only. */
    private static void epochs(XYChart chart, int last) {
        chart.getStyler().setXAxisMin(1.0).setXAxisMax((double) last);
        chart.setCustomXAxisTickLabelsFormatter(value -> String.format(Locale.ROOT, "%.0f", value));
        chart.getStyler().setXAxisMaxLabelCount(Math.min(10, last));
    }

    private static void both(
            XYChart chart, History history, ToDoubleFunction<Epoch> training, ToDoubleFunction<Epoch> validation) {
        List<Epoch> epochs = history.epochs();
        line(chart, "training", epochs, training);
        line(chart, "validation", epochs, validation);
        if (!epochs.isEmpty()) {
            line(chart, "best, epoch " + history.best().number(), List.of(history.best()), validation);
        }
        if (chart.getSeriesMap().isEmpty()) {
            chart.getStyler().setLegendVisible(false);
            XYSeries none = chart.addSeries("none", new double[] {1}, new double[] {0});
            none.setMarker(SeriesMarkers.NONE);
            chart.setTitle("No epochs yet");
        }
    }

    private static void line(XYChart chart, String name, List<Epoch> all, ToDoubleFunction<Epoch> value) {
        List<Epoch> epochs = all.stream()
                .filter(epoch -> Double.isFinite(value.applyAsDouble(epoch)))
                .toList();
        if (epochs.isEmpty()) {
            return;
        }
        XYSeries series = chart.addSeries(
                name,
                epochs.stream().mapToDouble(Epoch::number).toArray(),
                epochs.stream().mapToDouble(value).toArray());
        boolean point = epochs.size() == 1;
        series.setMarker(point ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    }

    static Figure series(List<FrameSeries> all) {
        int lines = all.stream().mapToInt(one -> one.rows().size()).sum();
        if (lines == 0 || lines > Palette.lines()) {
            throw new IllegalArgumentException(
                    "a chart must have from 1 to " + Palette.lines() + " lines, got " + lines);
        }
        Map<String, List<FrameSeries>> units =
                all.stream().collect(Collectors.groupingBy(FrameSeries::unit, LinkedHashMap::new, Collectors.toList()));
        int height = units.size() == 1 ? Raster.HEIGHT : 240;
        List<XYChart> charts = new ArrayList<>();
        units.forEach((unit, members) -> charts.add(panel(unit, members, height)));
        String text = charts.stream().map(ChartText::of).collect(Collectors.joining(". "));
        return Figure.of(joined(charts, false), text);
    }

    private static XYChart panel(String unit, List<FrameSeries> members, int height) {
        String names = members.stream().map(FrameSeries::name).distinct().collect(Collectors.joining(", "));
        String value = members.size() == 1 ? names : "Value";
        XYChart chart = chart(Raster.WIDTH, height, "Time in s", unit.isEmpty() ? value : value + " in " + unit);
        for (FrameSeries series : members) {
            int points = Math.min(POINTS, series.frames());
            Pooled means = Pooled.of(series, points, series.rows().size());
            for (int row = 0; row < series.rows().size(); row++) {
                double[] times = new double[points];
                double[] values = new double[points];
                for (int i = 0; i < points; i++) {
                    times[i] = i * series.frames() * series.secondsPerFrame() / points;
                    values[i] = means.at(row, i);
                }
                String name = series.rows().size() == 1
                        ? series.name()
                        : series.name() + " " + series.rows().get(row);
                XYSeries line = chart.addSeries(name, times, values);
                line.setMarker(points == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
            }
        }
        chart.getStyler().setLegendVisible(chart.getSeriesMap().size() > 1);
        return chart;
    }

    private static XYChart chart(int width, int height, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        XYStyler styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE)
                .setLegendBackgroundColor(Color.WHITE)
                .setLegendBorderColor(Color.WHITE)
                .setLegendFont(Palette.SMALL)
                .setLegendPosition(LegendPosition.InsideNE)
                .setChartFontColor(Palette.INK)
                .setSeriesColors(Palette.lines(Palette.lines()))
                .setSeriesLines(new BasicStroke[] {new BasicStroke(2)});
        styler.setPlotBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
        styler.setAxisTickLabelsFont(Palette.SMALL)
                .setAxisTitleFont(Palette.TEXT)
                .setPlotGridLinesColor(Palette.FAINT)
                .setPlotGridVerticalLinesVisible(false);
        return chart;
    }

    private static BufferedImage joined(List<XYChart> charts, boolean across) {
        int width = charts.get(0).getWidth();
        int height = charts.get(0).getHeight();
        int count = charts.size();
        BufferedImage sheet = new BufferedImage(
                across ? count * width : width, across ? height : count * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        for (int i = 0; i < count; i++) {
            pen.drawImage(
                    BitmapEncoder.getBufferedImage(charts.get(i)), across ? i * width : 0, across ? 0 : i * height, null);
        }
        pen.dispose();
        return sheet;
    }

    private static String text(History history) {
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
                        + " validation ends at %.0f %%; best epoch %d with validation loss %.3f and accuracy %.0f %%;"
                        + " training loss goes from %.3f to %.3f",
                epochs.size() == 1 ? "1 epoch" : epochs.size() + " epochs",
                100 * first.accuracy(),
                100 * last.accuracy(),
                100 * last.validationAccuracy(),
                best.number(),
                best.validationLoss(),
                100 * best.validationAccuracy(),
                first.loss(),
                last.loss());
    }
}
