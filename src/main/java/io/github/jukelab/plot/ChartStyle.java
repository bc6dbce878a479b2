package io.github.jukelab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;

/** The look of all charts: fonts, white ground without grid or frame, thin axes, numbers as in English. */
final class ChartStyle {

    /** Half of the label of a tick at the end of an axis; XChart leaves out a label that is cut. */
    static final int PADDING = 24;

    /** Where XChart reserves space, but draws over something or not well enough. */
    static final Color TRANSPARENT = new Color(0, true);

    private ChartStyle() {}

    static void apply(AxesChartStyler styler) {
        styler.setAxisTitleFont(Palette.TEXT)
                .setAxisTickLabelsFont(Palette.SMALL)
                .setAxisTickLabelsColor(Palette.INK)
                .setAxisTickMarksColor(Palette.INK)
                .setAxisTickMarksStroke(new BasicStroke(1))
                .setAxisTickMarkLength(5)
                .setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right)
                .setPlotMargin(0)
                .setPlotGridLinesVisible(false)
                .setPlotTicksMarksVisible(false);
        styler.setBaseFont(Palette.TEXT)
                .setLocale(Locale.ROOT)
                .setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(Palette.INK)
                .setChartPadding(PADDING)
                .setPlotBackgroundColor(TRANSPARENT)
                .setPlotBorderVisible(false)
                .setPlotContentSize(1)
                .setLegendVisible(false)
                .setLegendFont(Palette.SMALL)
                .setLegendSeriesLineLength(22)
                .setLegendBackgroundColor(Color.WHITE)
                .setLegendBorderColor(Color.WHITE);
    }
}
