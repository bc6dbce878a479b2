package io.github.jukelab.plot;

import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Pictures of matrices over time: spectrograms, alone or many, and frame series of many rows. */
final class SpectrogramPlot {

    /** Decibels shown below the loudest. */
    private static final double RANGE = 80;

    private static final Rectangle BOX = new Rectangle(76, 16, 620, 284);

    private SpectrogramPlot() {}

    static Figure one(Spectrogram spectrogram, String name, String frequency) {
        Raster sheet = new Raster(Raster.WIDTH, Raster.HEIGHT);
        // Where each row holds several bins, rows of two pixels keep the picture's file under 100 KB.
        int rows = spectrogram.bins() > BOX.height ? BOX.height / 2 : BOX.height;
        Pooled pooled = Pooled.of(spectrogram, BOX.width, rows);
        double peak = peak(pooled);
        boolean relative = spectrogram.scale() != Scale.DECIBEL;
        double high = relative ? 0 : peak;
        sheet.heat(BOX, relative ? pooled.mapped(value -> value - peak) : pooled, high - RANGE, high);
        sheet.edges(BOX);
        sheet.bottom(BOX, Tick.linear(0, seconds(spectrogram), 8), "Time in s");
        sheet.left(BOX, Tick.frequencies(spectrogram.frequencies(), 7), frequency);
        sheet.colourBar(BOX, high - RANGE, high, relative ? "dB below the loudest" : "dB");
        return sheet.figure(name + " of " + text(spectrogram));
    }

    static Figure grid(List<Spectrogram> spectrograms, List<String> titles) {
        check(spectrograms, titles);
        int count = spectrograms.size();
        int columns = Math.min(5, count);
        int rows = (count + columns - 1) / columns;
        int width = 640 / columns;
        int height = rows == 1 ? 250 : 150;
        Raster sheet = new Raster(Raster.WIDTH, rows * height + 66);
        List<Pooled> tiles = spectrograms.stream()
                .map(s -> Pooled.of(s, width - 12, height - 30))
                .toList();
        double high = tiles.stream().mapToDouble(SpectrogramPlot::peak).max().orElseThrow();
        for (int i = 0; i < count; i++) {
            Rectangle box = new Rectangle(72 + i % columns * width, 24 + i / columns * height, width - 12, height - 30);
            sheet.heat(box, tiles.get(i).mapped(value -> value - high), -RANGE, 0);
            sheet.title(box, titles.get(i));
            if (i % columns == 0) {
                sheet.left(box, Tick.frequencies(spectrograms.get(i).frequencies(), rows == 1 ? 6 : 4), "Hz");
            }
            if (i + columns >= count) {
                sheet.bottom(box, Tick.linear(0, seconds(spectrograms.get(i)), columns > 2 ? 3 : 6), "Time in s");
            }
        }
        Rectangle all = new Rectangle(72, 24, columns * width - 12, rows * height - 30);
        sheet.colourBar(all, -RANGE, 0, "dB below the loudest");
        return sheet.figure(text(spectrograms, titles));
    }

    private static void check(List<Spectrogram> spectrograms, List<String> titles) {
        if (spectrograms.isEmpty()) {
            throw new IllegalArgumentException("a grid needs at least one spectrogram, got none");
        }
        if (titles.size() != spectrograms.size()) {
            throw new IllegalArgumentException(
                    "a grid needs a title for each of " + spectrograms.size() + " spectrograms, got " + titles.size());
        }
        Spectrogram first = spectrograms.get(0);
        for (Spectrogram other : spectrograms) {
            if (!Arrays.equals(first.frequencies(), other.frequencies()) || first.scale() != other.scale()) {
                throw new IllegalArgumentException(
                        "a grid needs spectrograms of the same bins and scale, got " + first + " and " + other);
            }
        }
    }

    static Figure rows(FrameSeries series) {
        Pooled pooled = Pooled.of(series, BOX.width, BOX.height);
        double low = pooled.min();
        double high = pooled.max() > low ? pooled.max() : low + 1;
        return rows(series, pooled, series.name(), "Heat map of " + series.name(), low, high);
    }

    static Figure chroma(FrameSeries series) {
        Pooled pooled = Pooled.of(series, BOX.width, BOX.height);
        return rows(series, pooled, "Note", "Chromagram", 0, 1);
    }

    private static Figure rows(FrameSeries series, Pooled pooled, String axis, String name, double low, double high) {
        Raster sheet = new Raster(Raster.WIDTH, Raster.HEIGHT);
        sheet.heat(BOX, pooled, low, high);
        sheet.edges(BOX);
        sheet.bottom(BOX, Tick.linear(0, series.frames() * series.secondsPerFrame(), 8), "Time in s");
        sheet.left(BOX, Tick.rows(series.rows(), 16), axis);
        sheet.colourBar(BOX, low, high, series.unit().isEmpty() ? "Strength" : series.unit());
        return sheet.figure(text(series, name));
    }

    static double seconds(Spectrogram spectrogram) {
        return spectrogram.frames() * spectrogram.secondsPerFrame();
    }

    /** The loudest value, or 0 if all is silent. */
    private static double peak(Pooled decibels) {
        return Double.isFinite(decibels.max()) ? decibels.max() : 0;
    }

    private static String text(Spectrogram spectrogram) {
        double[] frequencies = spectrogram.frequencies();
        String size = String.format(
                Locale.ROOT,
                "%d bins from %.0f to %.0f Hz over %.2f s",
                frequencies.length,
                frequencies[0],
                frequencies[frequencies.length - 1],
                seconds(spectrogram));
        return size + ": " + loudestText(spectrogram);
    }

    private static String loudestText(Spectrogram spectrogram) {
        double[] frequencies = spectrogram.frequencies();
        int loudest = loudest(spectrogram);
        int bin = loudest / spectrogram.frames();
        int frame = loudest % spectrogram.frames();
        if (spectrogram.scale() != Scale.DECIBEL && !(spectrogram.value(bin, frame) > 0)) {
            return "silent throughout";
        }
        String where = String.format(
                Locale.ROOT,
                "loudest at %.0f Hz after %.2f s",
                frequencies[bin],
                frame * spectrogram.secondsPerFrame());
        return spectrogram.scale() == Scale.DECIBEL
                ? where + String.format(Locale.ROOT, " with %.1f dB", spectrogram.value(bin, frame))
                : where;
    }

    private static int loudest(Spectrogram spectrogram) {
        int loudest = 0;
        float[] values = spectrogram.values();
        for (int i = 1; i < values.length; i++) {
            loudest = values[i] > values[loudest] ? i : loudest;
        }
        return loudest;
    }

    private static String text(List<Spectrogram> spectrograms, List<String> titles) {
        double longest = spectrograms.stream()
                .mapToDouble(SpectrogramPlot::seconds)
                .max()
                .orElseThrow();
        double[] frequencies = spectrograms.get(0).frequencies();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Grid of spectrograms, %d in all, up to %.2f s long, from %.0f to %.0f Hz.",
                titles.size(),
                longest,
                frequencies[0],
                frequencies[frequencies.length - 1]));
        for (int i = 0; i < titles.size(); i++) {
            text.append(i == 0 ? " " : "; ")
                    .append(titles.get(i))
                    .append(": ")
                    .append(loudestText(spectrograms.get(i)));
        }
        return text.toString();
    }

    private static String text(FrameSeries series, String name) {
        List<String> names = series.rows();
        int strongest = 0;
        double[] means = new double[names.size()];
        for (int row = 0; row < means.length; row++) {
            for (float value : series.row(row)) {
                means[row] += value / series.frames();
            }
            strongest = means[row] > means[strongest] ? row : strongest;
        }
        return String.format(
                Locale.ROOT,
                "%s over %.2f s, %d rows from %s to %s: on average strongest in %s (%.2f)",
                name,
                series.frames() * series.secondsPerFrame(),
                names.size(),
                names.get(0),
                names.get(names.size() - 1),
                names.get(strongest),
                means[strongest]);
    }
}
