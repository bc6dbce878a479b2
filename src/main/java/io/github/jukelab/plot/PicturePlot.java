package io.github.jukelab.plot;

import io.github.jukelab.image.Picture;
import io.github.jukelab.image.Pixels;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pictures side by side, with titles. */
final class PicturePlot {

    private static final int COLUMNS = 5;
    private static final int GAP = 16;
    private static final int TITLE = 26;

    /** The largest height of a picture, in pixels. */
    private static final int HIGHEST = 384;

    private static final int WHITE = 0xFFFFFF;

    private PicturePlot() {}

    static Figure of(List<Picture> pictures, List<String> titles) {
        check(pictures, titles);
        int columns = Math.min(COLUMNS, pictures.size());
        int width = (Canvas.WIDTH - GAP) / columns - GAP;
        List<Picture> shown =
                pictures.stream().map(picture -> fitted(picture, width)).toList();
        int height =
                TITLE + GAP + shown.stream().mapToInt(Picture::height).max().orElseThrow();
        Canvas canvas = new Canvas(Canvas.WIDTH, (shown.size() + columns - 1) / columns * height + GAP / 2);
        for (int i = 0; i < shown.size(); i++) {
            draw(canvas, shown.get(i), titles.get(i), GAP + i % columns * (width + GAP), i / columns * height + TITLE);
        }
        return canvas.figure(text(pictures, titles));
    }

    private static void check(List<Picture> pictures, List<String> titles) {
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("a row of pictures needs at least one, got none");
        }
        if (titles.size() != pictures.size()) {
            throw new IllegalArgumentException(
                    "there must be a title for each of " + pictures.size() + " pictures, got " + titles.size());
        }
    }

    private static Picture fitted(Picture picture, int width) {
        double factor = Math.min((double) width / picture.width(), (double) HIGHEST / picture.height());
        if (factor >= 1) {
            return picture.nearest((int) factor * picture.width(), (int) factor * picture.height());
        }
        return picture.antialiased(length(factor * picture.width()), length(factor * picture.height()));
    }

    private static int length(double pixels) {
        return (int) Math.max(1, Math.round(pixels));
    }

    private static void draw(Canvas canvas, Picture picture, String title, int x, int y) {
        canvas.graphics().fillRect(x - 1, y - 1, picture.width() + 2, picture.height() + 2);
        canvas.graphics().drawImage(Pixels.image(picture), x, y, null);
        canvas.title(new Rectangle(x, y, picture.width(), picture.height()), title);
    }

    private static String text(List<Picture> pictures, List<String> titles) {
        return IntStream.range(0, pictures.size())
                .mapToObj(i -> titles.get(i) + ": " + text(pictures.get(i)))
                .collect(Collectors.joining("; ", pictures.size() == 1 ? "Picture. " : "Pictures. ", ""));
    }

    private static String text(Picture picture) {
        int pixels = picture.width() * picture.height();
        long white = IntStream.range(0, pixels)
                .filter(i -> picture.rgb(i % picture.width(), i / picture.width()) == WHITE)
                .count();
        return String.format(
                Locale.ROOT,
                "%d x %d pixels, %.0f %% of them white",
                picture.width(),
                picture.height(),
                100.0 * white / pixels);
    }
}
