package io.github.jukelab.plot;

import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Interval;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Picture of accuracies with their intervals: a band a trial, a row per model, and what needs no model. */
final class AccuracyPlot {

    private static final int LEFT = 210;
    private static final int TOP = 34;
    private static final int ROW = 21;
    private static final int GAP = 13;
    private static final Color GREY = new Color(0x777777);

    private AccuracyPlot() {}

    static Figure of(String data, List<BenchmarkResult> trials) {
        List<String> models = models(trials);
        int band = ROW * models.size() + GAP;
        Rectangle box = new Rectangle(LEFT, TOP, Canvas.WIDTH - LEFT - 24, band * trials.size());
        Canvas sheet = new Canvas(Canvas.WIDTH, box.y + box.height + 60);
        chance(sheet, box, trials.get(0).evaluation(models.get(0)).chance());
        for (int i = 0; i < trials.size(); i++) {
            band(sheet, new Rectangle(box.x, box.y + i * band, box.width, band), trials.get(i), i > 0);
        }
        sheet.edges(box);
        sheet.bottom(box, Tick.linear(0, 100, 10), "Accuracy in % on " + data + ", with 95 % interval");
        legend(sheet, models);
        return sheet.figure("Accuracy on " + data + " with 95 % interval. "
                + trials.stream().map(AccuracyPlot::text).collect(Collectors.joining("; ")));
    }

    private static List<String> models(List<BenchmarkResult> trials) {
        List<List<String>> all =
                trials.stream().map(BenchmarkResult::models).distinct().toList();
        if (all.size() != 1 || all.get(0).size() > Palette.lines()) {
            throw new IllegalArgumentException("trials must be at least one and have the same models, at most "
                    + Palette.lines() + ", got " + all);
        }
        return all.get(0);
    }

    private static void chance(Canvas sheet, Rectangle box, double chance) {
        Path2D line = new Path2D.Double();
        line.moveTo(place(box, chance), box.y);
        line.lineTo(place(box, chance), box.y + box.height);
        sheet.line(box, line, GREY, 1.3f, true);
    }

    private static void band(Canvas sheet, Rectangle band, BenchmarkResult trial, boolean edge) {
        if (edge) {
            sheet.pen().setColor(Palette.FAINT);
            sheet.pen().fillRect(band.x, band.y, band.width, 1);
        }
        double majority = trial.evaluation(trial.models().get(0)).majority();
        sheet.pen().setColor(Palette.INK);
        sheet.pen().fillRect(place(band, majority) - 1, band.y + 4, 3, band.height - 8);
        words(sheet, trial, band);
        for (int i = 0; i < trial.models().size(); i++) {
            int y = band.y + (GAP + ROW) / 2 + i * ROW;
            row(sheet, band, y, trial, trial.models().get(i), Palette.line(i));
        }
    }

    /** The protocol's name and, below it, how many tracks were tried. */
    private static void words(Canvas sheet, BenchmarkResult trial, Rectangle band) {
        int middle = (int) band.getCenterY();
        sheet.pen().setColor(Palette.INK);
        sheet.pen().setFont(Palette.TEXT);
        endingAt(sheet, sheet.fitted(trial.protocol(), LEFT - 20), band.x - 12, middle - 2);
        sheet.pen().setFont(Palette.SMALL);
        sheet.pen().setColor(GREY);
        endingAt(sheet, tracks(trial), band.x - 12, middle + 15);
    }

    private static String tracks(BenchmarkResult trial) {
        Evaluation any = trial.evaluation(trial.models().get(0));
        return any.tracks() + " test tracks";
    }

    private static void row(Canvas sheet, Rectangle box, int y, BenchmarkResult trial, String model, Color colour) {
        Interval interval = trial.interval(model);
        double accuracy = trial.evaluation(model).accuracy();
        int low = place(box, interval.low());
        int high = place(box, interval.high());
        sheet.pen().setColor(colour);
        sheet.pen().setStroke(new BasicStroke(2));
        sheet.pen().drawLine(low, y, high, y);
        sheet.pen().drawLine(low, y - 4, low, y + 4);
        sheet.pen().drawLine(high, y - 4, high, y + 4);
        sheet.pen().fillOval(place(box, accuracy) - 5, y - 5, 10, 10);
        sheet.pen().setColor(Palette.INK);
        sheet.pen().setFont(Palette.SMALL);
        number(sheet, box, y, accuracy, low, high);
    }

    /** Behind the interval, before it, or above it, where there is room. */
    private static void number(Canvas sheet, Rectangle box, int y, double accuracy, int low, int high) {
        String number = String.format(Locale.ROOT, "%.1f", 100 * accuracy);
        int width = sheet.pen().getFontMetrics().stringWidth(number);
        if (high + 8 + width < box.x + box.width) {
            sheet.pen().drawString(number, high + 8, y + 5);
        } else if (low - 8 - width > box.x) {
            sheet.pen().drawString(number, low - 8 - width, y + 5);
        } else {
            boolean left = accuracy > 0.5;
            sheet.pen().drawString(number, place(box, accuracy) + (left ? -8 - width : 8), y - 3);
        }
    }

    private static int place(Rectangle box, double share) {
        return (int) Math.round(box.x + share * box.width);
    }

    private static void endingAt(Canvas sheet, String text, int x, int y) {
        sheet.pen().drawString(text, x - sheet.pen().getFontMetrics().stringWidth(text), y);
    }

    private static void legend(Canvas sheet, List<String> models) {
        int y = TOP - 16;
        int x = LEFT;
        sheet.pen().setFont(Palette.SMALL);
        for (int i = 0; i < models.size(); i++) {
            sheet.pen().setColor(Palette.line(i));
            sheet.pen().fillOval(x, y - 5, 10, 10);
            x = word(sheet, models.get(i), x + 16, y);
        }
        Path2D dashes = new Path2D.Double();
        dashes.moveTo(x, y);
        dashes.lineTo(x + 22, y);
        sheet.line(new Rectangle(x, y - 4, 22, 8), dashes, GREY, 1.3f, true);
        x = word(sheet, "chance", x + 28, y);
        sheet.pen().fillRect(x, y - 6, 3, 12);
        word(sheet, "majority", x + 9, y);
    }

    private static int word(Canvas sheet, String text, int x, int y) {
        sheet.pen().setColor(Palette.INK);
        sheet.pen().drawString(text, x, y + 5);
        return x + 20 + sheet.pen().getFontMetrics().stringWidth(text);
    }

    private static String text(BenchmarkResult trial) {
        Evaluation any = trial.evaluation(trial.models().get(0));
        return trial.protocol() + ", " + tracks(trial) + ": "
                + trial.models().stream().map(model -> text(trial, model)).collect(Collectors.joining(", "))
                + String.format(
                        Locale.ROOT, ", chance %.1f %%, majority %.1f %%", 100 * any.chance(), 100 * any.majority());
    }

    private static String text(BenchmarkResult trial, String model) {
        Interval interval = trial.interval(model);
        return String.format(
                Locale.ROOT,
                "%s %.1f %% (%.1f to %.1f)",
                model,
                100 * trial.evaluation(model).accuracy(),
                100 * interval.low(),
                100 * interval.high());
    }
}
