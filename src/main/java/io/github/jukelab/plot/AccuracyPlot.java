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

/**
 * Plot of accuracies with their 95 % intervals: a band per protocol, a row per model, lines for chance and majority.
 */
final class AccuracyPlot {

    private static final int LEFT = 210;
    private static final int TOP = 34;
    private static final int ROW = 21;
    private static final int GAP = 13;
    private static final Color GREY = new Color(0x777777);

    private AccuracyPlot() {}

    static Figure of(String data, List<BenchmarkResult> results) {
        List<String> models = models(results);
        int band = ROW * models.size() + GAP;
        Rectangle box = new Rectangle(LEFT, TOP, Canvas.WIDTH - LEFT - 24, band * results.size());
        Canvas canvas = new Canvas(Canvas.WIDTH, box.y + box.height + 60);
        chance(canvas, box, results.get(0).evaluation(models.get(0)).chance());
        for (int i = 0; i < results.size(); i++) {
            band(canvas, new Rectangle(box.x, box.y + i * band, box.width, band), results.get(i), i > 0);
        }
        canvas.edges(box);
        canvas.bottom(box, Tick.linear(0, 100, 10), "Accuracy in % on " + data + ", with 95 % intervals");
        legend(canvas, models);
        return canvas.figure("Accuracy on " + data + " with 95 % intervals. "
                + results.stream().map(AccuracyPlot::text).collect(Collectors.joining("; ")));
    }

    private static List<String> models(List<BenchmarkResult> results) {
        List<List<String>> all =
                results.stream().map(BenchmarkResult::models).distinct().toList();
        if (all.size() != 1 || all.get(0).size() > Palette.lines()) {
            throw new IllegalArgumentException("results must be at least one and have the same models, at most "
                    + Palette.lines() + ", got " + all);
        }
        return all.get(0);
    }

    private static void chance(Canvas canvas, Rectangle box, double chance) {
        Path2D line = new Path2D.Double();
        line.moveTo(x(box, chance), box.y);
        line.lineTo(x(box, chance), box.y + box.height);
        canvas.line(box, line, GREY, 1.3f, true);
    }

    private static void band(Canvas canvas, Rectangle band, BenchmarkResult result, boolean edge) {
        if (edge) {
            canvas.graphics().setColor(Palette.FAINT);
            canvas.graphics().fillRect(band.x, band.y, band.width, 1);
        }
        double majority = result.evaluation(result.models().get(0)).majority();
        canvas.graphics().setColor(Palette.INK);
        canvas.graphics().fillRect(x(band, majority) - 1, band.y + 4, 3, band.height - 8);
        describe(canvas, result, band);
        for (int i = 0; i < result.models().size(); i++) {
            int y = band.y + (GAP + ROW) / 2 + i * ROW;
            row(canvas, band, y, result, result.models().get(i), Palette.line(i));
        }
    }

    /** The protocol's name and, below it, the number of test tracks. */
    private static void describe(Canvas canvas, BenchmarkResult result, Rectangle band) {
        int middle = (int) band.getCenterY();
        canvas.graphics().setColor(Palette.INK);
        canvas.graphics().setFont(Palette.TEXT);
        rightAligned(canvas, canvas.fitted(result.protocol(), LEFT - 20), band.x - 12, middle - 2);
        canvas.graphics().setFont(Palette.SMALL);
        canvas.graphics().setColor(GREY);
        rightAligned(canvas, tracks(result), band.x - 12, middle + 15);
    }

    private static String tracks(BenchmarkResult result) {
        Evaluation first = result.evaluation(result.models().get(0));
        return first.tracks() + " test tracks";
    }

    private static void row(Canvas canvas, Rectangle box, int y, BenchmarkResult result, String model, Color colour) {
        Interval interval = result.interval(model);
        double accuracy = result.evaluation(model).accuracy();
        int low = x(box, interval.low());
        int high = x(box, interval.high());
        canvas.graphics().setColor(colour);
        canvas.graphics().setStroke(new BasicStroke(2));
        canvas.graphics().drawLine(low, y, high, y);
        canvas.graphics().drawLine(low, y - 4, low, y + 4);
        canvas.graphics().drawLine(high, y - 4, high, y + 4);
        canvas.graphics().fillOval(x(box, accuracy) - 5, y - 5, 10, 10);
        canvas.graphics().setColor(Palette.INK);
        canvas.graphics().setFont(Palette.SMALL);
        number(canvas, box, y, accuracy, low, high);
    }

    /** Right of the interval, left of it, or above it, where there is room. */
    private static void number(Canvas canvas, Rectangle box, int y, double accuracy, int low, int high) {
        String number = String.format(Locale.ROOT, "%.1f", 100 * accuracy);
        int width = canvas.graphics().getFontMetrics().stringWidth(number);
        if (high + 8 + width < box.x + box.width) {
            canvas.graphics().drawString(number, high + 8, y + 5);
        } else if (low - 8 - width > box.x) {
            canvas.graphics().drawString(number, low - 8 - width, y + 5);
        } else {
            boolean left = accuracy > 0.5;
            canvas.graphics().drawString(number, x(box, accuracy) + (left ? -8 - width : 8), y - 3);
        }
    }

    private static int x(Rectangle box, double share) {
        return (int) Math.round(box.x + share * box.width);
    }

    private static void rightAligned(Canvas canvas, String text, int x, int y) {
        canvas.graphics()
                .drawString(text, x - canvas.graphics().getFontMetrics().stringWidth(text), y);
    }

    private static void legend(Canvas canvas, List<String> models) {
        int y = TOP - 16;
        int x = LEFT;
        canvas.graphics().setFont(Palette.SMALL);
        for (int i = 0; i < models.size(); i++) {
            canvas.graphics().setColor(Palette.line(i));
            canvas.graphics().fillOval(x, y - 5, 10, 10);
            x = entry(canvas, models.get(i), x + 16, y);
        }
        Path2D dashes = new Path2D.Double();
        dashes.moveTo(x, y);
        dashes.lineTo(x + 22, y);
        canvas.line(new Rectangle(x, y - 4, 22, 8), dashes, GREY, 1.3f, true);
        x = entry(canvas, "chance", x + 28, y);
        canvas.graphics().fillRect(x, y - 6, 3, 12);
        entry(canvas, "majority", x + 9, y);
    }

    private static int entry(Canvas canvas, String text, int x, int y) {
        canvas.graphics().setColor(Palette.INK);
        canvas.graphics().drawString(text, x, y + 5);
        return x + 20 + canvas.graphics().getFontMetrics().stringWidth(text);
    }

    private static String text(BenchmarkResult result) {
        Evaluation first = result.evaluation(result.models().get(0));
        return result.protocol() + ", " + tracks(result) + ": "
                + result.models().stream().map(model -> text(result, model)).collect(Collectors.joining(", "))
                + String.format(
                        Locale.ROOT,
                        ", chance %.1f %%, majority %.1f %%",
                        100 * first.chance(),
                        100 * first.majority());
    }

    private static String text(BenchmarkResult result, String model) {
        Interval interval = result.interval(model);
        return String.format(
                Locale.ROOT,
                "%s %.1f %% (%.1f to %.1f)",
                model,
                100 * result.evaluation(model).accuracy(),
                100 * interval.low(),
                100 * interval.high());
    }
}
