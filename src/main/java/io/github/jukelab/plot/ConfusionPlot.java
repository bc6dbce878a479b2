package io.github.jukelab.plot;

import io.github.jukelab.evaluation.ConfusionMatrix;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.font.FontRenderContext;
import java.util.Locale;
import java.util.stream.Collectors;

/** Plot of a confusion matrix: counts, and shares of the row as shades and in percent. */
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
        int below = slanted ? 48 + (int) (longest * Math.sqrt(0.5)) : 52;
        Canvas canvas = new Canvas(box.x + box.width + 16, box.y + box.height + below);
        for (int actual = 0; actual < labels; actual++) {
            for (int predicted = 0; predicted < labels; predicted++) {
                Rectangle cell =
                        new Rectangle(box.x + predicted * width, box.y + actual * height, width - 1, height - 1);
                cell(canvas, cell, confusion.count(actual, predicted), confusion.actual(actual));
            }
        }
        names(canvas, box, confusion, slanted);
        canvas.centred("Predicted", (int) box.getCenterX(), box.y + box.height + below - 10);
        return canvas.figure(text(confusion));
    }

    /** The width of the longest label in pixels, at most the width that is shown. */
    private static int longest(ConfusionMatrix confusion) {
        FontRenderContext smooth = new FontRenderContext(null, true, false);
        double width = confusion.labels().stream()
                .mapToDouble(
                        label -> Palette.TEXT.getStringBounds(label, smooth).getWidth())
                .max()
                .orElse(0);
        return (int) Math.min(LABEL, width);
    }

    private static void cell(Canvas canvas, Rectangle cell, int count, int row) {
        double share = row == 0 ? 0 : (double) count / row;
        canvas.graphics().setColor(shade(share));
        canvas.graphics().fill(cell);
        if (count == 0) {
            return;
        }
        canvas.graphics().setColor(share > 0.5 ? Color.WHITE : Palette.INK);
        int x = (int) cell.getCenterX();
        int y = (int) cell.getCenterY();
        boolean spacious = cell.height >= 34 && cell.width >= 44;
        canvas.graphics().setFont(Palette.TEXT);
        canvas.centred(Integer.toString(count), x, spacious ? y - 1 : y + 5);
        if (spacious) {
            canvas.graphics().setFont(Palette.SMALL);
            canvas.centred(Math.round(100 * share) + " %", x, y + 14);
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

    private static void names(Canvas canvas, Rectangle box, ConfusionMatrix confusion, boolean slanted) {
        canvas.graphics().setColor(Palette.INK);
        int labels = confusion.labels().size();
        int y = box.y + box.height;
        for (int i = 0; i < labels; i++) {
            canvas.graphics().setFont(Palette.TEXT);
            String label = canvas.fitted(confusion.labels().get(i), LABEL);
            int length = canvas.graphics().getFontMetrics().stringWidth(label);
            int row = box.y + (2 * i + 1) * box.height / (2 * labels);
            int column = box.x + (2 * i + 1) * box.width / (2 * labels);
            canvas.graphics().drawString(label, box.x - 8 - length, row + 5);
            if (slanted) {
                double up = Math.sqrt(0.5) * length;
                canvas.rotated(label, (int) (column + 6 - up), (int) (y + 14 + up), -45);
            } else {
                canvas.centred(label, column, y + 18);
            }
        }
        int length = canvas.graphics().getFontMetrics().stringWidth("Actual");
        canvas.rotated("Actual", 20, (int) box.getCenterY() + length / 2, -90);
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
