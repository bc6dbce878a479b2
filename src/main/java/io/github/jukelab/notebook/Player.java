package io.github.jukelab.notebook;

import io.github.jukelab.HtmlText;
import io.github.jukelab.audio.Wave;
import java.util.Base64;
import java.util.Locale;

/** A wave as an audio player with a small plot of the waveform. */
final class Player {

    /** Sound makes notebooks large: of a longer wave, an excerpt is played, and the caption says which. */
    static final double SECONDS = 5;

    private static final int WIDTH = 300;
    private static final int HEIGHT = 40;

    private Player() {}

    static MimeBundle of(Wave wave) {
        return MimeBundle.html(html(wave, wave.toString(), SECONDS), wave.toString());
    }

    /** Plot of a wave, and player of at most {@code seconds} from its middle. */
    static String html(Wave wave, String title, double seconds) {
        int length = (int) Math.min(wave.length(), Math.round(seconds * wave.rate()));
        int from = (wave.length() - length) / 2;
        String excerpt = length == wave.length()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", excerpt from %.1f to %.1f s",
                        (double) from / wave.rate(),
                        (double) (from + length) / wave.rate());
        String label = HtmlText.escape(title + excerpt);
        return "<figure style=\"margin:0.3em 0\"><figcaption>" + label + "</figcaption>" + plot(wave)
                + "<br><audio controls preload=\"metadata\" aria-label=\"" + label + "\" src=\"data:audio/wav;base64,"
                + Base64.getEncoder()
                        .encodeToString(wave.slice(from, from + length).toWav()) + "\"></audio></figure>";
    }

    /** The highest absolute sample under each pixel, mirrored. */
    private static String plot(Wave wave) {
        StringBuilder path = new StringBuilder();
        for (int x = 0; x < WIDTH; x++) {
            int from = (int) ((long) x * wave.length() / WIDTH);
            int to = Math.max(from + 1, (int) ((long) (x + 1) * wave.length() / WIDTH));
            int half = Math.round(Math.min(1, peak(wave, from, to)) * HEIGHT / 2);
            path.append('M')
                    .append(x)
                    .append(' ')
                    .append(HEIGHT / 2 - half)
                    .append('v')
                    .append(Math.max(1, 2 * half));
        }
        return "<svg width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\" role=\"img\" aria-label=\"waveform\"><path d=\""
                + path + "\" stroke=\"#3b6ea8\"/></svg>";
    }

    private static float peak(Wave wave, int from, int to) {
        float peak = 0;
        for (int i = from; i < Math.min(to, wave.length()); i++) {
            peak = Math.max(peak, Math.abs(wave.sample(i)));
        }
        return peak;
    }
}
