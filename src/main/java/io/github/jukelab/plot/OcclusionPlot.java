package io.github.jukelab.plot;

import io.github.jukelab.evaluation.OcclusionMap;
import io.github.jukelab.feature.FrameSeries;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Collection;
import java.util.Locale;

/**
 * An input of a model, and below it by how much the probability of the label fell without the patch around each of its blocks. A line
 * marks the end of the sound if the input goes on after it.
 */
final class OcclusionPlot {

    private static final Rectangle INPUT = new Rectangle(76, 26, 600, 180);
    private static final Rectangle DROPS = new Rectangle(76, 244, 600, 180);
    private static final int HEIGHT = 484;

    /** Of rows: as many as there are notes. */
    private static final int MOST_TICKS = 12;

    /** Smaller falls stay pale. */
    private static final double LEAST = 0.1;

    private OcclusionPlot() {}

    static Figure of(FrameSeries input, OcclusionMap map) {
        Canvas canvas = new Canvas(Canvas.WIDTH, HEIGHT);
        input(canvas, input, isPadded(map));
        drops(canvas, map);
        canvas.left(DROPS, Tick.rows(input.rows(), MOST_TICKS), input.name());
        canvas.bottom(DROPS, Tick.linear(map.span().start(), map.span().end(), 8), "Time in s");
        end(canvas, map);
        return canvas.figure("Input of a model, and by how much its probability falls without each patch. " + map);
    }

    private static void input(Canvas canvas, FrameSeries input, boolean padded) {
        Downsampled values = Downsampled.of(input, INPUT.width, INPUT.height);
        double low = values.min();
        double high = values.max() > low ? values.max() : low + 1;
        canvas.heat(INPUT, values, low, high);
        canvas.title(INPUT, padded ? "Input; the line is the end of the sound" : "Input");
        canvas.left(INPUT, Tick.rows(input.rows(), MOST_TICKS), input.name());
        canvas.colourBar(INPUT, low, high, input.unit().isEmpty() ? "Value" : input.unit());
    }

    private static void drops(Canvas canvas, OcclusionMap map) {
        double range = map.drops().stream()
                .flatMap(Collection::stream)
                .mapToDouble(Math::abs)
                .reduce(LEAST, Math::max);
        for (int band = 0; band < map.bands(); band++) {
            for (int time = 0; time < map.times(); time++) {
                canvas.graphics()
                        .setColor(Palette.diverging(-map.drops().get(band).get(time) / range));
                int left = DROPS.x + time * DROPS.width / map.times();
                int right = DROPS.x + (time + 1) * DROPS.width / map.times();
                int bottom = DROPS.y + DROPS.height - band * DROPS.height / map.bands();
                int top = DROPS.y + DROPS.height - (band + 1) * DROPS.height / map.bands();
                canvas.graphics().fillRect(left, top, right - left, bottom - top);
            }
        }
        canvas.graphics().setColor(Palette.INK);
        canvas.title(
                DROPS,
                String.format(
                        Locale.ROOT,
                        "Without the patch around here, %s falls from %.2f by",
                        map.label(),
                        map.probability()));
        canvas.colourBar(DROPS, -range, range, "Fall of the probability", share -> Palette.diverging(1 - 2 * share));
    }

    /** By a pixel or more. */
    private static boolean isPadded(OcclusionMap map) {
        double pixel = (map.span().end() - map.span().start()) / INPUT.width;
        return map.end() + pixel < map.span().end();
    }

    private static void end(Canvas canvas, OcclusionMap map) {
        if (!isPadded(map)) {
            return;
        }
        double share = (map.end() - map.span().start())
                / (map.span().end() - map.span().start());
        for (Rectangle box : new Rectangle[] {INPUT, DROPS}) {
            int x = box.x + (int) Math.round(share * box.width);
            canvas.graphics().setColor(Color.WHITE);
            canvas.graphics().fillRect(x - 2, box.y, 5, box.height);
            canvas.graphics().setColor(Palette.INK);
            canvas.graphics().fillRect(x - 1, box.y, 3, box.height);
        }
    }
}
