package io.github.jukelab.plot;

import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeriesCategory;
import org.knowm.xchart.internal.series.AxesChartSeriesNumericalNoErrorBars;
import org.knowm.xchart.internal.series.Series;

/** The alternative text of a chart: title, axes, and the range of each series. */
final class ChartText {

    private ChartText() {}

    static String of(Chart<?, ?> chart) {
        String title = chart.getTitle().isBlank() ? "Chart" : "Chart: " + chart.getTitle();
        String series =
                chart.getSeriesMap().values().stream().map(ChartText::series).collect(Collectors.joining("; "));
        return title
                + axis(" of ", chart.getYAxisTitle())
                + axis(" over ", chart.getXAxisTitle())
                + (series.isEmpty() ? ", no series" : ". " + series);
    }

    private static String axis(String word, String title) {
        return title == null || title.isBlank() ? "" : word + title;
    }

    private static String series(Series series) {
        DoubleSummaryStatistics y = values(series).filter(Double::isFinite).summaryStatistics();
        if (y.getCount() == 0) {
            return series.getName() + ": no values";
        }
        return String.format(
                Locale.ROOT, "%s: %d values from %.3g to %.3g", series.getName(), y.getCount(), y.getMin(), y.getMax());
    }

    private static DoubleStream values(Series series) {
        if (series instanceof AxesChartSeriesNumericalNoErrorBars line) {
            return DoubleStream.of(line.getYData());
        }
        if (series instanceof AxesChartSeriesCategory bars) {
            return bars.getYData().stream().filter(Objects::nonNull).mapToDouble(Number::doubleValue);
        }
        return DoubleStream.empty();
    }
}
