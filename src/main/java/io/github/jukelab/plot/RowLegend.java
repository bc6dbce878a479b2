package io.github.jukelab.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Legend_Marker;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/**
 * A legend in one row below the plot, with even gaps and one baseline, which XChart's own has not. In any other place
 * it is XChart's.
 */
final class RowLegend extends Legend_Marker<XYStyler, XYSeries> {

    /** It extends into the padding. */
    private static final int HEIGHT = 14;

    private static final int SAMPLE = 22;
    private static final int SPACE = 6;
    private static final int GAP = 18;

    private final DescribedChart chart;

    RowLegend(DescribedChart chart) {
        super(chart);
        this.chart = chart;
    }

    /** Whether the row is narrower than the chart. */
    boolean fits() {
        return width() < chart.getWidth() - 2 * ChartStyle.PADDING;
    }

    private int width() {
        return entries().stream().mapToInt(this::width).sum() - GAP;
    }

    private int width(XYSeries series) {
        return SAMPLE
                + SPACE
                + Palette.width(series.getLabel(), chart.getStyler().getLegendFont())
                + GAP;
    }

    private List<XYSeries> entries() {
        return chart.getSeriesCollection().stream()
                .filter(series -> series.isShowInLegend() && series.isEnabled())
                .toList();
    }

    private boolean below() {
        return chart.getStyler().getLegendPosition() == LegendPosition.OutsideS;
    }

    @Override
    public Rectangle2D getBounds() {
        return below() ? new Rectangle2D.Double(0, 0, width(), HEIGHT) : super.getBounds();
    }

    @Override
    public void paint(Graphics2D graphics) {
        if (!below() || !chart.getStyler().isLegendVisible()) {
            super.paint(graphics);
            return;
        }
        int end = chart.getWidth() - ChartStyle.PADDING;
        int centred = ((int) chart.getYAxisLeftWidth() + end - width()) / 2;
        int x = Math.min(centred, end - width()); // a wide row begins left of the axis
        int y = chart.getHeight() - 16;
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        for (XYSeries series : entries()) {
            sample(graphics, series, x, y);
            graphics.setColor(chart.getStyler().getChartFontColor());
            graphics.setFont(chart.getStyler().getLegendFont());
            graphics.drawString(series.getLabel(), x + SAMPLE + SPACE, y + 4);
            x += width(series);
        }
    }

    private static void sample(Graphics2D graphics, XYSeries series, int x, int y) {
        if (series.getXYSeriesRenderStyle()
                .filter(XYSeriesRenderStyle.Line::equals)
                .isPresent()) {
            graphics.setColor(series.getLineColor());
            graphics.setStroke(series.getLineStyle());
            graphics.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        }
        graphics.setColor(series.getMarkerColor());
        series.getMarker().paint(graphics, x + SAMPLE / 2.0, y, 0);
    }
}
