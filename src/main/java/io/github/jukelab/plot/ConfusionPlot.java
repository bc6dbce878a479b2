package io.github.jukelab.plot;

import io.github.jukelab.evaluation.ConfusionMatrix;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.font.FontRenderContext;
import java.util.Locale;
import java.util.stream.Collectors;

/** Picture of a confusion matrix: counts, and shares of the row by shade and in words. */
final class ConfusionPlot {

    private static final int LABEL = 110;
    private static final Color DARK = new Color(0x08306B);

    private ConfusionPlot() {}

    static Figure of(ConfusionMatrix confusion) {
        int labels = confusion.labels().size();
        int width = Math.max(24, Math.min(110, 640 / labels));
        int height = Math.max(24, Math.min(56, 420 / labels));
        Rectangle box = new Rectangle(LABEL + 40, 12, labels * width, labels * height);
        int longest = longest(confusion);
        boolean slanted = longest > width - 6;
        int words = slanted ? 48 + (int) (longest * Math.sqrt(0.5)) : 52;
        Canvas sheet = new Canvas(box.x + box.width + 16, box.y + box.height + words);
        for (int actual = 0; actual < labels; actual++) {
            for (int predicted = 0; predicted < labels; predicted++) {
                Rectangle cell =
                        new Rectangle(box.x + predicted * width, box.y + actual * height, width - 1, height - 1);
                cell(sheet, cell, confusion.count(actual, predicted), confusion.actual(actual));
            }
        }
        words(sheet, box, confusion, slanted);
        sheet.centred("Predicted", (int) box.getCenterX(), box.y + box.height + words - 10);
        return sheet.figure(text(confusion));
    }

    /** The width of the longest label in pixels, as far as it is shown. */
    private static int longest(ConfusionMatrix confusion) {
        FontRenderContext smooth = new FontRenderContext(null, true, false);
        double width = confusion.labels().stream()
                .mapToDouble(
                        label -> Palette.TEXT.getStringBounds(label, smooth).getWidth())
                .max()
                .orElse(0);
        return (int) Math.min(LABEL, width);
    }

    private static void cell(Canvas sheet, Rectangle cell, int count, int row) {
        double share = row == 0 ? 0 : (double) count / row;
        sheet.pen().setColor(shade(share));
        sheet.pen().fill(cell);
        if (count == 0) {
            return;
        }
        sheet.pen().setColor(share > 0.5 ? Color.WHITE : Palette.INK);
        int x = (int) cell.getCenterX();
        int y = (int) cell.getCenterY();
        boolean roomy = cell.height >= 34 && cell.width >= 44;
        sheet.pen().setFont(Palette.TEXT);
        sheet.centred(Integer.toString(count), x, roomy ? y - 1 : y + 5);
        if (roomy) {
            sheet.pen().setFont(Palette.SMALL);
            sheet.centred(Math.round(100 * share) + " %", x, y + 14);
        }
    }

    /** From almost white to dark blue, in even steps. */
    private static Color shade(double share) {
        int grey = 0xF4;
        return new Color(
                (int) Math.round(grey + share * (DARK.getRed() - grey)),
                (int) Math.round(grey + share * (DARK.getGreen() - grey)),
                (int) Math.round(0xF8 + share * (DARK.getBlue() - 0xF8)));
    }

    private static void words(Canvas sheet, Rectangle box, ConfusionMatrix confusion, boolean slanted) {
        sheet.pen().setColor(Palette.INK);
        int labels = confusion.labels().size();
        int y = box.y + box.height;
        for (int i = 0; i < labels; i++) {
            sheet.pen().setFont(Palette.TEXT);
            String label = sheet.fitted(confusion.labels().get(i), LABEL);
            int length = sheet.pen().getFontMetrics().stringWidth(label);
            int row = box.y + (2 * i + 1) * box.height / (2 * labels);
            int column = box.x + (2 * i + 1) * box.width / (2 * labels);
            sheet.pen().drawString(label, box.x - 8 - length, row + 5);
            if (slanted) {
                double up = Math.sqrt(0.5) * length;
                sheet.turned(label, (int) (column + 6 - up), (int) (y + 14 + up), -45);
            } else {
                sheet.centred(label, column, y + 18);
            }
        }
        int length = sheet.pen().getFontMetrics().stringWidth("Actual");
        sheet.turned("Actual", 20, (int) box.getCenterY() + length / 2, -90);
    }

    private static String text(ConfusionMatrix confusion) {
        String right = String.format(
                Locale.ROOT,
                "Confusion matrix of %d labels: %d of %d right, %.1f %%",
                confusion.labels().size(),
                confusion.correct(),
                confusion.total(),
                100.0 * confusion.correct() / confusion.total());
        String mistakes = confusion.mistakes().stream()
                .limit(3)
                .map(ConfusionMatrix.Mistake::toString)
                .collect(Collectors.joining(", "));
        return right + (mistakes.isEmpty() ? "" : "; most often " + mistakes);
    }
}
