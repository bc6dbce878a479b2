package io.github.jukelab.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What plots of one measure by label have in common: a row per label, its name on the left, one axis below. */
final class LabelRows {

    /** How the values of the labels are drawn and described. */
    interface Style {
        /** Draws the values of all labels, those of label i at the height {@code rows - i - 0.5}. */
        void draw(DescribedChart chart, List<double[]> values);

        /** Describes the values of one label in a few words; there is at least one. */
        String text(double[] values);
    }

    private static final int ROW = 30;
    private static final int LEFT = 130;

    private LabelRows() {}

    static Figure of(String axis, Map<String, double[]> values, String form, Style style) {
        return of(axis, values, form, style, OptionalDouble.empty());
    }

    /** The same with a line at a border, which is on the axis whatever the values are. */
    static Figure of(String axis, Map<String, double[]> values, String form, Style style, OptionalDouble border) {
        Map<String, double[]> copy = new LinkedHashMap<>();
        values.forEach((label, own) -> copy.put(label, own.clone()));
        double[] sorted =
                copy.values().stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        check(sorted, copy);
        if (!Double.isFinite(border.orElse(0))) {
            throw new IllegalArgumentException("a border must be finite, got " + border.getAsDouble());
        }
        String text = axis + ", " + sorted.length + " values of " + copy.size() + " labels" + form + ". "
                + copy.entrySet().stream()
                        .map(own -> own.getKey() + ": " + text(own.getValue(), style, border))
                        .collect(Collectors.joining("; "));
        return Figure.charted(text, () -> List.of(chart(axis, copy, sorted, style, border, text)));
    }

    private static void check(double[] sorted, Map<String, double[]> values) {
        int last = sorted.length - 1;
        if (sorted.length == 0 || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[last])) {
            throw new IllegalArgumentException("values by label must be finite and at least one, got " + sorted.length
                    + " for " + values.keySet());
        }
    }

    private static String text(double[] values, Style style, OptionalDouble border) {
        if (values.length == 0) {
            return "no values";
        }
        return style.text(values) + (border.isPresent() ? above(values, border.getAsDouble()) : "");
    }

    private static String above(double[] values, double border) {
        long above = Arrays.stream(values).filter(value -> value > border).count();
        return String.format(Locale.ROOT, ", %d of %d above %.4g", above, values.length, border);
    }

    /** From the smallest to the largest value, with a margin. */
    private static DescribedChart chart(
            String axis,
            Map<String, double[]> values,
            double[] sorted,
            Style style,
            OptionalDouble border,
            String text) {
        int rows = values.size();
        double least = Math.min(sorted[0], border.orElse(sorted[0]));
        double most = Math.max(sorted[sorted.length - 1], border.orElse(sorted[0]));
        double margin = most > least ? (most - least) / 25 : 1;
        DescribedChart chart =
                new DescribedChart(Canvas.WIDTH, 2 * ChartStyle.PADDING + 38 + ROW * rows, axis, "", text);
        chart.xAxis(least - margin, most + margin, 8);
        chart.rows(rows, LEFT);
        List<String> labels = new ArrayList<>(values.keySet());
        for (int i = 0; i < rows; i++) {
            chart.addAnnotation(TextAnnotation.within(
                            Palette.fitted(labels.get(i), Palette.TEXT, LEFT - 20), 0, (rows - i - 0.5) / rows)
                    .rightAligned()
                    .moved(-10, 5));
        }
        border.ifPresent(at -> chart.line("border", new Points().add(at, 0).add(at, rows), Palette.GREY, 1.3f, true));
        style.draw(chart, new ArrayList<>(values.values()));
        return chart;
    }
}
