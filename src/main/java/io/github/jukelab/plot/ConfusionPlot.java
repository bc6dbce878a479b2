package io.github.jukelab.plot;

import io.github.jukelab.evaluation.ConfusionMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import org.knowm.xchart.style.Styler.ChartTheme;

/** Plot of a confusion matrix: counts, and shares of the row as shades and in percent. */
final class ConfusionPlot {

    private static final int LABEL = 110;
    private static final Color LIGHT = new Color(0xF4F4F8);
    private static final Color DARK = new Color(0x08306B);

    private ConfusionPlot() {}

    static Figure of(ConfusionMatrix confusion) {
        String text = text(confusion);
        return Figure.charted(text, () -> List.of(chart(confusion, text)));
    }

    /** XChart's heat map with a text of its own. */
    private static final class DescribedHeatMap extends HeatMapChart implements ChartText.Described {

        private final String text;

        DescribedHeatMap(int width, int height, String text) {
            super(width, height, ChartTheme.XChart);
            this.text = text;
            ChartStyle.apply(getStyler());
        }

        @Override
        public String alternativeText() {
            return text;
        }
    }

    /** White lines between the cells of a heat map, which touch each other. */
    private static final class Gaps extends Annotation {

        private final int cells;

        Gaps(int cells) {
            super(false);
            this.cells = cells;
        }

        @Override
        public void paint(Graphics2D graphics) {
            int left = getXAxisScreenValueForMin();
            int top = getYAxisScreenValueForMin();
            int width = getXAxisScreenValueForMax() - left;
            int height = getYAxisScreenValueForMax() - top;
            graphics.setColor(Color.WHITE);
            for (int i = 1; i <= cells; i++) {
                graphics.fillRect(left + i * width / cells - 1, top, 2, height + 1);
                graphics.fillRect(left, top + i * height / cells - 1, width + 1, 2);
            }
        }
    }

    private static HeatMapChart chart(ConfusionMatrix confusion, String text) {
        int labels = confusion.labels().size();
        int width = Math.max(24, Math.min(110, 640 / labels));
        int height = Math.max(24, Math.min(56, 420 / labels));
        List<String> names = confusion.labels().stream()
                .map(label -> Palette.fitted(label, Palette.TEXT, LABEL))
                .toList();
        int longest = names.stream()
                .mapToInt(name -> Palette.width(name, Palette.TEXT))
                .max()
                .orElse(0);
        int left = longest + 54;
        boolean slanted = longest > width - 6;
        int below = slanted ? 40 + (int) (longest * Math.sqrt(0.5)) : 40;
        DescribedHeatMap chart = new DescribedHeatMap(
                left + labels * width + ChartStyle.PADDING, 2 * ChartStyle.PADDING + labels * height + below, text);
        chart.setXAxisTitle("Predicted");
        chart.setYAxisTitle("Actual");
        chart.getStyler()
                .setAxisTicksLineVisible(false)
                .setAxisTicksMarksVisible(false)
                .setAxisTickLabelsFont(Palette.TEXT)
                .setXAxisTickMarkSpacingHint(10)
                .setYAxisTickMarkSpacingHint(10)
                .setYAxisLeftWidthHint(left);
        shares(chart, confusion, names);
        chart.addAnnotation(new Gaps(labels));
        if (slanted) {
            slanted(chart, names);
        }
        boolean spacious = height >= 34 && width >= 44;
        for (int actual = 0; actual < labels; actual++) {
            for (int predicted = 0; predicted < labels; predicted++) {
                if (confusion.count(actual, predicted) > 0) {
                    cell(chart, confusion, actual, predicted, spacious);
                }
            }
        }
        return chart;
    }

    /** XChart centres slanted names and leaves some out: its own are transparent and keep the room for these. */
    private static void slanted(HeatMapChart chart, List<String> names) {
        chart.getStyler().setXAxisLabelRotation(45).setXAxisTickLabelsColor(ChartStyle.TRANSPARENT);
        for (int i = 0; i < names.size(); i++) {
            chart.addAnnotation(TextAnnotation.within(names.get(i), (i + 0.5) / names.size(), 0)
                    .rightAligned()
                    .moved(6, 14)
                    .turned(-45));
        }
    }

    /** The count, and its share of the row in percent if there is space. */
    private static void cell(
            HeatMapChart chart, ConfusionMatrix confusion, int actual, int predicted, boolean spacious) {
        int labels = confusion.labels().size();
        double x = (predicted + 0.5) / labels;
        double y = 1 - (actual + 0.5) / labels;
        double share = share(confusion, actual, predicted);
        Color ink = share > 0.5 ? Color.WHITE : Palette.INK;
        String count = Integer.toString(confusion.count(actual, predicted));
        chart.addAnnotation(
                TextAnnotation.within(count, x, y).colour(ink).centred().moved(0, spacious ? -1 : 5));
        if (spacious) {
            chart.addAnnotation(TextAnnotation.within(Math.round(100 * share) + " %", x, y)
                    .font(Palette.SMALL)
                    .colour(ink)
                    .centred()
                    .moved(0, 14));
        }
    }

    /** Row 0 of a heat map is at the bottom. */
    private static void shares(HeatMapChart chart, ConfusionMatrix confusion, List<String> names) {
        int labels = names.size();
        List<Number[]> cells = new ArrayList<>();
        for (int actual = 0; actual < labels; actual++) {
            for (int predicted = 0; predicted < labels; predicted++) {
                cells.add(new Number[] {predicted, labels - 1 - actual, share(confusion, actual, predicted)});
            }
        }
        List<String> upwards = new ArrayList<>(names);
        Collections.reverse(upwards);
        chart.addSeries("share of the row", names, upwards, cells);
        chart.getStyler()
                .setMin(0)
                .setMax(1)
                .setRangeColors(new Color[] {LIGHT, DARK})
                .setShowValue(false);
    }

    private static double share(ConfusionMatrix confusion, int actual, int predicted) {
        int row = confusion.actual(actual);
        return row == 0 ? 0 : (double) confusion.count(actual, predicted) / row;
    }

    private static String text(ConfusionMatrix confusion) {
        String counts = String.format(
                Locale.ROOT,
                "Confusion matrix of %d labels: %d of %d correct, %.1f %%",
                confusion.labels().size(),
                confusion.correct(),
                confusion.total(),
                100.0 * confusion.correct() / confusion.total());
        String mistakes = confusion.mistakes().stream()
                .limit(3)
                .map(ConfusionMatrix.Mistake::toString)
                .collect(Collectors.joining(", "));
        return counts + (mistakes.isEmpty() ? "" : "; most often " + mistakes);
    }
}
