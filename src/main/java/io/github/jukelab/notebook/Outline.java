package io.github.jukelab.notebook;

import io.github.jukelab.HtmlMedia;
import io.github.jukelab.audio.Wave;
import java.util.Locale;

/**
 * The outline of a sound: the highest absolute sample under each pixel, mirrored. The part that is played is blue and
 * underlined; the rest is grey. Both can be seen on a white and on a black page.
 */
final class Outline {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 40;

    /** Below the outline, for the line under the part that is played. */
    private static final int BELOW = 4;

    private static final String PLAYED = "#2f7fd1";
    private static final String REST = "#8a8a8a";

    private Outline() {}

    /** The outline of a wave of which the samples from {@code from} to before {@code to} are played. */
    static String html(Wave wave, int from, int to) {
        int left = pixel(from, wave);
        int right = Math.max(left + 1, pixel(to, wave));
        boolean all = to - from == wave.length();
        String rest = all ? "" : path(wave, 0, left, REST) + path(wave, right, WIDTH, REST);
        String line = all ? "" : "<path d=\"M" + left + ' ' + (HEIGHT + BELOW - 1) + 'H' + right + stroke(PLAYED, 2);
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + (HEIGHT + BELOW)
                + "\">" + rest + path(wave, left, right, PLAYED) + line + "</svg>";
        return HtmlMedia.drawing(svg, words(wave, from, to, all));
    }

    private static int pixel(int sample, Wave wave) {
        return (int) ((long) sample * WIDTH / wave.length());
    }

    private static String path(Wave wave, int left, int right, String colour) {
        StringBuilder path = new StringBuilder("<path d=\"");
        for (int x = left; x < right; x++) {
            int from = (int) ((long) x * wave.length() / WIDTH);
            int to = Math.max(from + 1, (int) ((long) (x + 1) * wave.length() / WIDTH));
            int half = Math.round(Math.min(1, peak(wave, from, to)) * HEIGHT / 2);
            path.append('M').append(x).append(".5 ").append(HEIGHT / 2 - half);
            path.append('v').append(Math.max(1, 2 * half));
        }
        return path + stroke(colour, 1);
    }

    private static String stroke(String colour, int width) {
        return "\" stroke=\"" + colour + "\" stroke-width=\"" + width + "\"/>";
    }

    private static float peak(Wave wave, int from, int to) {
        float peak = 0;
        for (int i = from; i < Math.min(to, wave.length()); i++) {
            peak = Math.max(peak, Math.abs(wave.sample(i)));
        }
        return peak;
    }

    private static String words(Wave wave, int from, int to, boolean all) {
        String whole = String.format(Locale.ROOT, "Outline of %.2f s of sound, ", wave.seconds());
        String part = all
                ? "played as a whole"
                : String.format(
                        Locale.ROOT,
                        "played from %.2f to %.2f s",
                        (double) from / wave.rate(),
                        (double) to / wave.rate());
        return whole + part + String.format(Locale.ROOT, ", peak %.2f", peak(wave, 0, wave.length()));
    }
}
