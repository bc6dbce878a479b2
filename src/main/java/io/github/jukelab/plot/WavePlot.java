package io.github.jukelab.plot;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.Beats;
import io.github.jukelab.feature.FrameSeries;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Waveform plots: a whole sound, with a line or beats over it, or a few milliseconds of it. */
final class WavePlot {

    private static final Rectangle BOX = new Rectangle(76, 16, 692, 284);

    /** More crossings than these would overlap; they are counted, not marked. */
    private static final int MARKS = 150;

    /** The height of one of several sounds, in pixels. */
    private static final int PANEL = 150;

    private WavePlot() {}

    static Figure whole(Wave wave) {
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        int peak = peak(wave);
        draw(canvas, BOX, wave, peak, 0, Palette.BLUE);
        return canvas.figure(text(wave, peak));
    }

    /** Some seconds of a sound; the axis has the time within the whole. */
    static Figure part(Wave wave, double fromSecond, double toSecond) {
        requireWithin(wave, fromSecond, toSecond);
        Wave part = cut(wave, fromSecond, toSecond);
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        int peak = peak(part);
        draw(canvas, BOX, part, peak, fromSecond, Palette.BLUE);
        return canvas.figure(
                String.format(Locale.ROOT, "Part from %.4f to %.4f s. ", fromSecond, toSecond) + text(part, peak));
    }

    /** Sounds below each other: the same second is at the same place, the same amplitude has the same height. */
    static Figure several(List<Wave> waves, List<String> titles) {
        if (waves.isEmpty() || waves.size() != titles.size()) {
            throw new IllegalArgumentException("there must be at least one wave and a title for each, got "
                    + waves.size() + " waves and " + titles.size() + " titles");
        }
        double longest = waves.stream().mapToDouble(Wave::seconds).max().orElseThrow();
        double limit = waves.stream()
                .mapToDouble(wave -> limit(wave, peak(wave)))
                .max()
                .orElseThrow();
        Canvas canvas = new Canvas(Canvas.WIDTH, waves.size() * PANEL + 44);
        for (int i = 0; i < waves.size(); i++) {
            Rectangle box = new Rectangle(BOX.x, 26 + i * PANEL, BOX.width, PANEL - 30);
            int width = Math.max(1, (int) Math.round(box.width * waves.get(i).seconds() / longest));
            curve(canvas, new Rectangle(box.x, box.y, width, box.height), waves.get(i), limit, Palette.BLUE);
            canvas.title(box, titles.get(i));
            canvas.left(box, Tick.linear(-limit, limit, 4), "Amplitude");
            if (i + 1 == waves.size()) {
                canvas.bottom(box, Tick.linear(0, longest, 8), "Time in s");
            }
        }
        return canvas.figure(IntStream.range(0, waves.size())
                .mapToObj(i -> titles.get(i) + ": " + text(waves.get(i), peak(waves.get(i))))
                .collect(Collectors.joining("; ", "Waveforms on one time axis. ", "")));
    }

    static Figure withLine(Wave wave, FrameSeries series) {
        if (series.rows().size() != 1) {
            throw new IllegalArgumentException(
                    "a line over a waveform needs a series of one row, got " + series.rows());
        }
        requireWithin("the series", (series.frames() - 1) * series.secondsPerFrame(), wave);
        Rectangle box = new Rectangle(BOX.x, BOX.y, 630, BOX.height);
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        int peak = peak(wave);
        draw(canvas, box, wave, peak, 0, Palette.PALE_BLUE);
        float[] sorted = series.row(0);
        Arrays.sort(sorted);
        float highest = sorted[sorted.length - 1];
        String name = series.name() + (series.unit().isEmpty() ? "" : " in " + series.unit());
        line(canvas, box, wave.seconds(), series, Math.min(0, sorted[0]), highest > 0 ? 1.05 * highest : 1, name);
        String range = String.format(
                Locale.ROOT,
                ". Overlaid: %s from %.4g to %.4g, median %.4g",
                name,
                sorted[0],
                highest,
                sorted[sorted.length / 2]);
        return canvas.figure(text(wave, peak) + range);
    }

    /** What goes on after the end of the wave is of another sound. */
    private static void requireWithin(String what, double last, Wave wave) {
        if (last > wave.seconds()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s must be of the same sound, which ends after %.2f s, got %.2f s",
                    what,
                    wave.seconds(),
                    last));
        }
    }

    /** A line over the waveform; its axis, from low to high, is on the right. */
    private static void line(
            Canvas canvas, Rectangle box, double seconds, FrameSeries series, double low, double high, String name) {
        float[] values = series.row(0);
        double step = box.width / seconds * series.secondsPerFrame();
        Path2D line = new Path2D.Double();
        LinePlot.frames(values, box.width)
                .forEach(i -> to(line, box.x + step * i, box.y + box.height * (high - values[i]) / (high - low)));
        canvas.line(box, line, Palette.VERMILION, 1.4f);
        canvas.graphics().setColor(Palette.VERMILION);
        canvas.right(box, Tick.linear(low, high, 6), name);
    }

    static Figure beats(Wave wave, Beats beats) {
        DoubleStream.of(beats.seconds()).max().ifPresent(last -> requireWithin("beats", last, wave));
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        Rectangle box = new Rectangle(BOX.x, BOX.y + 20, BOX.width, BOX.height - 20);
        int peak = peak(wave);
        draw(canvas, box, wave, peak, 0, Palette.PALE_BLUE);
        canvas.graphics().setColor(Palette.VERMILION);
        for (double second : beats.seconds()) {
            int x = (int) Math.round(box.x + box.width * second / wave.seconds());
            canvas.graphics().fillRect(x, box.y, 1, box.height);
        }
        canvas.graphics().setColor(Palette.INK);
        canvas.legendEntry(box.x, box.y - 12, count(beats), Palette.VERMILION);
        return canvas.figure(text(wave, peak) + ". Overlaid: " + text(beats));
    }

    private static String count(Beats beats) {
        int count = beats.frames().length;
        return String.format(
                Locale.ROOT,
                "%d beat%s, tempo %.1f beats per minute",
                count,
                count == 1 ? "" : "s",
                beats.tempo().bpm());
    }

    private static String text(Beats beats) {
        double[] seconds = beats.seconds();
        if (seconds.length < 2) {
            return count(beats);
        }
        double[] steps = IntStream.range(1, seconds.length)
                .mapToDouble(i -> seconds[i] - seconds[i - 1])
                .sorted()
                .toArray();
        return count(beats)
                + String.format(
                        Locale.ROOT,
                        ", from %.2f to %.2f s, median interval %.2f s",
                        seconds[0],
                        seconds[seconds.length - 1],
                        steps[steps.length / 2]);
    }

    static Figure crossings(Wave wave, double fromSecond, double toSecond) {
        requireWithin(wave, fromSecond, toSecond);
        Wave part = cut(wave, fromSecond, toSecond);
        double[] crossings = crossings(part);
        Rectangle box = new Rectangle(BOX.x, BOX.y + 16, BOX.width, BOX.height - 16);
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        draw(canvas, box, part, peak(part), fromSecond, Palette.BLUE);
        if (crossings.length <= MARKS) {
            mark(canvas, box, crossings, part.length());
        }
        String text = String.format(
                Locale.ROOT,
                "%d zero crossing%s in %.1f ms, %.0f per second",
                crossings.length,
                crossings.length == 1 ? "" : "s",
                1000 * part.seconds(),
                crossings.length / part.seconds());
        canvas.graphics().setFont(Palette.TEXT);
        canvas.centred(text, (int) box.getCenterX(), box.y - 8);
        return canvas.figure(
                String.format(Locale.ROOT, "Waveform from %.4f to %.4f s: %s", fromSecond, toSecond, text));
    }

    private static void requireWithin(Wave wave, double fromSecond, double toSecond) {
        if (!(0 <= fromSecond && fromSecond < toSecond && toSecond <= wave.seconds())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "seconds must be in order within [0, %.4f], got %s to %s",
                    wave.seconds(),
                    fromSecond,
                    toSecond));
        }
    }

    /** At least one sample, also for times between the last sample and the end. */
    private static Wave cut(Wave wave, double fromSecond, double toSecond) {
        int from = Math.min(wave.length() - 1, (int) Math.round(fromSecond * wave.rate()));
        int to = Math.max(from + 1, (int) Math.round(toSecond * wave.rate()));
        return Wave.of(Arrays.copyOfRange(wave.samples(), from, Math.min(wave.length(), to)), wave.rate());
    }

    private static void mark(Canvas canvas, Rectangle box, double[] crossings, int length) {
        for (double crossing : crossings) {
            int x = (int) Math.round(box.x + crossing * box.width / Math.max(1, length - 1));
            canvas.dot(x, (int) box.getCenterY());
        }
    }

    /** Where the sign changes, between samples; zero counts as positive. */
    private static double[] crossings(Wave wave) {
        return IntStream.range(1, wave.length())
                .filter(i -> wave.sample(i - 1) < 0 != wave.sample(i) < 0)
                .mapToDouble(i -> i - wave.sample(i) / ((double) wave.sample(i) - wave.sample(i - 1)))
                .toArray();
    }

    private static void draw(Canvas canvas, Rectangle box, Wave wave, int loudest, double start, Color colour) {
        double limit = limit(wave, loudest);
        curve(canvas, box, wave, limit, colour);
        canvas.edges(box);
        double end = start + wave.seconds();
        canvas.bottom(box, Tick.linear(start, end, 8), "Time in s");
        canvas.left(box, Tick.linear(-limit, limit, 6), "Amplitude");
    }

    /** The upper end of the axis: a little above the sample farthest from 0. */
    private static double limit(Wave wave, int loudest) {
        double peak = Math.abs(wave.sample(loudest));
        return peak > 0 ? 1.05 * peak : 1;
    }

    private static void curve(Canvas canvas, Rectangle box, Wave wave, double limit, Color colour) {
        canvas.graphics().setColor(Palette.FAINT);
        canvas.graphics().fillRect(box.x, (int) box.getCenterY(), box.width, 1);
        if (wave.length() > 2 * box.width) {
            envelope(canvas, box, wave, limit, colour);
        } else {
            canvas.line(box, line(box, wave, limit), colour, 1.5f);
        }
        canvas.graphics().setColor(Palette.INK);
    }

    /** The lowest and the highest sample of each column of pixels, joined to the previous column. */
    private static void envelope(Canvas canvas, Rectangle box, Wave wave, double limit, Color colour) {
        canvas.graphics().setColor(colour);
        double scale = box.height / (2 * limit);
        int last = 0;
        for (int x = 0; x < box.width; x++) {
            int next = (int) ((x + 1L) * wave.length() / box.width);
            float low = wave.sample(last);
            float high = wave.sample(last);
            for (int i = last; i < next; i++) {
                low = Math.min(low, wave.sample(i));
                high = Math.max(high, wave.sample(i));
            }
            int top = (int) Math.round(box.getCenterY() - scale * high);
            int bottom = (int) Math.round(box.getCenterY() - scale * low);
            canvas.graphics().fillRect(box.x + x, top, 1, Math.max(1, bottom - top));
            last = next - 1;
        }
    }

    private static Path2D line(Rectangle box, Wave wave, double limit) {
        Path2D line = new Path2D.Double();
        for (int i = 0; i < wave.length(); i++) {
            double x = box.x + (double) i * box.width / Math.max(1, wave.length() - 1);
            to(line, x, box.getCenterY() - wave.sample(i) * box.height / (2 * limit));
        }
        return line;
    }

    /** Continues the line to a point, or starts it there. */
    static void to(Path2D line, double x, double y) {
        if (line.getCurrentPoint() == null) {
            line.moveTo(x, y);
        }
        line.lineTo(x, y);
    }

    /** The index of the sample farthest from 0. */
    private static int peak(Wave wave) {
        int peak = 0;
        float highest = 0;
        for (int i = 0; i < wave.length(); i++) {
            if (Math.abs(wave.sample(i)) > highest) {
                highest = Math.abs(wave.sample(i));
                peak = i;
            }
        }
        return peak;
    }

    private static String text(Wave wave, int peak) {
        String size = String.format(Locale.ROOT, "Waveform of %.2f s at %d Hz", wave.seconds(), wave.rate());
        if (wave.sample(peak) == 0) {
            return size + ": silent throughout";
        }
        double energy = 0;
        for (int i = 0; i < wave.length(); i++) {
            energy += (double) wave.sample(i) * wave.sample(i);
        }
        return size
                + String.format(
                        Locale.ROOT,
                        ": peak %.2f after %.2f s, RMS %.3f",
                        Math.abs(wave.sample(peak)),
                        (double) peak / wave.rate(),
                        Math.sqrt(energy / wave.length()));
    }
}
