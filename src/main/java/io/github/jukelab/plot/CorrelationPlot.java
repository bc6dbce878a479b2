package io.github.jukelab.plot;

import java.awt.Font;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Heat map of a correlation matrix: blue for positive, orange for negative, white for 0. */
final class CorrelationPlot {

    private static final int LEFT = 172;
    private static final int LARGEST_CELL = 24;
    private static final int LARGEST_BOX = 570;

    private CorrelationPlot() {}

    static Figure of(List<String> names, double[][] values) {
        check(names, values);
        int cell = Math.max(4, Math.min(LARGEST_CELL, LARGEST_BOX / names.size()));
        Rectangle box = new Rectangle(LEFT, 12, cell * names.size(), cell * names.size());
        Canvas canvas = new Canvas(box.x + box.width + 90, box.y + box.height + 12);
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                canvas.graphics().setColor(Palette.diverging(values[i][j]));
                canvas.graphics().fillRect(box.x + j * cell, box.y + i * cell, cell, cell);
            }
        }
        names(canvas, box, names, cell);
        canvas.colourBar(box, -1, 1, "Correlation", share -> Palette.diverging(2 * share - 1));
        return canvas.figure(text(names, values));
    }

    private static void check(List<String> names, double[][] values) {
        boolean square = values.length == names.size();
        for (double[] row : values) {
            square &= row.length == names.size();
        }
        if (names.isEmpty() || !square) {
            throw new IllegalArgumentException("correlations of " + names.size()
                    + " columns must have the same number of rows and columns, got " + values.length + " rows");
        }
        Arrays.stream(values).flatMapToDouble(Arrays::stream).forEach(CorrelationPlot::check);
    }

    /** NaN is the correlation of a column whose values are all the same. */
    private static void check(double value) {
        if (Math.abs(value) > 1 + 1e-9) {
            throw new IllegalArgumentException("correlations must be in [-1, 1], got " + value);
        }
    }

    /** Written beside the rows; the columns have the same order. */
    private static void names(Canvas canvas, Rectangle box, List<String> names, int cell) {
        canvas.graphics().setColor(Palette.INK);
        Font font = Palette.SMALL.deriveFont(Font.PLAIN, Math.max(9, Math.min(12, cell)));
        canvas.graphics().setFont(font);
        for (int i = 0; i < names.size(); i++) {
            String name = Palette.fitted(names.get(i), font, LEFT - 12);
            int width = Palette.width(name, font);
            canvas.graphics().drawString(name, box.x - 6 - width, box.y + i * cell + cell / 2 + 4);
        }
    }

    private static String text(List<String> names, double[][] values) {
        int first = 0;
        int second = 0;
        double strongest = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(values[i][j]) > strongest) {
                    strongest = Math.abs(values[i][j]);
                    first = j;
                    second = i;
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "Correlations of %d columns; the strongest is between %s and %s, %.2f",
                names.size(),
                names.get(first),
                names.get(second),
                values[first][second]);
    }
}
