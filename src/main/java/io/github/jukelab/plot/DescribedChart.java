package io.github.jukelab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Plot_XY;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** XChart's XY chart in the look of all plots, with an alternative text. */
final class DescribedChart extends XYChart implements ChartText.Described {

    private static final double FAR = 1e300;

    private final String text;

    DescribedChart(int width, int height, String xAxis, String yAxis, String text) {
        super(width, height, ChartTheme.XChart);
        this.text = text;
        setXAxisTitle(xAxis);
        setYAxisTitle(yAxis);
        ChartStyle.apply(getStyler());
        // Else XChart may take values of the data for ticks, where they are close to each other
        addSeries("far away", new double[] {FAR}, new double[] {FAR}).setEnabled(false);
    }

    @Override
    public String alternativeText() {
        return text;
    }

    /** The ends of the x axis, with about this many ticks. */
    void xAxis(double low, double high, int ticks) {
        double room = room(low, high);
        getStyler()
                .setXAxisMin(low - room)
                .setXAxisMax(high + room)
                .setXAxisDecimalPattern(Tick.pattern(low, high, ticks))
                .setXAxisTickMarkSpacingHint(getWidth() / ticks);
    }

    /** The ends of the y axis, with about this many ticks. */
    void yAxis(double low, double high, int ticks) {
        double room = room(low, high);
        getStyler()
                .setYAxisMin(low - room)
                .setYAxisMax(high + room)
                .setYAxisDecimalPattern(Tick.pattern(low, high, ticks))
                .setYAxisTickMarkSpacingHint(getHeight() * 4 / 5 / ticks);
    }

    /** XChart leaves out a tick at the very end. */
    private static double room(double low, double high) {
        return (high - low) / 250;
    }

    /** A y axis from 0 to a number of rows, without ticks, with space for their names on the left. */
    void rows(double count, int left) {
        getStyler().setYAxisMin(0.0).setYAxisMax(count).setYAxisTickMarkSpacingHint(Integer.MAX_VALUE);
        getStyler().setYAxisLeftWidthHint(left);
    }

    /** Curves go between pixels, where XChart moves every point to the middle of one, which is for straight lines. */
    void betweenPixels() {
        plot = new Plot_XY<>(this) {
            @Override
            public void paint(Graphics2D graphics) {
                graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
                super.paint(graphics);
                graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_DEFAULT);
            }
        };
    }

    /** A line through all points, interrupted where y is NaN; a dot if there is one point. */
    XYSeries line(String name, Points points, Color colour, float width, boolean dashed) {
        XYSeries series = series(name, points);
        series.setMarker(points.count() == 1 ? ShapeMarker.dot(5) : SeriesMarkers.NONE);
        series.setMarkerColor(colour);
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (dashed) {
            dash(series, width, points.count());
        }
        return series;
    }

    /** XChart begins the dashes anew at every point: they are shorter where points are close, or the line is smooth. */
    private void dash(XYSeries series, float width, int points) {
        boolean dense = points > getWidth() / 4;
        float length = dense ? 10 : Math.min(10, 0.8f * getWidth() / points);
        float[] dashes = {0.6f * length, 0.4f * length};
        series.setSmooth(dense);
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    }

    /** Filled areas, separated by gaps. */
    XYSeries areas(String name, Points corners, Color colour) {
        XYSeries series = line(name, corners, colour, 1, false);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(colour);
        return series;
    }

    /** A marker at every point. */
    XYSeries markers(String name, Points points, Color colour, ShapeMarker marker) {
        XYSeries series = series(name, points);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(marker);
        series.setMarkerColor(colour);
        return series;
    }

    /** A line with a marker at every point, in the colour of its index; if it is alone, also with the intervals. */
    void shares(String name, SharePoints points, int index, boolean alone, ShapeMarker marker) {
        Color colour = Palette.line(index);
        if (alone) {
            line("intervals", points.intervals(), colour, 1.3f, false).setShowInLegend(false);
        }
        line("line of " + name, points.line(), colour, 1.8f, index % 2 == 1).setShowInLegend(false);
        markers(name, points.line(), colour, marker);
    }

    /** XChart needs a point, and names that differ. */
    private XYSeries series(String name, Points points) {
        String label = name.isBlank() ? "–" : name;
        String unique = label;
        for (int i = 2; getSeries(unique) != null; i++) {
            unique = label + " " + i;
        }
        Points shown = points.count() == 0 ? new Points().gap() : points;
        XYSeries series = addSeries(unique, shown.x(), shown.y());
        series.setLabel(label);
        return series;
    }

    /** Below the plot, or right of it if it is too wide. */
    void legend() {
        RowLegend row = new RowLegend(this);
        legend = row;
        boolean below = row.fits();
        getStyler()
                .setLegendVisible(true)
                .setLegendPosition(below ? LegendPosition.OutsideS : LegendPosition.OutsideE)
                .setLegendLayout(below ? LegendLayout.Horizontal : LegendLayout.Vertical);
    }
}
