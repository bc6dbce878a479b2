package io.github.jukelab.plot;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.evaluation.SoundPrediction.Segment;
import io.github.jukelab.evaluation.SoundPrediction.Stretch;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A prediction over time: a row per label, the most probable on top, shaded by its probability in each segment, with a
 * bar where it is the label of the sound; on the right a bar for the whole sound. The spectrogram may be above.
 */
final class PredictionPlot {

    /** With more labels, only the most probable are shown. */
    private static final int MOST_LABELS = 12;

    private static final int MOST_STRETCHES = 8;

    private static final int LEFT = 150;
    private static final int STRIP = 440;
    private static final int BARS = 110;

    /** Room for the last tick of time and the first of the bars. */
    private static final int BETWEEN = 40;

    private static final int ROW = 24;
    private static final int TOP = 14;
    private static final int SPECTROGRAM = 200;

    /** Between spectrogram and rows: room for the ticks of the first. */
    private static final int GAP = 14;

    /** Below the rows: ticks and the words under the axes. */
    private static final int BOTTOM = 52;

    private static final Color SHADE = Palette.BLUE;

    /** Few enough for a small file. */
    private static final int SHADES = 10;

    private final SoundPrediction prediction;
    private final Map<String, Double> probabilities;
    private final List<String> labels;
    private final double seconds;

    private PredictionPlot(SoundPrediction prediction, double seconds) {
        this.prediction = prediction;
        this.probabilities = prediction.probabilities();
        this.labels = probabilities.keySet().stream().limit(MOST_LABELS).toList();
        this.seconds = seconds;
    }

    static Figure of(SoundPrediction prediction) {
        double end =
                prediction.segments().stream().mapToDouble(Segment::end).max().orElseThrow();
        return new PredictionPlot(prediction, end).figure(Optional.empty());
    }

    static Figure of(Wave wave, SoundPrediction prediction) {
        return new PredictionPlot(prediction, wave.seconds()).figure(Optional.of(wave));
    }

    private Figure figure(Optional<Wave> wave) {
        int top = wave.isPresent() ? TOP + SPECTROGRAM + GAP : TOP;
        Rectangle strip = new Rectangle(LEFT, top, STRIP, ROW * labels.size());
        Canvas canvas = new Canvas(Canvas.WIDTH, top + strip.height + BOTTOM);
        wave.ifPresent(sound -> spectrogram(canvas, sound));
        strip(canvas, strip);
        bars(canvas, new Rectangle(LEFT + STRIP + BETWEEN, top, BARS, strip.height));
        return canvas.figure(text());
    }

    private void spectrogram(Canvas canvas, Wave wave) {
        Rectangle box = new Rectangle(LEFT, TOP, STRIP, SPECTROGRAM);
        SpectrogramPlot.colours(canvas, box, Spectrogram.of(wave.padded(Stft.LIBROSA.nFft()), Stft.LIBROSA), "Hz");
    }

    private void strip(Canvas canvas, Rectangle box) {
        List<Segment> segments = prediction.shownSegments();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            double end = i + 1 < segments.size() ? Math.min(segment.end(), start(i + 1)) : segment.end();
            float[] values = segment.probabilities();
            for (int row = 0; row < labels.size(); row++) {
                canvas.graphics().setColor(shade(values[prediction.labels().indexOf(labels.get(row))]));
                fill(canvas.graphics(), box, start(i), end, row, 0);
            }
        }
        canvas.graphics().setColor(Palette.INK);
        for (Stretch stretch : prediction.stretches(0)) {
            if (labels.contains(stretch.label())) {
                fill(canvas.graphics(), box, stretch.start(), stretch.end(), labels.indexOf(stretch.label()), ROW - 5);
            }
        }
        canvas.edges(box);
        canvas.bottom(box, Tick.linear(0, seconds, 8), "Time in s");
        names(canvas, box);
    }

    /** As in stretches: where two segments overlap, the border is in the middle of what they share. */
    private double start(int index) {
        double start = prediction.segments().get(index).start();
        double before =
                index == 0 ? start : prediction.segments().get(index - 1).end();
        return before > start ? (before + start) / 2 : start;
    }

    /** Part of a row from a start to an end, at least a pixel wide, below the first {@code inset} pixels of the row. */
    private void fill(Graphics2D graphics, Rectangle box, double start, double end, int row, int inset) {
        int left = box.x + (int) Math.round(start / seconds * box.width);
        int right = box.x + (int) Math.round(Math.min(1, end / seconds) * box.width);
        graphics.fillRect(left, box.y + row * ROW + inset, Math.max(1, right - left), ROW - inset - 1);
    }

    /** White for 0, blue for 1. */
    private static Color shade(double probability) {
        double share = (double) Math.round(probability * SHADES) / SHADES;
        return new Color(mixed(SHADE.getRed(), share), mixed(SHADE.getGreen(), share), mixed(SHADE.getBlue(), share));
    }

    private static int mixed(int colour, double share) {
        return (int) Math.round(255 + share * (colour - 255));
    }

    private void names(Canvas canvas, Rectangle box) {
        Graphics2D graphics = canvas.graphics();
        graphics.setFont(Palette.TEXT);
        for (int row = 0; row < labels.size(); row++) {
            String name = Palette.fitted(labels.get(row), Palette.TEXT, LEFT - 24);
            graphics.drawString(name, box.x - 10 - Palette.width(name, Palette.TEXT), box.y + row * ROW + ROW / 2 + 5);
        }
    }

    private void bars(Canvas canvas, Rectangle box) {
        Graphics2D graphics = canvas.graphics();
        for (int row = 0; row < labels.size(); row++) {
            double probability = probabilities.get(labels.get(row));
            int width = (int) Math.round(probability * box.width);
            graphics.setColor(row == 0 ? Palette.VERMILION : Palette.GREY);
            graphics.fillRect(box.x, box.y + row * ROW + 4, Math.max(1, width), ROW - 9);
            graphics.setColor(Palette.INK);
            graphics.setFont(Palette.SMALL);
            graphics.drawString(number(probability), box.x + width + 5, box.y + row * ROW + ROW / 2 + 4);
        }
        canvas.edges(box);
        canvas.bottom(box, Tick.linear(0, 1, 2), "Whole sound");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private String text() {
        String whole = labels.stream()
                .map(label -> label + " " + number(probabilities.get(label)))
                .collect(Collectors.joining(", "));
        List<Stretch> stretches = prediction.stretches(0);
        List<String> parts = new ArrayList<>();
        for (Stretch stretch : stretches.subList(0, Math.min(MOST_STRETCHES, stretches.size()))) {
            parts.add(String.format(
                    Locale.ROOT, "%s from %.1f to %.1f s", stretch.label(), stretch.start(), stretch.end()));
        }
        String more = stretches.size() > MOST_STRETCHES ? " and " + (stretches.size() - MOST_STRETCHES) + " more" : "";
        return String.format(
                Locale.ROOT,
                "Prediction over %.1f s, %d %s. Whole sound: %s. Over time: %s%s",
                seconds,
                prediction.segments().size(),
                prediction.segments().size() == 1 ? "segment" : "segments",
                whole,
                String.join(", ", parts),
                more);
    }
}
