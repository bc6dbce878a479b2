package io.github.jukelab.plot;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.FrameSeries;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Pictures of a sound over time: whole, with a line over it, or a few milliseconds of it. */
final class WavePlot {

    private static final Rectangle BOX = new Rectangle(76, 16, 692, 284);

    /** More crossings than these would cover each other; they are only counted. */
    private static final int MARKS = 150;

    private WavePlot() {}

    static Figure whole(Wave wave) {
        Raster sheet = new Raster(Raster.WIDTH, Raster.HEIGHT);
        float[] samples = wave.samples();
        draw(sheet, BOX, wave, samples, 0, Palette.BLUE);
        return sheet.figure(text(wave, samples));
    }

    static Figure withLine(Wave wave, FrameSeries series) {
        if (series.rows().size() != 1) {
            throw new IllegalArgumentException(
                    "a line over a waveform needs a series of one row, got " + series.rows());
        }
        Rectangle box = new Rectangle(BOX.x, BOX.y, 630, BOX.height);
        Raster sheet = new Raster(Raster.WIDTH, Raster.HEIGHT);
        draw(sheet, box, wave, wave.samples(), 0, Palette.PALE_BLUE);
        float[] values = series.row(0);
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double high = sorted[sorted.length - 1] > 0 ? 1.05 * sorted[sorted.length - 1] : 1;
        double low = Math.min(0, sorted[0]);
        Path2D line = new Path2D.Double();
        int points = Math.min(box.width / 2, values.length);
        Pooled means = Pooled.of(series, points, 1);
        double pixels = box.width / wave.seconds() * series.secondsPerFrame() * values.length;
        for (int i = 0; i < points; i++) {
            to(line, box.x + pixels * i / points, box.y + box.height * (high - means.at(0, i)) / (high - low));
        }
        sheet.line(box, line, Palette.VERMILION, 1.4f, false);
        sheet.pen().setColor(Palette.VERMILION);
        String name = series.name() + (series.unit().isEmpty() ? "" : " in " + series.unit());
        sheet.right(box, Tick.linear(low, high, 6), name);
        return sheet.figure(text(wave, wave.samples())
                + String.format(
                        Locale.ROOT,
                        ". Over it %s from %.4g to %.4g, median %.4g",
                        name,
                        sorted[0],
                        sorted[sorted.length - 1],
                        sorted[sorted.length / 2]));
    }

    static Figure crossings(Wave wave, double fromSecond, double toSecond) {
        if (!(0 <= fromSecond && fromSecond < toSecond && toSecond <= wave.seconds())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "seconds must be in order within [0, %.4f], got %s to %s",
                    wave.seconds(),
                    fromSecond,
                    toSecond));
        }
        int from = (int) Math.round(fromSecond * wave.rate());
        int to = Math.min(wave.length(), Math.max(from + 1, (int) Math.round(toSecond * wave.rate())));
        float[] samples = Arrays.copyOfRange(wave.samples(), Math.min(from, to - 1), to);
        List<Double> crossings = crossings(samples);
        Rectangle box = new Rectangle(BOX.x, BOX.y + 16, BOX.width, BOX.height - 16);
        Raster sheet = new Raster(Raster.WIDTH, Raster.HEIGHT);
        draw(sheet, box, wave, samples, fromSecond, Palette.BLUE);
        if (crossings.size() <= MARKS) {
            mark(sheet, box, crossings, samples.length);
        }
        double perSecond = crossings.size() * (double) wave.rate() / samples.length;
        String count = crossings.size() == 1 ? "1 zero crossing" : crossings.size() + " zero crossings";
        String text = String.format(
                Locale.ROOT, "%s in %.1f ms, %.0f a second", count, 1000.0 * samples.length / wave.rate(), perSecond);
        sheet.pen().setFont(Palette.TEXT);
        sheet.centred(text, (int) box.getCenterX(), box.y - 8);
        return sheet.figure(String.format(Locale.ROOT, "Waveform from %.4f to %.4f s: %s", fromSecond, toSecond, text));
    }

    private static void mark(Raster sheet, Rectangle box, List<Double> crossings, int length) {
        for (double place : crossings) {
            int x = (int) Math.round(box.x + place * box.width / Math.max(1, length - 1));
            sheet.dot(x, (int) box.getCenterY());
        }
    }

    /** Where the sign changes, between samples; zero counts as positive. */
    private static List<Double> crossings(float[] samples) {
        List<Double> places = new ArrayList<>();
        for (int i = 1; i < samples.length; i++) {
            if (samples[i - 1] < 0 != samples[i] < 0) {
                places.add(i - 1 + samples[i - 1] / ((double) samples[i - 1] - samples[i]));
            }
        }
        return places;
    }

    private static void draw(Raster sheet, Rectangle box, Wave wave, float[] samples, double start, Color colour) {
        double peak = Math.abs(samples[peak(samples)]);
        double limit = peak > 0 ? 1.05 * peak : 1;
        sheet.pen().setColor(Palette.FAINT);
        sheet.pen().fillRect(box.x, (int) box.getCenterY(), box.width, 1);
        if (samples.length > 2 * box.width) {
            envelope(sheet, box, samples, limit, colour);
        } else {
            sheet.line(box, line(box, samples, limit), colour, 1.5f, false);
        }
        sheet.pen().setColor(Palette.INK);
        sheet.edges(box);
        double end = start + (double) samples.length / wave.rate();
        sheet.bottom(box, Tick.linear(start, end, 8), "Time in s");
        sheet.left(box, Tick.linear(-limit, limit, 6), "Amplitude");
    }

    /** The lowest and the highest sample of each column of pixels, joined to the column before. */
    private static void envelope(Raster sheet, Rectangle box, float[] samples, double limit, Color colour) {
        sheet.pen().setColor(colour);
        double scale = box.height / (2 * limit);
        int last = 0;
        for (int x = 0; x < box.width; x++) {
            int next = (int) ((x + 1L) * samples.length / box.width);
            float low = samples[last];
            float high = samples[last];
            for (int i = last; i < next; i++) {
                low = Math.min(low, samples[i]);
                high = Math.max(high, samples[i]);
            }
            int top = (int) Math.round(box.getCenterY() - scale * high);
            int bottom = (int) Math.round(box.getCenterY() - scale * low);
            sheet.pen().fillRect(box.x + x, top, 1, Math.max(1, bottom - top));
            last = next - 1;
        }
    }

    private static Path2D line(Rectangle box, float[] samples, double limit) {
        Path2D line = new Path2D.Double();
        for (int i = 0; i < samples.length; i++) {
            double x = box.x + (double) i * box.width / Math.max(1, samples.length - 1);
            to(line, x, box.getCenterY() - samples[i] * box.height / (2 * limit));
        }
        return line;
    }

    /** Goes on to a point, or begins there. */
    static void to(Path2D line, double x, double y) {
        if (line.getCurrentPoint() == null) {
            line.moveTo(x, y);
        }
        line.lineTo(x, y);
    }

    private static int peak(float[] samples) {
        int peak = 0;
        for (int i = 1; i < samples.length; i++) {
            peak = Math.abs(samples[i]) > Math.abs(samples[peak]) ? i : peak;
        }
        return peak;
    }

    private static String text(Wave wave, float[] samples) {
        String size = String.format(Locale.ROOT, "Waveform of %.2f s at %d Hz", wave.seconds(), wave.rate());
        int peak = peak(samples);
        if (samples[peak] == 0) {
            return size + ": silent throughout";
        }
        double energy = 0;
        for (float sample : samples) {
            energy += (double) sample * sample;
        }
        return size
                + String.format(
                        Locale.ROOT,
                        ": peak %.2f after %.2f s, RMS %.3f",
                        Math.abs(samples[peak]),
                        (double) peak / wave.rate(),
                        Math.sqrt(energy / samples.length));
    }
}
