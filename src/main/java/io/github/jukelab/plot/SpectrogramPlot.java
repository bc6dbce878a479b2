package io.github.jukelab.plot;

import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Heat maps over time: spectrograms, single or in a grid, and frame series of several rows. */
final class SpectrogramPlot {

    /** The range of colours, in decibels below the loudest. */
    private static final double RANGE = 80;

    private static final Rectangle BOX = new Rectangle(76, 16, 620, 284);

    /** Between plots side by side: space for the tick labels at their ends. */
    private static final int GAP = 24;

    /** Side by side. */
    private static final int MOST_COLUMNS = 5;

    private SpectrogramPlot() {}

    static Figure one(Spectrogram spectrogram, String name, String frequency) {
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        draw(canvas, BOX, spectrogram, frequency);
        return canvas.figure(name + " of " + text(spectrogram));
    }

    static Figure mel(Spectrogram spectrogram) {
        double[] bins = spectrogram.frequencies();
        if (bins.length > 2 && (isFourier(bins) || isConstantQ(bins))) {
            throw new IllegalArgumentException(
                    "a mel spectrogram must have mel bands, got " + spectrogram + "; Plots.spectrogram draws any");
        }
        return one(spectrogram, "Mel spectrogram", "Frequency in Hz, mel spaced");
    }

    /** Equal steps from 0 Hz on. No mel band has its centre there. */
    private static boolean isFourier(double[] bins) {
        return bins[0] == 0 && Tick.even(bins);
    }

    /** Equal ratios from a low frequency on. Those of mel bands are equal only above 1000 Hz. */
    private static boolean isConstantQ(double[] bins) {
        return bins[0] > 0
                && bins[0] < 1000
                && Tick.even(Arrays.stream(bins).map(Math::log).toArray());
    }

    private static void draw(Canvas canvas, Rectangle box, Spectrogram spectrogram, String frequency) {
        double high = colours(canvas, box, spectrogram, frequency);
        boolean relative = spectrogram.scale() != Scale.DECIBEL;
        canvas.bottom(box, Tick.linear(0, seconds(spectrogram), 8), "Time in s");
        canvas.colourBar(box, high - RANGE, high, relative ? "dB below the loudest" : "dB");
    }

    /** The colours and the axis of frequency; gives the level of the brightest colour. */
    static double colours(Canvas canvas, Rectangle box, Spectrogram spectrogram, String frequency) {
        // Where a row covers several bins, rows of two pixels keep the file under 100 KB.
        int rows = spectrogram.bins() > box.height ? box.height / 2 : box.height;
        Downsampled means = Downsampled.of(spectrogram, box.width, rows);
        double peak = peak(means);
        boolean relative = spectrogram.scale() != Scale.DECIBEL;
        double high = relative ? 0 : spectrogram.values()[loudest(spectrogram)];
        canvas.heat(box, relative ? means.mapped(value -> value - peak) : means, high - RANGE, high);
        canvas.edges(box);
        canvas.left(box, Tick.frequencies(spectrogram.frequencies(), 7), frequency);
        return high;
    }

    static Figure withLines(Spectrogram spectrogram, List<FrameSeries> lines) {
        double[] bins = spectrogram.frequencies();
        if (bins.length < 2 || !Tick.even(bins)) {
            throw new IllegalArgumentException("lines in Hz need evenly spaced bins, got " + spectrogram);
        }
        lines.forEach(line -> check(line, seconds(spectrogram)));
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        Rectangle box = new Rectangle(BOX.x, BOX.y + 20, BOX.width, BOX.height - 20);
        draw(canvas, box, spectrogram, "Frequency in Hz");
        int x = box.x;
        for (int i = 0; i < lines.size(); i++) {
            Path2D line = path(box, lines.get(i), seconds(spectrogram), bins[bins.length - 1]);
            canvas.outlined(box, line, Palette.overHeat(i));
            x = canvas.legendEntry(x, box.y - 11, lines.get(i).name(), Palette.overHeat(i));
        }
        String over = lines.stream().map(LinePlot::text).collect(Collectors.joining("; "));
        return canvas.figure("Spectrogram of " + text(spectrogram) + ". Overlaid: " + over);
    }

    private static void check(FrameSeries series, double seconds) {
        if (series.rows().size() != 1 || !series.unit().equals("Hz")) {
            throw new IllegalArgumentException(
                    "a line over a spectrogram needs one row in Hz, got " + series + " in '" + series.unit() + "'");
        }
        if ((series.frames() - 1) * series.secondsPerFrame() > seconds) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a line must be of the same sound as the spectrogram of %.2f s, got %s of %.2f s",
                    seconds,
                    series,
                    series.frames() * series.secondsPerFrame()));
        }
    }

    private static Path2D path(Rectangle box, FrameSeries series, double seconds, double highest) {
        float[] values = series.row(0);
        double step = box.width / seconds * series.secondsPerFrame();
        Path2D path = new Path2D.Double();
        LinePlot.frames(values, box.width)
                .forEach(i ->
                        WavePlot.to(path, box.x + (i + 0.5) * step, box.y + box.height * (1 - values[i] / highest)));
        return path;
    }

    static Figure grid(List<Spectrogram> spectrograms, List<String> titles) {
        check(spectrograms, titles);
        return tiles(spectrograms, titles, Math.min(MOST_COLUMNS, titles.size()), List.of());
    }

    static Figure byTrack(List<List<Spectrogram>> tracks, List<String> names) {
        List<Integer> sizes = tracks.stream().map(List::size).toList();
        int columns = sizes.isEmpty() ? 0 : sizes.get(0);
        if (columns < 1 || columns > MOST_COLUMNS || sizes.stream().anyMatch(size -> size != columns)) {
            throw new IllegalArgumentException("each track must have the same number of spectrograms, from 1 to "
                    + MOST_COLUMNS + ", got " + sizes);
        }
        if (names.size() != tracks.size()) {
            throw new IllegalArgumentException(
                    "there must be a name for each of " + tracks.size() + " tracks, got " + names.size());
        }
        List<Spectrogram> all = tracks.stream().flatMap(List::stream).toList();
        List<String> titles = names.stream()
                .flatMap(name -> IntStream.rangeClosed(1, columns).mapToObj(number -> name + " " + number))
                .toList();
        check(all, titles);
        return tiles(all, titles, columns, names);
    }

    /** A title above each tile, or if there are names of rows, a name above each row. All tiles have one time axis. */
    private static Figure tiles(List<Spectrogram> spectrograms, List<String> titles, int columns, List<String> names) {
        int count = spectrograms.size();
        int rows = (count + columns - 1) / columns;
        int width = 640 / columns;
        int height = rows == 1 ? 250 : 150;
        double longest = longest(spectrograms);
        Canvas canvas = new Canvas(Canvas.WIDTH, rows * height + 66);
        List<Downsampled> tiles = spectrograms.stream()
                .map(s -> Downsampled.of(s, share(width - GAP, seconds(s), longest), height - 30))
                .toList();
        double high = tiles.stream().mapToDouble(SpectrogramPlot::peak).max().orElseThrow();
        for (int i = 0; i < count; i++) {
            Rectangle box =
                    new Rectangle(72 + i % columns * width, 24 + i / columns * height, width - GAP, height - 30);
            int own = share(box.width, seconds(spectrograms.get(i)), longest);
            canvas.heat(
                    new Rectangle(box.x, box.y, own, box.height),
                    tiles.get(i).mapped(value -> value - high),
                    -RANGE,
                    0);
            canvas.edges(box);
            if (names.isEmpty()) {
                canvas.title(box, titles.get(i));
            } else if (i % columns == 0) {
                canvas.heading(box, names.get(i / columns), columns * width - GAP);
            }
            if (i % columns == 0) {
                canvas.left(
                        box, Tick.frequencies(spectrograms.get(i).frequencies(), rows == 1 ? 6 : 4), "Frequency in Hz");
            }
            if (i + columns >= count) {
                canvas.bottom(box, Tick.linear(0, longest, columns > 2 ? 3 : 6), "Time in s");
            }
        }
        Rectangle all = new Rectangle(72, 24, columns * width - GAP, rows * height - 30);
        canvas.colourBar(all, -RANGE, 0, "dB below the loudest");
        return canvas.figure(text(spectrograms, titles));
    }

    private static int share(int width, double seconds, double longest) {
        return Math.max(1, (int) Math.round(width * seconds / longest));
    }

    private static double longest(List<Spectrogram> spectrograms) {
        return spectrograms.stream().mapToDouble(SpectrogramPlot::seconds).max().orElseThrow();
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
        Downsampled means = Downsampled.of(series, BOX.width, BOX.height);
        double low = means.min();
        double high = means.max() > low ? means.max() : low + 1;
        String unit = series.unit().isEmpty() ? "Value" : series.unit();
        return rows(series, series.name(), unit, "Heat map of " + series.name(), low, high);
    }

    static Figure chroma(FrameSeries series) {
        return rows(series, "Note", "Strength", "Chromagram", 0, 1);
    }

    private static Figure rows(FrameSeries series, String axis, String unit, String name, double low, double high) {
        Canvas canvas = new Canvas(Canvas.WIDTH, Canvas.HEIGHT);
        int widest = series.rows().stream()
                .mapToInt(row -> Palette.width(row, Palette.SMALL))
                .max()
                .orElseThrow();
        int left = Math.max(BOX.x, 48 + widest);
        Rectangle box = new Rectangle(left, BOX.y, BOX.x + BOX.width - left, BOX.height);
        canvas.heat(box, Downsampled.of(series, box.width, box.height), low, high);
        canvas.edges(box);
        canvas.bottom(box, Tick.linear(0, series.frames() * series.secondsPerFrame(), 8), "Time in s");
        canvas.left(box, Tick.rows(series.rows(), 16), axis);
        canvas.colourBar(box, low, high, unit);
        return canvas.figure(text(series, name));
    }

    static double seconds(Spectrogram spectrogram) {
        return spectrogram.frames() * spectrogram.secondsPerFrame();
    }

    /** The loudest value, or 0 if all is silent. */
    private static double peak(Downsampled decibels) {
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
        double[] frequencies = spectrograms.get(0).frequencies();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, up to %.2f s long, from %.0f to %.0f Hz.",
                titles.size() == 1 ? "Spectrogram" : "Grid of " + titles.size() + " spectrograms",
                longest(spectrograms),
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
