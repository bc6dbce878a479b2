package io.github.jukelab.plot;

import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.Summary;
import io.github.jukelab.feature.Tempo;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Heat map of a tempogram over time, its lags converted to beats per minute. */
final class TempogramPlot {

    private static final Rectangle BOX = new Rectangle(76, 36, 620, 264);
    private static final double SLOWEST = 30;
    /** From 30 to 480 beats per minute. */
    private static final int OCTAVES = 4;

    private static final int MARK = 24;

    private TempogramPlot() {}

    static Figure of(FrameSeries tempogram, Tempo tempo) {
        if (!tempogram.rows().get(0).equals("lag 0")) {
            throw new IllegalArgumentException("a tempogram must have rows lag 0, lag 1 …, got " + tempogram + " from "
                    + tempogram.rows().get(0));
        }
        int slowest = lag(tempogram, SLOWEST);
        if (tempogram.rows().size() <= slowest) {
            throw new IllegalArgumentException("a tempogram down to " + (int) SLOWEST + " beats per minute needs "
                    + (slowest + 1) + " lags, got " + tempogram.rows().size());
        }
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        canvas.heat(BOX, Downsampled.of(byTempo(tempogram), BOX.width, BOX.height), 0, 1);
        canvas.edges(BOX);
        canvas.bottom(BOX, Tick.linear(0, tempogram.frames() * tempogram.secondsPerFrame(), 8), "Time in s");
        canvas.left(BOX, ticks(), "Tempo in beats per minute");
        canvas.colourBar(BOX, 0, 1, "Autocorrelation");
        mark(canvas, tempo);
        return canvas.figure(String.format(
                        Locale.ROOT,
                        "Tempogram over %.2f s from %.0f to %.0f beats per minute",
                        tempogram.frames() * tempogram.secondsPerFrame(),
                        SLOWEST,
                        SLOWEST * (1 << OCTAVES))
                + text(tempogram, tempo));
    }

    /** One row per pixel of the plot's height, from the lag nearest to its tempo. */
    private static FrameSeries byTempo(FrameSeries tempogram) {
        int frames = tempogram.frames();
        float[] values = new float[BOX.height * frames];
        for (int y = 0; y < BOX.height; y++) {
            double bpm = SLOWEST * Math.pow(2, (y + 0.5) * OCTAVES / BOX.height);
            System.arraycopy(tempogram.row(lag(tempogram, bpm)), 0, values, y * frames, frames);
        }
        List<String> rows =
                IntStream.range(0, BOX.height).mapToObj(Integer::toString).toList();
        return FrameSeries.of(tempogram.name(), "", rows, values, tempogram.secondsPerFrame());
    }

    private static List<Tick> ticks() {
        return Stream.of(30, 45, 60, 90, 120, 180, 240, 360, 480)
                .map(bpm -> new Tick(position(bpm), bpm.toString()))
                .toList();
    }

    private static double position(double bpm) {
        return Math.log(bpm / SLOWEST) / (OCTAVES * Math.log(2));
    }

    /** At both edges only, so that the values at this tempo stay visible. */
    private static void mark(Canvas canvas, Tempo tempo) {
        double position = position(tempo.bpm());
        if (position < 0 || position > 1) {
            return;
        }
        double y = BOX.y + BOX.height * (1 - position);
        Path2D line = new Path2D.Double();
        line.moveTo(BOX.x, y);
        line.lineTo(BOX.x + MARK, y);
        line.moveTo(BOX.x + BOX.width - MARK, y);
        line.lineTo(BOX.x + BOX.width, y);
        canvas.outlined(BOX, line, Color.WHITE);
        canvas.legendEntry(BOX.x, BOX.y - 14, text(tempo.bpm()), Color.WHITE);
    }

    private static String text(double bpm) {
        return String.format(Locale.ROOT, "%.1f beats per minute", bpm);
    }

    /** The mean autocorrelation at a tempo, at half of it and at twice of it. */
    private static String text(FrameSeries tempogram, Tempo tempo) {
        return DoubleStream.of(tempo.bpm(), tempo.bpm() / 2, tempo.bpm() * 2)
                .filter(bpm -> position(bpm) >= 0 && position(bpm) <= 1)
                .mapToObj(bpm -> String.format(
                        Locale.ROOT,
                        "; mean autocorrelation %.2f at %s",
                        Math.rint(100
                                                * Summary.of(tempogram.row(lag(tempogram, bpm)))
                                                        .mean())
                                        / 100
                                + 0.0,
                        text(bpm)))
                .collect(Collectors.joining());
    }

    private static int lag(FrameSeries tempogram, double bpm) {
        return (int) Math.rint(60 / (tempogram.secondsPerFrame() * bpm));
    }
}
