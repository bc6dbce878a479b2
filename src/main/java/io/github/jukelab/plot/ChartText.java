package io.github.jukelab.plot;

import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.PieSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeriesCategory;
import org.knowm.xchart.internal.series.AxesChartSeriesNumerical;
import org.knowm.xchart.internal.series.Series;

/** The alternative text of a chart: its own, or its title, axes, and the range of each series. */
final class ChartText {

    /** A chart with an alternative text of its own. */
    interface Described {
        String alternativeText();
    }

    private ChartText() {}

    static String of(Chart<?, ?> chart) {
        return chart instanceof Described own ? own.alternativeText() : ranges(chart);
    }

    private static String ranges(Chart<?, ?> chart) {
        String title = chart.getTitle().isBlank() ? "Chart" : "Chart: " + chart.getTitle();
        String axes = chart instanceof AxesChart<?, ?> xy
                ? axis(" of ", xy.getYAxisTitle()) + axis(" over ", xy.getXAxisTitle())
                : "";
        String series =
                chart.getSeriesCollection().stream().map(ChartText::series).collect(Collectors.joining("; "));
        return title + axes + (series.isEmpty() ? ", no series" : ". " + series);
    }

    private static String axis(String word, String title) {
        return title == null || title.isBlank() ? "" : word + title;
    }

    private static String series(Series series) {
        DoubleSummaryStatistics y = values(series).filter(Double::isFinite).summaryStatistics();
        if (y.getCount() == 0) {
            return series.getName() + ": no values";
        }
        if (series instanceof PieSeries) {
            return String.format(Locale.ROOT, "%s: %.3g", series.getName(), y.getMax());
        }
        return String.format(
                Locale.ROOT, "%s: %d values from %.3g to %.3g", series.getName(), y.getCount(), y.getMin(), y.getMax());
    }

    private static DoubleStream values(Series series) {
        if (series instanceof AxesChartSeriesNumerical line) {
            return DoubleStream.of(line.getYData());
        }
        if (series instanceof AxesChartSeriesCategory bars) {
            return DoubleStream.of(bars.getYData());
        }
        if (series instanceof HeatMapSeries map) {
            return map.getHeatData().stream().filter(Objects::nonNull).mapToDouble(ChartText::value);
        }
        if (series instanceof PieSeries slice && slice.getValue() != null) {
            return DoubleStream.of(slice.getValue().doubleValue());
        }
        return DoubleStream.empty();
    }

    /** The third of column, row and value. */
    private static double value(Number[] cell) {
        return cell[2].doubleValue();
    }
}
